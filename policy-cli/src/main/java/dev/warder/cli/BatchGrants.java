package dev.warder.cli;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Grants of a batch, the latest ones kept: logs speak of few tokens, again and again. */
final class BatchGrants {
  private static final int MOST_KEPT = 1_000;

  private record Key(String account, List<String> capabilities) {}

  private static final class Latest extends LinkedHashMap<Key, Grant> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Grant> eldest) {
      return size() > MOST_KEPT;
    }
  }

  private final PolicyEngine engine;
  private final Map<Key, Grant> latest = new Latest();

  BatchGrants(PolicyEngine engine) {
    this.engine = engine;
  }

  Grant of(String account, List<String> capabilities) {
    return latest.computeIfAbsent(
        new Key(account, capabilities), key -> engine.grant(account, capabilities));
  }
}
