package dev.warder.gate.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.engine.Ownership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vectors cannot say: threads, failures of each kind, and limits. */
@Timeout(60)
class LookedUpOwnersTest {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final AtomicLong nanos = new AtomicLong();

  private static Ownership ask(LookedUpOwners owners, String account, String id) {
    return owners.ownership(account, "app", "/apps/" + id, 6, 6 + id.length());
  }

  /** Waits until a condition holds that another thread brings about. */
  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void ownership_asksForTheRegionOfThePath() {
    List<String> asked = new ArrayList<>();
    try (LookedUpOwners owners =
        LookedUpOwners.builder((kind, id) -> asked.add(kind + " " + id) ? "A" : null)
            .timeout(LONG)
            .build()) {
      assertThat(owners.ownership("A", "queue", "/apps/x/queues/q7/y", 15, 17))
          .isEqualTo(Ownership.OWNED);
    }
    assertThat(asked).containsExactly("queue q7");
  }

  @Test
  void ownership_sixteenThreadsMiss_asksOnceAndAllGetTheAnswer() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    OwnerLookup lookup =
        (kind, id) -> {
          asked.incrementAndGet();
          held.await();
          return "A";
        };
    int threads = 16;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (LookedUpOwners owners = LookedUpOwners.builder(lookup).timeout(LONG).build()) {
      CountDownLatch begun = new CountDownLatch(threads);
      List<Future<Ownership>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        String account = i % 2 == 0 ? "A" : "B";
        answers.add(
            pool.submit(
                () -> {
                  begun.countDown();
                  return ask(owners, account, "1");
                }));
      }
      begun.await();
      until(() -> asked.get() == 1);
      held.countDown();
      for (int i = 0; i < threads; i++) {
        assertThat(answers.get(i).get())
            .isEqualTo(i % 2 == 0 ? Ownership.OWNED : Ownership.NOT_OWNED);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(asked).hasValue(1);
  }

  /** Each thread asks for each resource, in an order of its own, with nothing held. */
  @Test
  void ownership_manyThreadsManyResources_eachIsLookedUpOnce() throws Exception {
    Map<String, Integer> asked = new ConcurrentHashMap<>();
    OwnerLookup lookup =
        (kind, id) -> {
          asked.merge(id, 1, Integer::sum);
          return Integer.parseInt(id) % 2 == 0 ? "A" : null;
        };
    int threads = 8;
    int resources = 500;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (LookedUpOwners owners =
        LookedUpOwners.builder(lookup).timeout(LONG).age(LONG).unknownAge(LONG).build(nanos::get)) {
      List<Future<Integer>> owned = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = 31 * thread;
        owned.add(
            pool.submit(
                () -> {
                  int count = 0;
                  for (int i = 0; i < resources; i++) {
                    int id = (first + i) % resources;
                    count += ask(owners, "A", "" + id) == Ownership.OWNED ? 1 : 0;
                  }
                  return count;
                }));
      }
      for (Future<Integer> count : owned) {
        assertThat(count.get()).isEqualTo(resources / 2);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(asked).hasSize(resources).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
  }

  @Test
  void ownership_noAnswerInTime_isUnavailableAndTheAnswerIsKept() {
    CountDownLatch held = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    OwnerLookup lookup =
        (kind, id) -> {
          asked.incrementAndGet();
          held.await();
          return "A";
        };
    try (LookedUpOwners owners =
        LookedUpOwners.builder(lookup).timeout(SHORT).atOnce(1).build(nanos::get)) {
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(owners.problem()).contains("no owner of `app` within 1 ms");
      held.countDown();
      // One thread looks up, so the first look-up has ended once the second has.
      until(() -> ask(owners, "A", "2") == Ownership.OWNED);
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.OWNED);
    }
    assertThat(asked).hasValue(2);
  }

