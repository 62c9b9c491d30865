package dev.warder.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExchangeThreadsTest {
  private static final Duration FOREVER = Duration.ofDays(1);

  private final CountDownLatch released = new CountDownLatch(1);

  /** Waits, and gives whether an interrupt ended that; the interrupt stays. */
  private CompletableFuture<Boolean> isEndedWhileItWaits(ExchangeThreads threads) {
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            released.await();
            ended.complete(false);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended.complete(true);
          }
        });
    return ended;
  }

  @Test
  void execute_allThreadsTaken_endsAsManyAsWait() throws Exception {
    try (ExchangeThreads threads =
        new ExchangeThreads(new ExchangeThreads.Bounds(2, FOREVER, Duration.ZERO))) {
      CompletableFuture<Boolean> first = isEndedWhileItWaits(threads);
      CompletableFuture<Boolean> second = isEndedWhileItWaits(threads);
      CompletableFuture<Void> third = new CompletableFuture<>();
      threads.execute(() -> third.complete(null));
      third.get();
      released.countDown();
      assertThat(first.get() ^ second.get()).isTrue();
    }
  }

  @Test
  void execute_afterOneThatWasEnded_isNotInterrupted() throws Exception {
    try (ExchangeThreads threads =
        new ExchangeThreads(new ExchangeThreads.Bounds(1, FOREVER, Duration.ZERO))) {
      CompletableFuture<Boolean> first = isEndedWhileItWaits(threads);
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      threads.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
      assertThat(interrupted.get()).isFalse();
      assertThat(first.get()).isTrue();
    }
  }

  @Test
  void execute_beyondItsTime_ended() throws Exception {
    try (ExchangeThreads threads =
        new ExchangeThreads(new ExchangeThreads.Bounds(1, Duration.ZERO, FOREVER))) {
      assertThat(isEndedWhileItWaits(threads).get()).isTrue();
    }
  }
}
