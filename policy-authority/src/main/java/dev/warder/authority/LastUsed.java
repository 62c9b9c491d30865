package dev.warder.authority;

import dev.warder.gate.DecisionEvent;
import dev.warder.gate.DecisionListener;
import dev.warder.gate.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notes when tokens were used, to ten minutes, as a listener of a gate: off the way of requests,
 * and in one transaction for all that was used meanwhile. What a store does not take is tried again
 * with the next.
 */
public final class LastUsed implements DecisionListener {
  private static final Duration RESOLUTION = Duration.ofMinutes(10);

  /** So many tokens are remembered as noted; beyond that some are noted once more. */
  private static final int MOST_NOTED = 100_000;

  private final Store store;
  private final Map<String, Instant> waiting = new HashMap<>();
  private final Map<String, Instant> noted = new HashMap<>();

  private LastUsed(Store store) {
    this.store = store;
  }

  /** Returns a listener, for one gate, that notes in a store. */
  public static LastUsed in(Store store) {
    return new LastUsed(store);
  }

  @Override
  public void decided(DecisionEvent event) {
    Optional<AccessToken> token = event.outcome().token();
    if (token.isPresent()) {
      String id = token.get().tokenId();
      Instant before = noted.get(id);
      if (before == null || !event.time().isBefore(before.plus(RESOLUTION))) {
        waiting.put(id, event.time());
      }
    }
  }

  @Override
  public void caughtUp() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      int unused =
          store.write(
              rows -> {
                for (Map.Entry<String, Instant> use : waiting.entrySet()) {
                  rows.tokens().touch(use.getKey(), use.getValue(), since(use.getValue()));
                }
                return waiting.size();
              });
    } catch (StoreFailure e) {
      return;
    }
    if (noted.size() + waiting.size() > MOST_NOTED) {
      noted.clear();
    }
    noted.putAll(waiting);
    waiting.clear();
  }

  /** A note from exactly ten minutes before is renewed. */
  private static Instant since(Instant used) {
    return used.minus(RESOLUTION).plusMillis(1);
  }
}
