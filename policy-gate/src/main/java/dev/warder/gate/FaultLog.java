package dev.warder.gate;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells an operator why tokens are refused: one line for each, with its fault, the issuer and the
 * key that it names, and what would be right. No line has a part of a token besides these two, and
 * nothing in one moves a cursor.
 *
 * <p>Anybody can send tokens that are refused. So there are at most so many lines a minute, sixty
 * unless set, and the next one counts those left out. A line is handed over on the thread that
 * judges the request; what the host throws there is passed over. Safe for use by many threads.
 */
public final class FaultLog {
  private static final int DEFAULT_LINES = 60;
  private static final int MOST_LINES = 1_000_000;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Consumer<String> lines;
  private final int linesAMinute;
  private final LongSupplier nanos;
  private final AtomicLong minuteBegan;
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicLong leftOut = new AtomicLong();

  FaultLog(Consumer<String> lines, int linesAMinute, LongSupplier nanos) {
    checkArgument(
        linesAMinute > 0 && linesAMinute <= MOST_LINES,
        "from 1 to %s lines a minute: %s",
        MOST_LINES,
        linesAMinute);
    this.lines = requireNonNull(lines);
    this.linesAMinute = linesAMinute;
    this.nanos = nanos;
    this.minuteBegan = new AtomicLong(nanos.getAsLong());
  }

  /** Returns a log that hands its lines over, such as to a logger's {@code warn}. */
  public static FaultLog to(Consumer<String> lines) {
    return to(lines, DEFAULT_LINES);
  }

  /**
   * Returns a log as above, of so many lines a minute at most.
   *
   * @throws IllegalArgumentException for less than one, or more than a million
   */
  public static FaultLog to(Consumer<String> lines, int linesAMinute) {
    return new FaultLog(lines, linesAMinute, System::nanoTime);
  }

  /** Writes a line, unless there were enough in this minute; only then is it made. */
  void refused(Supplier<String> line) {
    long now = nanos.getAsLong();
    long began = minuteBegan.get();
    if (now - began >= MINUTE && minuteBegan.compareAndSet(began, now)) {
      written.set(0);
    }
    if (written.getAndUpdate(count -> Math.min(count + 1, linesAMinute)) >= linesAMinute) {
      leftOut.incrementAndGet();
      return;
    }
    long missing = leftOut.getAndSet(0);
    try {
      lines.accept(line.get() + (missing == 0 ? "" : " (and " + missing + " before, left out)"));
    } catch (RuntimeException e) {
      // The request is answered all the same.
    }
  }
}
