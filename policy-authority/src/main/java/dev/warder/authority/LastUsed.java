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
 * with the next. A note of a clock that was ahead is replaced by the next use once the clock is
 * right.
 */
public final class LastUsed implements DecisionListener {
  private static final Duration RESOLUTION = Duration.ofMinutes(10);

  /**
   * So many tokens are remembered as noted; beyond that some are noted once more. As many wait for
   * a store that fails; the uses of others are lost meanwhile.
   */
  private static final int MOST = 100_000;

  private final Store store;
  private final int most;
  private final Map<Used, Instant> waiting = new HashMap<>();
  private final Map<Used, Instant> noted = new HashMap<>();

  /** A token: its id means something with its issuer alone. */
  private record Used(String issuer, String tokenId) {}

  private LastUsed(Store store, int most) {
    this.store = store;
    this.most = most;
  }

  /** Returns a listener, for one gate, that notes in a store. */
  public static LastUsed of(Store store) {
    return of(store, MOST);
  }

  static LastUsed of(Store store, int most) {
    return new LastUsed(store, most);
  }

  /** Returns how many tokens wait to be noted. */
  int waiting() {
    return waiting.size();
  }

  @Override
  public void decided(DecisionEvent event) {
    Optional<AccessToken> token = event.outcome().token();
    if (token.isPresent()) {
      Used used = new Used(token.get().issuer(), token.get().tokenId());
      Instant before = noted.get(used);
      boolean isNew =
          before == null || Duration.between(before, event.time()).abs().compareTo(RESOLUTION) >= 0;
      if (isNew && (waiting.size() < most || waiting.containsKey(used))) {
        waiting.put(used, event.time());
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
                for (Map.Entry<Used, Instant> use : waiting.entrySet()) {
                  Used token = use.getKey();
                  Instant at = use.getValue();
                  rows.tokens().touch(token.issuer(), token.tokenId(), at, RESOLUTION);
                }
                return waiting.size();
              });
    } catch (StoreFailure e) {
      return;
    }
    if (noted.size() + waiting.size() > most) {
      noted.clear();
    }
    noted.putAll(waiting);
    waiting.clear();
  }
}
