package dev.warder.gate;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes on their way to the listeners: a bounded queue, and a thread that tells. Whoever judges
 * a request waits for neither. Each outcome is delivered, or counted as dropped.
 */
final class DecisionFeed implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The most characters of a method that wait: one more than are logged. */
  private static final int MOST_OF_METHOD = 33;

  private final ImmutableList<DecisionListener> listeners;
  private final BlockingQueue<Judged> waiting;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final long run;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread teller = new Thread(this::tell, "warder-decisions");
  private volatile boolean isClosed;
  private volatile boolean isGivenUp;

  /** An outcome on its way, or, without one, what wakes the thread for the end. */
  private record Judged(
      long number, long nowMillis, long nanos, String method, @Nullable Outcome outcome) {
    static final Judged END = new Judged(0, 0, 0, "", null);
  }

  DecisionFeed(
      ImmutableList<DecisionListener> listeners,
      int mostWaiting,
      InstantSource clock,
      LongSupplier nanos,
      long run) {
    this.listeners = listeners;
    this.waiting = new ArrayBlockingQueue<>(mostWaiting);
    this.clock = clock;
    this.nanos = nanos;
    this.run = run;
    teller.setDaemon(true);
    teller.start();
  }

  long nanoTime() {
    return nanos.getAsLong();
  }

  void offer(Outcome outcome, String method, long began) {
    long took = nanos.getAsLong() - began;
    Judged judged =
        new Judged(numbers.incrementAndGet(), millis(), took, beginning(method), outcome);
    if (isClosed || !waiting.offer(judged)) {
      dropped.incrementAndGet();
    } else if (isClosed && waiting.remove(judged)) {
      // Too late for the last look at what is waiting, or just not.
      dropped.incrementAndGet();
    }
  }

  /** A client may send a text of any length, which is not to wait as a whole. */
  private static String beginning(String method) {
    return method.length() <= MOST_OF_METHOD ? method : method.substring(0, MOST_OF_METHOD);
  }

  /** A clock that fails has the request denied; its outcome is dated 1970. */
  private long millis() {
    try {
      return clock.millis();
    } catch (RuntimeException e) {
      return 0;
    }
  }

  long dropped() {
    return dropped.get();
  }

  private void tell() {
    while (!isClosed) {
      tellAllWaiting();
      tellOne(Uninterruptibles.takeUninterruptibly(waiting));
    }
    tellAllWaiting();
  }

  private void tellAllWaiting() {
    for (Judged judged = waiting.poll(); judged != null; judged = waiting.poll()) {
      tellOne(judged);
    }
    each(DecisionListener::caughtUp);
  }

  private void tellOne(Judged judged) {
    Outcome outcome = judged.outcome();
    if (outcome == null) {
      return;
    }
    if (isGivenUp) {
      dropped.incrementAndGet();
      return;
    }
    DecisionEvent event =
        new DecisionEvent(
            run,
            judged.number(),
            judged.nowMillis(),
            judged.nanos(),
            dropped.get(),
            judged.method(),
            outcome);
    each(listener -> listener.decided(event));
  }

  /** Whatever a listener throws, the others receive this outcome, and all receive later ones. */
  private void each(Consumer<DecisionListener> told) {
    for (DecisionListener listener : listeners) {
      try {
        told.accept(listener);
      } catch (Throwable e) {
        // it is the listener's own
      }
    }
  }

  /** Waits for the thread, unless it is the one that closes. A full queue wakes it by itself. */
  @Override
  public void close() {
    isClosed = true;
    boolean unused = waiting.offer(Judged.END);
    if (Thread.currentThread() != teller) {
      Uninterruptibles.joinUninterruptibly(teller, PATIENCE);
    }
    isGivenUp = true;
  }
}