  /** A look-up may have read the account before the wait; its age counts from there. */
  @Test
  void ownership_lookupThatTookLongerThanTheAge_isNotUsed() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    OwnerLookup lookup =
        (kind, id) -> {
          begun.countDown();
          held.await();
          return "A";
        };
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (LookedUpOwners owners =
        LookedUpOwners.builder(lookup).timeout(LONG).age(LONG).build(nanos::get)) {
      Future<Ownership> first = pool.submit(() -> ask(owners, "A", "1"));
      begun.await();
      nanos.addAndGet(LONG.toNanos());
      held.countDown();
      assertThat(first.get()).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.OWNED);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void forget_whileALookupRuns_itsAnswerIsNotKept() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    OwnerLookup lookup =
        (kind, id) -> {
          if (asked.incrementAndGet() > 1) {
            return "B";
          }
          begun.countDown();
          held.await();
          return "A";
        };
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (LookedUpOwners owners = LookedUpOwners.builder(lookup).timeout(LONG).build()) {
      Future<Ownership> first = pool.submit(() -> ask(owners, "A", "1"));
      begun.await();
      owners.forget("app", "1");
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.NOT_OWNED);
      held.countDown();
      assertThat(first.get()).isEqualTo(Ownership.OWNED);
      assertThat(ask(owners, "B", "1")).isEqualTo(Ownership.OWNED);
    } finally {
      pool.shutdownNow();
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void ownership_runtimeExceptionOrError_isUnavailableAtOnce() {
    AtomicInteger asked = new AtomicInteger();
    OwnerLookup lookup =
        (kind, id) -> {
          asked.incrementAndGet();
          if (id.equals("error")) {
            throw new StackOverflowError();
          }
          throw new IllegalStateException("\u001b[2J");
        };
    try (LookedUpOwners owners = LookedUpOwners.builder(lookup).timeout(LONG).build()) {
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(owners.problem())
          .contains("the owner of `app`: java.lang.IllegalStateException: \\u{1b}[2J");
      assertThat(ask(owners, "A", "error")).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(owners.problem()).contains("the owner of `app`: java.lang.StackOverflowError");
      assertThat(ask(owners, "A", "error")).isEqualTo(Ownership.UNAVAILABLE);
    }
    assertThat(asked).hasValue(3);
  }

  @Test
  void problem_nextLookupAnswers_isGone() {
    Source source = new Source();
    try (LookedUpOwners owners = LookedUpOwners.builder(source).timeout(LONG).build()) {
      assertThat(owners.problem()).isEmpty();
      source.fail();
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(owners.problem())
          .contains("the owner of `app`: java.lang.Exception: the source is down");
      source.own("app/2", "A");
      assertThat(ask(owners, "A", "2")).isEqualTo(Ownership.OWNED);
      assertThat(owners.problem()).isEmpty();
    }
  }

  @Test
  void problem_answerComesTooLate_isStillThere() {
    CountDownLatch held = new CountDownLatch(1);
    OwnerLookup lookup =
        (kind, id) -> {
          held.await();
          return "A";
        };
    try (LookedUpOwners owners = LookedUpOwners.builder(lookup).timeout(SHORT).build(nanos::get)) {
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.UNAVAILABLE);
      held.countDown();
      until(() -> ask(owners, "A", "1") == Ownership.OWNED);
      assertThat(owners.problem()).contains("no owner of `app` within 1 ms");
      AtomicInteger id = new AtomicInteger(1);
      until(
          () ->
              ask(owners, "A", "" + id.incrementAndGet()) == Ownership.OWNED
                  && owners.problem().isEmpty());
    }
  }

  @Test
  void ownership_tooManyWait_isUnavailableAtOnceAndWhatIsKeptAnswers() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    OwnerLookup lookup =
        (kind, id) -> {
          asked.incrementAndGet();
          if (!id.equals("kept")) {
            held.await();
          }
          return "A";
        };
    ExecutorService pool = Executors.newFixedThreadPool(65);
    try (LookedUpOwners owners = LookedUpOwners.builder(lookup).timeout(LONG).atOnce(1).build()) {
      assertThat(ask(owners, "A", "kept")).isEqualTo(Ownership.OWNED);
      List<Future<Ownership>> waiting = new ArrayList<>();
      for (int i = 0; i < 65; i++) {
        String id = "" + i;
        waiting.add(pool.submit(() -> ask(owners, "A", id)));
      }
      until(() -> owners.waiting() == 64);
      assertThat(ask(owners, "A", "more")).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(owners.problem()).contains("the owner of `app`: too many look-ups are waiting");
      assertThat(ask(owners, "A", "kept")).isEqualTo(Ownership.OWNED);
      assertThat(asked).hasValue(2);
      held.countDown();
      for (Future<Ownership> answer : waiting) {
        assertThat(answer.get()).isEqualTo(Ownership.OWNED);
      }
      assertThat(ask(owners, "A", "more")).isEqualTo(Ownership.OWNED);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Nobody waits any more for what stood in the queue longer than the timeout. */
  @Test
  void ownership_waitedTooLongInTheQueue_isNotLookedUp() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    List<String> asked = new ArrayList<>();
    OwnerLookup lookup =
        (kind, id) -> {
          asked.add(id);
          held.await();
          return "A";
        };
    try (LookedUpOwners owners =
        LookedUpOwners.builder(lookup).timeout(SHORT).atOnce(1).build(nanos::get)) {
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(ask(owners, "A", "2")).isEqualTo(Ownership.UNAVAILABLE);
      nanos.addAndGet(2 * SHORT.toNanos());
      held.countDown();
      until(() -> ask(owners, "A", "3") == Ownership.OWNED);
    }
    assertThat(asked).containsExactly("1", "3");
  }

  @Test
  void ownership_interrupted_isUnavailableAndStaysInterrupted() {
    CountDownLatch held = new CountDownLatch(1);
    try (LookedUpOwners owners =
        LookedUpOwners.builder(
                (kind, id) -> {
                  held.await();
                  return "A";
                })
            .timeout(LONG)
            .build()) {
      Thread.currentThread().interrupt();
      assertThat(ask(owners, "A", "1")).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void close_interruptsLookupsAndKeepsWhatIsKept() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    OwnerLookup lookup =
        (kind, id) -> {
          if (!id.equals("kept")) {
            begun.countDown();
            never.await();
          }
          return "A";
        };
    ExecutorService pool = Executors.newFixedThreadPool(2);
    LookedUpOwners owners = LookedUpOwners.builder(lookup).timeout(LONG).atOnce(1).build();
    try {
      assertThat(ask(owners, "A", "kept")).isEqualTo(Ownership.OWNED);
      Future<Ownership> running = pool.submit(() -> ask(owners, "A", "1"));
      begun.await();
      Future<Ownership> waiting = pool.submit(() -> ask(owners, "A", "2"));
      until(() -> owners.waiting() == 1);
      owners.close();
      assertThat(running.get()).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(waiting.get()).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(ask(owners, "A", "3")).isEqualTo(Ownership.UNAVAILABLE);
      assertThat(owners.problem()).contains("the owner of `app`: the owners are closed");
      assertThat(ask(owners, "A", "kept")).isEqualTo(Ownership.OWNED);
      owners.close();
    } finally {
      owners.close();
      pool.shutdownNow();
    }
  }

  @Test
  void size_isKept_andUnknownIdsPushNothingOut() {
    Source source = new Source();
    source.own("app/mine", "A");
    try (LookedUpOwners owners =
        LookedUpOwners.builder(source).timeout(LONG).size(1).build(nanos::get)) {
      assertThat(ask(owners, "A", "mine")).isEqualTo(Ownership.OWNED);
      for (int i = 0; i < 100; i++) {
        assertThat(ask(owners, "A", "unknown" + i)).isEqualTo(Ownership.NOT_OWNED);
      }
      assertThat(source.asked()).hasSize(101);
      assertThat(ask(owners, "A", "mine")).isEqualTo(Ownership.OWNED);
      assertThat(source.asked()).isEmpty();
      source.own("app/other", "A");
      assertThat(ask(owners, "A", "other")).isEqualTo(Ownership.OWNED);
      assertThat(ask(owners, "A", "mine")).isEqualTo(Ownership.OWNED);
      assertThat(source.asked()).containsExactly("app/other", "app/mine");
    }
  }

  @Test
  void ownership_idOfMoreThan256Characters_isNotKept() {
    Source source = new Source();
    String longest = "x".repeat(256);
    source.own("app/" + longest, "A");
    source.own("app/" + longest + "x", "A");
    try (LookedUpOwners owners = LookedUpOwners.builder(source).timeout(LONG).build()) {
      for (int i = 0; i < 2; i++) {
        assertThat(ask(owners, "A", longest)).isEqualTo(Ownership.OWNED);
        assertThat(ask(owners, "A", longest + "x")).isEqualTo(Ownership.OWNED);
      }
    }
    assertThat(source.asked())
        .containsExactly("app/" + longest, "app/" + longest + "x", "app/" + longest + "x");
  }

  @Test
  void builder_boundaries_areTaken() {
    LookedUpOwnersBuilder builder = LookedUpOwners.builder((kind, id) -> null);
    builder.timeout(SHORT).timeout(LONG).age(SHORT).age(Duration.ofDays(1));
    builder.unknownAge(SHORT).unknownAge(Duration.ofDays(1)).size(1).size(10_000_000);
    builder.atOnce(1).atOnce(256).build().close();
    builder.timeout(LONG).age(LONG).build().close();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0})
  void builder_timesTooShort_areRefused(long nanos) {
    Duration time = nanos == Long.MIN_VALUE ? Duration.ofSeconds(nanos) : Duration.ofNanos(nanos);
    LookedUpOwnersBuilder builder = LookedUpOwners.builder((kind, id) -> null);
    assertThatThrownBy(() -> builder.timeout(time))
        .hasMessage("the timeout is from a millisecond to 15 seconds: " + time);
    assertThatThrownBy(() -> builder.age(time))
        .hasMessage("the age is from a millisecond to a day: " + time);
    assertThatThrownBy(() -> builder.unknownAge(time))
        .hasMessage("the age is from a millisecond to a day: " + time);
  }

  @Test
  void builder_beyondTheBoundaries_isRefused() {
    LookedUpOwnersBuilder builder = LookedUpOwners.builder((kind, id) -> null);
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    assertThatThrownBy(() -> builder.timeout(longest)).hasMessageStartingWith("the timeout is");
    assertThatThrownBy(() -> builder.timeout(LONG.plusNanos(1)))
        .hasMessage("the timeout is from a millisecond to 15 seconds: PT15.000000001S");
    assertThatThrownBy(() -> builder.age(Duration.ofDays(1).plusNanos(1)))
        .hasMessage("the age is from a millisecond to a day: PT24H0.000000001S");
    assertThatThrownBy(() -> builder.size(0)).hasMessage("the size is from 1 to 10 million: 0");
    assertThatThrownBy(() -> builder.size(10_000_001))
        .hasMessage("the size is from 1 to 10 million: 10000001");
    assertThatThrownBy(() -> builder.atOnce(0)).hasMessage("look-ups at once are from 1 to 256: 0");
    assertThatThrownBy(() -> builder.atOnce(257))
        .hasMessage("look-ups at once are from 1 to 256: 257");
    builder.timeout(Duration.ofSeconds(2)).age(Duration.ofSeconds(1));
    assertThatThrownBy(builder::build).hasMessage("the age, PT1S, is at least the timeout, PT2S");
  }
}
