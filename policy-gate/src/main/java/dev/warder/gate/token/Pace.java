package dev.warder.gate.token;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Allows something at once, and again after some time. Safe for use by many threads. */
final class Pace {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final long between;
  private final LongSupplier nanos;
  private final AtomicLong due;

  Pace(Duration between, LongSupplier nanos) {
    this.between = between.toNanos();
    this.nanos = nanos;
    this.due = new AtomicLong(nanos.getAsLong());
  }

  /** Returns whether it is time; where it is, the next time is counted from now. */
  boolean allows() {
    long last = due.get();
    long now = nanos.getAsLong();
    return now - last >= 0 && due.compareAndSet(last, now + between);
  }

  /** Allows it no sooner than the usual time from now. */
  void postpone() {
    long then = nanos.getAsLong() + between;
    due.accumulateAndGet(then, (last, next) -> next - last > 0 ? next : last);
  }

  /** Allows it after this time from now, if that is sooner. */
  void allowAfter(Duration wait) {
    long then = nanos.getAsLong() + wait.toNanos();
    due.accumulateAndGet(then, (last, next) -> next - last < 0 ? next : last);
  }

  /** Returns the seconds after which it is allowed, rounded up, and at least one. */
  int secondsUntilAllowed() {
    long rest = due.get() - nanos.getAsLong();
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (rest + SECOND - 1) / SECOND));
  }
}
