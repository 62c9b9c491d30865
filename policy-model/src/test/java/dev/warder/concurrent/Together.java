package dev.warder.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Threads that wait for one another and then do each a thing at once, again and again. */
public final class Together implements AutoCloseable {
  private final int count;
  private final ExecutorService threads;
  private final CyclicBarrier barrier;

  /** Makes so many threads. */
  public Together(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
    this.barrier = new CyclicBarrier(count);
  }

  /** Does all of them at once, as many as there are threads, and returns what each came to. */
  @SafeVarargs
  public final <T> List<T> run(Callable<T>... things) throws Exception {
    List<Callable<T>> each = new ArrayList<>();
    for (Callable<T> thing : things) {
      each.add(thing);
    }
    return all(each);
  }

  /** Does a thing in each thread, which gets its number, and returns all that came of it. */
  public <T> List<T> runNumbered(IntFunction<List<T>> thing) throws Exception {
    List<Callable<List<T>>> things =
        IntStream.range(0, count)
            .<Callable<List<T>>>mapToObj(number -> () -> thing.apply(number))
            .toList();
    return all(things).stream().flatMap(List::stream).toList();
  }

  private <T> List<T> all(List<Callable<T>> things) throws Exception {
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
