package dev.warder.cli.check;

import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Grants of a batch, and explanations of what was decided on them; the latest ones are kept. */
final class BatchGrants {
  private static final int MOST_KEPT = 1_000;

  private record GrantKey(@Nullable String account, List<String> capabilities) {}

  /** Both are compared by identity: a grant is kept, and a decision is shared. */
  private record Denied(Grant grant, Decision decision) {}

  private final PolicyEngine engine;
  private final Map<GrantKey, Grant> latest = new BoundedMap<>();
  private final Map<Denied, Explanation> explanations = new BoundedMap<>();

  BatchGrants(PolicyEngine engine) {
    this.engine = engine;
  }

  /** Returns the grant of a token, whose account is null where it has none. */
  Grant of(@Nullable String account, List<String> capabilities) {
    return latest.computeIfAbsent(
        new GrantKey(account, capabilities),
        key ->
            account == null
                ? engine.grantWithoutAccount(capabilities)
                : engine.grant(account, capabilities));
  }

  Explanation explanation(Grant grant, Decision decision) {
    return explanations.computeIfAbsent(
        new Denied(grant, decision), key -> engine.explain(grant, decision));
  }

  /** The entries made last: logs speak of few things, again and again. */
  private static final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST_KEPT;
    }
  }
}
