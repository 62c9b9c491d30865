package dev.warder.gate;

import dev.warder.engine.PolicyEngine;
import dev.warder.model.Limits;

/**
 * All that a request is judged by and answered from, besides its token: taken once for each
 * request, so that no answer mixes two catalogues.
 */
final class Policy {
  final PolicyEngine engine;
  final Limits limits;
  final AnswerSettings answers;

  Policy(PolicyEngine engine, Limits limits, AnswerSettings answers) {
    this.engine = engine;
    this.limits = limits;
    this.answers = answers;
  }
}
