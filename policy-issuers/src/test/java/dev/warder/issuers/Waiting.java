package dev.warder.issuers;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens in another process. */
final class Waiting {
  /** After this time, what is awaited will not happen. */
  static final Duration HUNG = Duration.ofMinutes(5);

  private static final long BETWEEN = Duration.ofMillis(50).toNanos();

  private Waiting() {}

  /** Returns once it holds; fails when it has not after {@link #HUNG}. */
  static void until(String what, Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > HUNG.toNanos()) {
        fail("waited for %s for %s", HUNG, what);
      }
      LockSupport.parkNanos(BETWEEN);
    }
  }
}
