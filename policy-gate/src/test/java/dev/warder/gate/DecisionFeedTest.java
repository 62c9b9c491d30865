package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.warder.concurrent.Together;
import dev.warder.gate.revocation.RevocationSet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What listeners are told, and that nothing they do is felt by requests. */
class DecisionFeedTest {
  private final MutableClock clock = new MutableClock();
  private final AtomicLong nanos = new AtomicLong();
  private final List<DecisionEvent> told = Collections.synchronizedList(new ArrayList<>());

  private GateBuilder builder() {
    return Gate.builder()
        .catalogue(Notes.unlimited(), Notes.OWNERS)
        .tokens(SignedToken.verifier())
        .revocations(RevocationSet.create(clock, new SecureRandom()))
        .clock(clock);
  }

  private Gate build(GateBuilder builder) {
    return builder.build(() -> nanos.getAndAdd(1_500), new Random(7));
  }

  private static Outcome ask(Gate gate, String method) {
    return gate.authorize(Asked.request(null, method, "/v1/status?secret", "c"));
  }

  @Test
  void listener_everyOutcome_isToldOfIt() {
    Gate gate = build(builder().listener(told::add));
    Outcome one = ask(gate, "GET");
    Outcome two = ask(gate, "PUT");
    gate.close();
    assertThat(told).extracting(DecisionEvent::outcome).containsExactly(one, two);
    assertThat(told).extracting(DecisionEvent::method).containsExactly("GET", "PUT");
    assertThat(told)
        .extracting(DecisionEvent::time)
        .containsOnly(Instant.ofEpochSecond(SignedToken.NOW));
    assertThat(told).extracting(DecisionEvent::duration).containsOnly(Duration.ofNanos(1_500));
    assertThat(told).extracting(DecisionEvent::dropped).containsOnly(0L);
  }

  /** Of a text that any client may send, no more waits than tells that it is too long to log. */
  @Test
  void listener_longMethod_isToldItsFirst33Characters() {
    Gate gate = build(builder().listener(told::add));
    ask(gate, "M".repeat(33));
    ask(gate, "M".repeat(34));
    ask(gate, "M".repeat(32_000));
    gate.close();
    assertThat(told).extracting(event -> event.method().length()).containsExactly(33, 33, 33);
  }

  @Test
  void id_ofEachOutcome_countsUpInARunOfItsOwn() {
    Gate gate = build(builder().listener(told::add));
    ask(gate, "GET");
    ask(gate, "GET");
    gate.close();
    Gate another = builder().listener(told::add).build(() -> 0, new Random(8));
    ask(another, "GET");
    another.close();
    assertThat(told.get(0).id()).matches("[0-9a-f]{16}-1");
    assertThat(told.get(1).id()).isEqualTo(told.get(0).id().replaceFirst("1$", "2"));
    assertThat(told.get(2).id()).matches("[0-9a-f]{16}-1").isNotEqualTo(told.get(0).id());
    assertThat(told.get(0)).hasToString(told.get(0).id() + " allowed get-status");
  }

  @Test
  void listener_throws_othersAndLaterOutcomesAreTold() {
    DecisionListener throwing =
        event -> {
          throw new AssertionError("a listener's own");
        };
    Gate gate = build(builder().listener(throwing).listener(told::add));
    assertThat(ask(gate, "GET").isAllowed()).isTrue();
    assertThat(ask(gate, "GET").isAllowed()).isTrue();
    gate.close();
    assertThat(told).hasSize(2);
  }

  @Test
  void listener_behind_dropsAreCountedAndRequestsJudged() throws Exception {
    CountDownLatch isTold = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    DecisionListener slow =
        event -> {
          isTold.countDown();
          Uninterruptibles.awaitUninterruptibly(goOn);
          told.add(event);
        };
    Gate gate = build(builder().listener(slow).mostWaiting(2));
    ask(gate, "GET");
    isTold.await();
    for (int i = 0; i < 5; i++) {
      assertThat(ask(gate, "GET").isAllowed()).isTrue();
    }
    assertThat(gate.dropped()).isEqualTo(3);
    goOn.countDown();
    gate.close();
    assertThat(told).hasSize(3);
    assertThat(told).extracting(DecisionEvent::dropped).containsExactly(0L, 3L, 3L);
  }

  @Test
  void caughtUp_noMoreWaiting_isTold() throws Exception {
    CountDownLatch isCaughtUp = new CountDownLatch(1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Gate gate =
        build(
            builder()
                .listener(
                    new DecisionListener() {
                      @Override
                      public void decided(DecisionEvent event) {
                        order.add("decided");
                      }

                      @Override
                      public void caughtUp() {
                        if (!order.isEmpty()) {
                          order.add("caught up");
                          isCaughtUp.countDown();
                        }
                      }
                    }));
    ask(gate, "GET");
    isCaughtUp.await();
    assertThat(order.subList(0, 2)).containsExactly("decided", "caught up");
    gate.close();
  }

  @Test
  void close_then_outcomesAreDropped() {
    Gate gate = build(builder().listener(told::add));
    gate.close();
    assertThat(ask(gate, "GET").isAllowed()).isFalse();
    assertThat(gate.dropped()).isEqualTo(1);
    assertThat(told).isEmpty();
  }

  @Test
  void close_fullQueue_allAreToldAndNoListenerInterrupted() throws Exception {
    CountDownLatch isTold = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    DecisionListener slow =
        event -> {
          isTold.countDown();
          Uninterruptibles.awaitUninterruptibly(goOn);
          if (!Thread.currentThread().isInterrupted()) {
            told.add(event);
          }
        };
    Gate gate = build(builder().listener(slow).mostWaiting(2));
    ask(gate, "GET");
    isTold.await();
    ask(gate, "GET");
    ask(gate, "GET");
    Thread closing = new Thread(gate::close);
    closing.start();
    goOn.countDown();
    closing.join();
    assertThat(told).hasSize(3);
    assertThat(gate.dropped()).isZero();
  }

  @Test
  void close_byAListener_doesNotWaitForItself() throws Exception {
    AtomicReference<Gate> gate = new AtomicReference<>();
    CountDownLatch isClosed = new CountDownLatch(1);
    gate.set(
        build(
            builder()
                .listener(
                    event -> {
                      gate.get().close();
                      isClosed.countDown();
                    })));
    ask(gate.get(), "GET");
    isClosed.await();
    assertThat(ask(gate.get(), "GET").isAllowed()).isFalse();
  }

  /** Whoever asks while the gate is closed: each outcome is told or counted. */
  @Test
  void close_whileOthersAsk_everyOutcomeIsToldOrDropped() throws Exception {
    try (Together together = new Together(3)) {
      for (int round = 0; round < 200; round++) {
        told.clear();
        Gate gate = build(builder().listener(told::add));
        Callable<Integer> asking =
            () -> {
              for (int i = 0; i < 20; i++) {
                ask(gate, "GET");
              }
              return 20;
            };
        Callable<Integer> closing =
            () -> {
              gate.close();
              return 0;
            };
        together.run(asking, asking, closing);
        assertThat(told.size() + gate.dropped()).isEqualTo(40);
      }
    }
  }

  @Test
  void id_anyLocale_isTheSame() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(new DecisionEvent(0x1F, 12, 0, 0, 0, "GET", null).id())
          .isEqualTo("000000000000001f-12");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void dropped_withoutListeners_isNone() {
    Gate gate = build(builder());
    ask(gate, "GET");
    gate.close();
    assertThat(gate.dropped()).isZero();
  }
}
