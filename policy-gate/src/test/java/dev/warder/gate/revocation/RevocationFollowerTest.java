package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.RevocationAnswer.CLEAR;
import static dev.warder.gate.revocation.RevocationAnswer.REVOKED;
import static dev.warder.gate.revocation.RevocationAnswer.UNKNOWN;
import static dev.warder.gate.revocation.Tokens.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.gate.revocation.RevocationLog.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RevocationFollowerTest extends WithFollower {
  @Test
  void check_neverPolled_unknown() {
    assertThat(follower.isCurrent()).isFalse();
    assertThat(follower.check(TOKEN)).isEqualTo(UNKNOWN);
  }

  @Test
  void poll_emptyLog_currentAndClear() throws Exception {
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
    assertThat(follower.check(TOKEN)).isEqualTo(CLEAR);
    assertThat(follower.problem()).isEmpty();
    assertThat(Mark.read(mark)).contains(log.head());
  }

  @Test
  void poll_entries_revokedOnceItReturns() throws Exception {
    log.append(token(1));
    follower.poll();
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
    assertThat(follower.check(OTHER)).isEqualTo(CLEAR);
    log.append(token(2));
    assertThat(follower.check(OTHER)).isEqualTo(CLEAR);
    follower.poll();
    assertThat(follower.check(OTHER)).isEqualTo(REVOKED);
    assertThat(follower.size()).isEqualTo(2);
  }

  @Test
  void isCurrent_exactlyTheBoundAfterThePollBegan_stillAndNotAfter() throws Exception {
    log.append(token(1));
    log.atRead = () -> nanos += SECOND / 4;
    follower.poll();
    nanos += SECOND / 4 * 3;
    assertThat(follower.isCurrent()).isTrue();
    assertThat(follower.check(OTHER)).isEqualTo(CLEAR);
    nanos++;
    assertThat(follower.isCurrent()).isFalse();
    assertThat(follower.check(OTHER)).isEqualTo(UNKNOWN);
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
  }

  @Test
  void poll_failed_theLastSuccessCounts() throws Exception {
    follower.poll();
    log.isOutOfReach = true;
    nanos += SECOND;
    assertFails("out of reach");
    assertThat(follower.isCurrent()).isTrue();
    nanos++;
    assertThat(follower.isCurrent()).isFalse();
    log.isOutOfReach = false;
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
    assertThat(follower.problem()).isEmpty();
  }

  @Test
  void bound_another_thatOne() throws Exception {
    follower =
        RevocationFollower.builder(log)
            .mark(mark)
            .acceptAnyLogWhenThereIsNoMark()
            .clock(() -> now)
            .randomness(new Random(1))
            .nanos(() -> nanos)
            .bound(Duration.ofMillis(1))
            .build();
    follower.poll();
    nanos += 1_000_000;
    assertThat(follower.isCurrent()).isTrue();
    nanos++;
    assertThat(follower.isCurrent()).isFalse();
  }

  @Test
  void poll_moreThanAPage_readToTheEndAndNothingTwiceButOne() throws Exception {
    for (int i = 1; i <= 1_999; i++) {
      log.append(token(i));
    }
    follower.poll();
    assertThat(follower.size()).isEqualTo(1_999);
    // 1 to 1000, 1000 to 1999, and 1999 to see that nothing comes after it.
    assertThat(log.reads).isEqualTo(3);
    log.append(token(2_000));
    follower.poll();
    assertThat(follower.size()).isEqualTo(2_000);
    assertThat(log.reads).isEqualTo(4);
    assertThat(Mark.read(mark)).contains(log.head());
  }

  @Test
  void poll_logHasLess_failsUntilItIsThereAgain() throws Exception {
    log.append(token(1));
    log.append(token(2));
    follower.poll();
    List<Entry> whole = log.entries;
    nanos += SECOND + 1;
    log.cutOff(1);
    assertFails("the log ends before 2");
    log.cutOff(0);
    assertFails("the log ends before 2");
    assertThat(follower.isCurrent()).isFalse();
    log.entries = whole;
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  @Test
  void poll_logHasAnotherHistory_failsHoweverLongItIs() throws Exception {
    log.append(token(1));
    log.append(token(2));
    follower.poll();
    nanos += SECOND + 1;
    log.cutOff(1);
    log.append(token(3));
    assertFails("another history at 2");
    log.append(token(4));
    assertFails("another history at 2");
    assertThat(follower.check(OTHER)).isEqualTo(REVOKED);
    assertThat(follower.check(Tokens.token("t-9", "v-9"))).isEqualTo(UNKNOWN);
  }

  @Test
  void poll_wrongLink_failsAndGoesNoFurther() throws Exception {
    log.append(token(1));
    log.append(token(2));
    log.append(token(3));
    Entry second = log.entries.get(1);
    log.entries.set(1, new Entry(2, token(7), second.link()));
    assertFails("the link of entry 2 is wrong");
    assertFails("the link of entry 2 is wrong");
    assertThat(follower.isCurrent()).isFalse();
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
    log.entries.set(1, second);
    follower.poll();
    assertThat(follower.size()).isEqualTo(3);
  }

  @Test
  void poll_gapOrWrongPosition_fails() {
    log.append(token(1));
    log.append(token(2));
    log.entries.remove(0);
    assertFails("the link of entry 1 is wrong");
  }

  @Test
  void poll_dayTurned_forgetsWithoutANewEntry() throws Exception {
    log.append(Revocation.ofValue(Tokens.expiring("2026-12-01T12:00:00Z")));
    follower.poll();
    now = Instant.parse("2026-12-03T00:00:00Z");
    follower.poll();
    assertThat(follower.size()).isZero();
  }

  @Test
  void start_pollsAgainAndAgain_whateverAPollThrows() throws Exception {
    CountDownLatch polls = new CountDownLatch(4);
    CountDownLatch succeeded = new CountDownLatch(1);
    AtomicReference<Thread> thread = new AtomicReference<>();
    log.append(token(1));
    log.atRead =
        () -> {
          thread.set(Thread.currentThread());
          polls.countDown();
          if (polls.getCount() == 2) {
            throw new IllegalStateException("once");
          } else if (polls.getCount() == 1) {
            throw new AssertionError("once");
          }
        };
    follower.onRevoked(revoked -> succeeded.countDown());
    try (RevocationFollower polling = follower) {
      polling.start(Duration.ofMillis(1));
      polls.await();
      succeeded.await();
      assertThat(thread.get().isDaemon()).isTrue();
      assertThatIllegalStateException().isThrownBy(() -> polling.start(Duration.ofMillis(1)));
    }
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
    thread.get().join();
  }

  @Test
  void start_intervalNotShorterThanTheBound_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> follower.start(Duration.ofSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> follower.start(Duration.ZERO));
    follower.close();
    assertThatIllegalStateException().isThrownBy(() -> follower.start(Duration.ofMillis(10)));
  }

  @Test
  void build_withoutMarkClockOrRandomness_refused() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                RevocationFollower.builder(log).clock(() -> now).randomness(new Random(1)).build());
    assertThatIllegalStateException()
        .isThrownBy(
            () -> RevocationFollower.builder(log).mark(mark).randomness(new Random(1)).build());
    assertThatIllegalStateException()
        .isThrownBy(() -> RevocationFollower.builder(log).mark(mark).clock(() -> now).build());
  }

  @Test
  void bound_outsideItsRange_refused() {
    RevocationFollowerBuilder builder = RevocationFollower.builder(log);
    assertThat(builder.bound(Duration.ofHours(1))).isSameAs(builder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.bound(Duration.ofHours(1).plusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.bound(Duration.ofNanos(999_999)));
  }

  @Test
  void poll_closed_fails() {
    follower.close();
    assertThatIOException().isThrownBy(follower::poll).withMessage("the follower is closed");
  }

  @Test
  void problem_neverPolled_saysSo() {
    assertThat(follower.problem()).contains("it was never polled");
  }
}
