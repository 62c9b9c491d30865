package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.PathPeer;
import java.util.Optional;

/** How often a contender disagrees with Warder on requests of one kind. */
final class Tally {
  private int allowed;
  private int refused;
  private int failed;
  private Optional<String> example = Optional.empty();

  /** Asks the contender; whatever it throws is a refusal, and counted of its own. */
  void ask(PathPeer peer, String method, String path, boolean isAllowedByWarder) {
    boolean isAllowed;
    try {
      isAllowed = peer.isAllowed(method, path);
    } catch (RuntimeException e) {
      failed++;
      return;
    }
    if (isAllowed && !isAllowedByWarder) {
      allowed++;
      example = example.or(() -> Optional.of(method + " " + path));
    } else if (!isAllowed && isAllowedByWarder) {
      refused++;
    }
  }

  /** Returns how many it allows that Warder denies. */
  int allowed() {
    return allowed;
  }

  /** Returns how many it denies that Warder allows. */
  int refused() {
    return refused;
  }

  /** Returns at how many it throws. */
  int failed() {
    return failed;
  }

  /** Returns the first that it allows and Warder denies. */
  Optional<String> example() {
    return example;
  }
}
