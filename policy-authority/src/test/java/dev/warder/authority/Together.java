package dev.warder.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that wait for one another and then do each a thing at once, again and again. */
final class Together implements AutoCloseable {
  private final ExecutorService threads;
  private final CyclicBarrier barrier;

  Together(int threads) {
    this.threads = Executors.newFixedThreadPool(threads);
    this.barrier = new CyclicBarrier(threads);
  }

  /** Does all of them at once, as many as there are threads, and returns what each came to. */
  @SafeVarargs
  final <T> List<T> run(Callable<T>... things) throws Exception {
    List<Future<T>> running = new ArrayList<>();
    for (Callable<T> thing : things) {
      running.add(
          threads.submit(
              () -> {
                barrier.await();
                return thing.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> one : running) {
      results.add(one.get());
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
