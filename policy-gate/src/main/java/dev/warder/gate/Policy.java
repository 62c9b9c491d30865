package dev.warder.gate;

import dev.warder.engine.PolicyEngine;
import dev.warder.model.Limits;

/**
 * All that a request is judged by and answered from, besides its token: taken once for each
 * request, so that no answer mixes two catalogues.
 */
record Policy(PolicyEngine engine, Limits limits, AnswerSettings answers) {}
