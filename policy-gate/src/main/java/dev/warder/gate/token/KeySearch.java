package dev.warder.gate.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for keys that a set lacks. A key is unknown only to a set whose reading began after the
 * token came: an earlier one may have missed the key. Until there is such a set, nobody can tell.
 *
 * <p>A stranger can name any key. So readings have a pace, and few tokens wait for one.
 */
final class KeySearch {
  /** How many tokens wait for a reading; all others are answered at once. */
  static final int MOST_WAITING = 16;

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  /** One reading may be under way that began too early, and another one after it. */
  private static final int MOST_READINGS = 2;

  /**
   * A set that was read, and when its reading began.
   *
   * @param nanos of the clock that the search has too
   */
  record Reading(KeySet keys, long nanos) {}

  /** What is read again. */
  interface Source {
    /**
     * Returns the last set that was read.
     *
     * @throws TokenRejected when there is none that may be used
     */
    Reading last() throws TokenRejected;

    /** Returns the reading under way, or null; it ends with whether it succeeded. */
    @Nullable CompletableFuture<Boolean> underway();

    /** Begins a reading, or returns the one under way. */
    CompletableFuture<Boolean> begin();
  }

  private final Source source;
  private final LongSupplier nanos;
  private final Pace pace;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  KeySearch(Source source, Duration between, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
    this.pace = new Pace(between, nanos);
  }

  /**
   * Returns keys among which is the one of this id, or which are new enough for it to be unknown.
   *
   * @throws TokenRejected when nobody can tell yet, or there are no keys that may be used
   */
  KeySet find(String id) throws TokenRejected {
    long arrived = nanos.getAsLong();
    for (int i = 0; i < MOST_READINGS; i++) {
      @Nullable CompletableFuture<Boolean> reading = source.underway();
      if (reading == null && pace.allows()) {
        reading = source.begin();
      }
      if (reading == null || !hasWaitedFor(reading)) {
        break;
      }
      if (!reading.join()) {
        pace.allowAfter(AFTER_FAILURE);
      }
      Reading last = source.last();
      if (last.keys().has(id) || last.nanos() - arrived >= 0) {
        return last.keys();
      }
    }
    Reading last = source.last();
    if (last.keys().has(id)) {
      return last.keys();
    }
    throw TokenRejected.ofKeyNotLookedFor(pace.secondsUntilAllowed());
  }

  /** Waits for a reading, and returns whether it did: not where as many as may wait do already. */
  boolean hasWaitedFor(CompletableFuture<Boolean> reading) {
    if (reading.isDone()) {
      return true;
    }
    if (!waiting.tryAcquire()) {
      return false;
    }
    try {
      boolean unused = reading.join();
      return true;
    } finally {
      waiting.release();
    }
  }
}
