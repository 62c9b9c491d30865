package dev.warder.gate.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Threads that wait for one another and then do each a thing at once, again and again. */
final class Together implements AutoCloseable {
  private final int count;
  private final ExecutorService threads;
  private final CyclicBarrier barrier;

  Together(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
    this.barrier = new CyclicBarrier(count);
  }

  /** Does a thing in each thread, which is told its number, and returns all that came of it. */
  <T> List<T> run(IntFunction<List<T>> thing) throws Exception {
    List<Future<List<T>>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      running.add(
          threads.submit(
              () -> {
                barrier.await();
                return thing.apply(number);
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<List<T>> one : running) {
      results.addAll(one.get());
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
