package dev.warder.gate.token;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Allows something at once, and again after some time. Safe for use by many threads. */
final class Pace {
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
}
