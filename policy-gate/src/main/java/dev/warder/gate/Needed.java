package dev.warder.gate;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.engine.Grant;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.util.Set;

/** What a token needs that was denied for the want of capabilities. */
final class Needed {
  private final Policy policy;
  private final Decision decision;
  private final Grant grant;

  Needed(AnswerParts parts) {
    this.policy = parts.policy();
    this.decision = parts.decision().orElseThrow();
    this.grant = parts.token().map(token -> token.grant(policy.engine())).orElseThrow();
  }

  Explanation explanation() {
    return policy.engine().explain(grant, decision);
  }

  /**
   * Returns what a token for this request would carry: of each operation asked the first
   * alternative that is wholly held once the token has what is enough.
   */
  Set<Capability> wholly() {
    Set<Capability> then =
        policy
            .engine()
            .catalogue()
            .closure(Sets.union(grant.held(), explanation().enough()).immutableCopy());
    ImmutableSet.Builder<Capability> wholly = ImmutableSet.builder();
    for (Operation operation : decision.asked()) {
      if (operation.requirement() instanceof Alternatives alternatives) {
        alternatives.asList().stream()
            .filter(then::containsAll)
            .findFirst()
            .ifPresent(wholly::addAll);
      }
    }
    return wholly.build();
  }
}
