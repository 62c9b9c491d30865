package dev.warder.gate;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Outcomes on their way to the listeners: a bounded queue, and a thread that tells. Whoever judges
 * a request waits for neither.
 */
final class DecisionFeed implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ImmutableList<DecisionListener> listeners;
  private final BlockingQueue<DecisionEvent> waiting;
  private final LongSupplier nanos;
  private final long run;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread teller = new Thread(this::tell, "warder-decisions");
  private volatile boolean isClosed;

  DecisionFeed(
      ImmutableList<DecisionListener> listeners, int mostWaiting, LongSupplier nanos, long run) {
    this.listeners = listeners;
    this.waiting = new ArrayBlockingQueue<>(mostWaiting);
    this.nanos = nanos;
    this.run = run;
    teller.setDaemon(true);
    teller.start();
  }

  long nanoTime() {
    return nanos.getAsLong();
  }

  void offer(Outcome outcome, String method, long nowMillis, long began) {
    DecisionEvent event =
        new DecisionEvent(
            run,
            numbers.incrementAndGet(),
            nowMillis,
            nanos.getAsLong() - began,
            dropped.get(),
            method,
            outcome);
    if (isClosed || !waiting.offer(event)) {
      dropped.incrementAndGet();
    }
  }

  long dropped() {
    return dropped.get();
  }

  private void tell() {
    while (!isClosed) {
      tellAllWaiting();
      try {
        tellOne(waiting.take());
      } catch (InterruptedException e) {
        // closed: what is waiting is told all the same
      }
    }
    tellAllWaiting();
  }

  private void tellAllWaiting() {
    for (DecisionEvent event = waiting.poll(); event != null; event = waiting.poll()) {
      tellOne(event);
    }
    each(DecisionListener::caughtUp);
  }

  private void tellOne(DecisionEvent event) {
    each(listener -> listener.decided(event));
  }

  /** Whatever a listener throws, the others and later outcomes are told all the same. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private void each(Consumer<DecisionListener> told) {
    for (DecisionListener listener : listeners) {
      try {
        told.accept(listener);
      } catch (Throwable e) {
        // it is the listener's own
      }
    }
  }

  @Override
  public void close() {
    isClosed = true;
    teller.interrupt();
    Uninterruptibles.joinUninterruptibly(teller, PATIENCE);
  }
}
