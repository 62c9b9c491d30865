package dev.warder.cli;

import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import java.util.Optional;

/**
 * The decision on a request or an operation.
 *
 * @param hint what may have gone wrong in the request's own text
 */
record DecisionAnswer(Grant grant, Explanation explanation, Optional<String> hint)
    implements Answer {

  static DecisionAnswer of(
      PolicyEngine engine, Grant grant, Decision decision, Optional<String> hint) {
    return new DecisionAnswer(grant, engine.explain(grant, decision), hint);
  }

  Decision decision() {
    return explanation.decision();
  }

  @Override
  public boolean isAllowed() {
    return decision().isAllowed();
  }
}
