package dev.warder.sample;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads on which the JDK's HTTP server reads requests and answers them, and which no client holds
 * for long. The server reads and writes on them without a limit of time, so a client that withholds
 * half of its request, or reads no answer, would hold its thread for ever.
 *
 * <p>An exchange that takes too long ends by an interrupt of its thread, upon which a channel that
 * the thread reads or writes is closed. Connections without a request need no thread.
 */
final class ExchangeThreads implements Executor, AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /**
   * What an exchange may take.
   *
   * @param threads how many exchanges run at once; further ones wait
   * @param atMost after this time an exchange ends
   * @param whileOthersWait after this time the exchanges that began first end, as many as wait for
   *     a thread
   */
  record Bounds(int threads, Duration atMost, Duration whileOthersWait) {
    static final Bounds USUAL = new Bounds(256, Duration.ofSeconds(15), Duration.ofMillis(200));
  }

  private final Bounds bounds;
  private final ExecutorService threads;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(ExchangeThreads::daemon);

  /** In the order in which they began; guarded by this object, as all below is. */
  private final Set<Exchange> running = new LinkedHashSet<>();

  private int waiting;

  ExchangeThreads(Bounds bounds) {
    this.bounds = bounds;
    this.threads = threads(bounds.threads());
    var unused =
        looks.scheduleWithFixedDelay(
            this::endOverdue,
            BETWEEN_LOOKS.toMillis(),
            BETWEEN_LOOKS.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static ExecutorService threads(int count) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(count, count, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "exchange-bounds");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      waiting++;
    }
    threads.execute(() -> run(task));
  }

  private void run(Runnable task) {
    Exchange exchange = begin();
    try {
      task.run();
    } finally {
      finish(exchange);
    }
  }

  private synchronized Exchange begin() {
    waiting--;
    Exchange exchange = new Exchange(Thread.currentThread(), System.nanoTime());
    running.add(exchange);
    return exchange;
  }

  /** Leaves no interrupt to what the thread does next. */
  private synchronized void finish(Exchange exchange) {
    running.remove(exchange);
    boolean unused = Thread.interrupted();
  }

  private synchronized void endOverdue() {
    long now = System.nanoTime();
    long free = bounds.threads() - running.stream().filter(exchange -> !exchange.ended).count();
    for (Exchange exchange : running) {
      long taken = now - exchange.began;
      boolean overdue =
          taken >= bounds.atMost().toNanos()
              || (free < waiting && taken >= bounds.whileOthersWait().toNanos());
      if (overdue) {
        free += exchange.ended ? 0 : 1;
        exchange.ended = true;
        exchange.thread.interrupt();
      }
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
    threads.shutdownNow();
  }

  /** One exchange, compared by identity. */
  private static final class Exchange {
    private final Thread thread;
    private final long began;
    private boolean ended;

    private Exchange(Thread thread, long began) {
      this.thread = thread;
      this.began = began;
    }
  }
}
