package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.RevocationAnswer.CLEAR;
import static dev.warder.gate.revocation.RevocationAnswer.REVOKED;
import static dev.warder.gate.revocation.RevocationAnswer.UNKNOWN;
import static dev.warder.gate.revocation.Tokens.ISSUER;
import static dev.warder.gate.revocation.Tokens.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.RevocationLog.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationFollowerTest {
  private static final TokenIdentity OTHER = Tokens.token("t-2", "v-2");
  private static final long SECOND = 1_000_000_000;

  @TempDir Path folder;
  private Path mark;
  private final MemoryLog log = new MemoryLog();
  private Instant now = Tokens.ISSUED;

  /** Begins where a clock of nanoseconds overflows soon. */
  private long nanos = Long.MAX_VALUE - SECOND / 2;

  private RevocationFollower follower;

  @BeforeEach
  void makeFollower() {
    mark = folder.resolve("mark");
    follower = restarted();
  }

  /** Returns a follower in the place of the one before, which is closed. */
  private RevocationFollower restarted() {
    if (follower != null) {
      follower.close();
    }
    return another();
  }

  private RevocationFollower another() {
    return RevocationFollower.builder(log)
        .mark(mark)
        .clock(() -> now)
        .randomness(new Random(1))
        .nanos(() -> nanos)
        .build();
  }

  private void assertFails(String message) {
    assertThatIOException().isThrownBy(follower::poll).withMessageContaining(message);
    assertThat(follower.problem()).hasValueSatisfying(p -> assertThat(p).contains(message));
  }

  private static Revocation token(int i) {
    return new OfToken(ISSUER, "t-" + i);
  }

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
    assertThat(mark).doesNotExist();
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
    assertThat(Mark.read(mark)).isEqualTo(Mark.of(log.entries.get(1_999)));
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
  void restart_logHasLessThanTheMark_failsUntilItHasAsMuch() throws Exception {
    log.append(token(1));
    log.append(token(2));
    follower.poll();
    List<Entry> whole = log.entries;
    log.cutOff(1);
    follower = restarted();
    assertFails("the log ends at 1, and was read as far as 2");
    assertFails("the log ends at 1, and was read as far as 2");
    assertThat(follower.isCurrent()).isFalse();
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
    log.entries = whole;
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  @Test
  void restart_logIsEmptyThoughThereIsAMark_fails() throws Exception {
    log.append(token(1));
    follower.poll();
    log.cutOff(0);
    follower = restarted();
    assertFails("the log ends at 0, and was read as far as 1");
  }

  @Test
  void restart_logHasAnotherHistoryThanTheMark_failsHoweverLongItIs() throws Exception {
    log.append(token(1));
    log.append(token(2));
    follower.poll();
    log.cutOff(1);
    log.append(token(3));
    log.append(token(4));
    follower = restarted();
    assertFails("another history at 2");
    assertFails("another history at 2");
    assertThat(follower.isCurrent()).isFalse();
  }

  /** What was read on the way to the mark was of the other history, and is not held on to. */
  @Test
  void restart_anotherHistoryAndThenTheTrueOne_current() throws Exception {
    for (int i = 1; i <= 3; i++) {
      log.append(token(i));
    }
    follower.poll();
    List<Entry> whole = log.entries;
    log.cutOff(0);
    log.append(token(7));
    follower = restarted();
    assertFails("the log ends at 1, and was read as far as 3");
    log.entries = whole;
    assertFails("another history at 1");
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
  }

  @Test
  void restart_anotherHistoryAndThenNone_andThenTheTrueOne_current() throws Exception {
    for (int i = 1; i <= 3; i++) {
      log.append(token(i));
    }
    follower.poll();
    List<Entry> whole = log.entries;
    log.cutOff(0);
    log.append(token(7));
    follower = restarted();
    assertFails("the log ends at 1");
    log.cutOff(0);
    assertFails("the log ends before 1");
    log.entries = whole;
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  @Test
  void restart_sameLog_readAnewAndCurrent() throws Exception {
    log.append(token(1));
    follower.poll();
    log.append(token(2));
    follower = restarted();
    assertThat(follower.check(TOKEN)).isEqualTo(UNKNOWN);
    follower.poll();
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
    assertThat(follower.check(OTHER)).isEqualTo(REVOKED);
    assertThat(follower.isCurrent()).isTrue();
  }

  @Test
  void restart_valuesLongExpired_forgottenAgain() throws Exception {
    log.append(Revocation.ofValue(Tokens.expiring("2026-12-01T12:00:00Z")));
    log.append(token(2));
    now = Instant.parse("2026-12-03T00:00:00Z");
    follower.poll();
    assertThat(follower.size()).isEqualTo(1);
    assertThat(follower.check(Tokens.expiring("2026-12-01T12:00:00Z"))).isEqualTo(UNKNOWN);
    assertThat(follower.check(Tokens.expiring("2026-12-02T12:00:00Z"))).isEqualTo(CLEAR);
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
  void poll_markThatCannotBeWritten_failsUntilItCan() throws Exception {
    follower.poll();
    nanos += SECOND + 1;
    Files.createDirectory(folder.resolve("mark.new"));
    log.append(token(1));
    assertFails("mark.new");
    assertThat(follower.isCurrent()).isFalse();
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
    Files.delete(folder.resolve("mark.new"));
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
    assertThat(Mark.read(mark).position()).isEqualTo(1);
  }

  @Test
  void poll_nothingNew_markIsNotWritten() throws Exception {
    log.append(token(1));
    follower.poll();
    Files.delete(mark);
    follower.poll();
    assertThat(mark).doesNotExist();
    follower = restarted();
    follower.poll();
    assertThat(Files.readString(mark))
        .isEqualTo(
            "{\"format\":1,\"position\":1,\"link\":\"%s\"}\n".formatted(log.entries.get(0).link()));
  }

  @Test
  void poll_markNotAsItWasWritten_fails() throws Exception {
    log.append(token(1));
    follower.poll();
    String good = Files.readString(mark);
    for (String bad :
        List.of(
            "",
            "{}",
            good + good,
            good.replace("\"format\":1", "\"format\":2"),
            good.replace("\"position\":1", "\"position\":0"),
            good.replace("\"}", "0\"}"),
            good.replace("}", ",\"x\":1}"))) {
      Files.writeString(mark, bad);
      follower = restarted();
      assertFails(mark + ": ");
      assertThat(follower.isCurrent()).isFalse();
    }
    Files.writeString(mark, good);
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  @Test
  void onRevoked_poll_toldOnceAfterTheAnswerIsThereAndBeforeItIsCurrent() throws Exception {
    List<String> told = new ArrayList<>();
    follower.onRevoked(
        revoked ->
            told.add(
                revoked.test(TOKEN)
                    + " "
                    + revoked.test(OTHER)
                    + " "
                    + revoked.test(Tokens.token("t-3", "v-3"))
                    + " "
                    + follower.check(TOKEN)
                    + " "
                    + follower.isCurrent()));
    follower.poll();
    assertThat(told).isEmpty();
    nanos += SECOND + 1;
    log.append(token(1));
    log.append(token(2));
    follower.poll();
    follower.poll();
    assertThat(told).containsExactly("true true false REVOKED false");
  }

  @Test
  void onRevoked_listenerThatThrows_othersAreToldThePollFailsAndAllAreToldAgain() throws Exception {
    follower.poll();
    nanos += SECOND + 1;
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    boolean[] isBroken = {true};
    follower.onRevoked(
        revoked -> {
          if (isBroken[0]) {
            throw new IllegalStateException("no");
          }
        });
    follower.onRevoked(told::add);
    log.append(token(1));
    assertThatIllegalStateException().isThrownBy(follower::poll).withMessage("no");
    assertThatIllegalStateException().isThrownBy(follower::poll).withMessage("no");
    assertThat(told).hasSize(2);
    assertThat(follower.isCurrent()).isFalse();
    assertThat(mark).doesNotExist();
    isBroken[0] = false;
    follower.poll();
    assertThat(told).hasSize(3);
    assertThat(follower.isCurrent()).isTrue();
    assertThat(Mark.read(mark).position()).isEqualTo(1);
  }

  /** What was read before the failure is revoked, and listeners hear of it at once. */
  @Test
  void onRevoked_pollThatFailsHalfway_toldAllTheSame() {
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    follower.onRevoked(told::add);
    log.append(token(1));
    log.append(token(2));
    log.entries.set(1, new Entry(2, token(2), RevocationLog.NO_LINK));
    assertFails("the link of entry 2 is wrong");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).test(TOKEN)).isTrue();
    assertThat(told.get(0).test(OTHER)).isFalse();
  }

  @Test
  void onRevoked_bothFail_theLogsFailureIsThrown() {
    follower.onRevoked(
        revoked -> {
          throw new IllegalStateException("no");
        });
    log.append(token(1));
    log.append(token(2));
    log.entries.set(1, new Entry(2, token(2), RevocationLog.NO_LINK));
    assertThatIOException()
        .isThrownBy(follower::poll)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
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
  void mark_ofAnotherFollower_failsUntilThatIsClosed() throws Exception {
    follower.poll();
    RevocationFollower second = another();
    assertThatIOException()
        .isThrownBy(second::poll)
        .withMessage(mark + ": another follower has this mark; each needs one of its own");
    assertThat(second.isCurrent()).isFalse();
    follower.close();
    second.poll();
    assertThat(second.isCurrent()).isTrue();
    second.close();
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

  /** The clock was ahead for a while, so a day was forgotten; nobody is revoked by that. */
  @Test
  void poll_afterADayWasForgotten_tellsOfTheRevokedAlone() throws Exception {
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    follower.onRevoked(told::add);
    log.append(Revocation.ofValue(OTHER));
    follower.poll();
    now = Tokens.ISSUED.plus(Duration.ofDays(33));
    follower.poll();
    now = Tokens.ISSUED;
    assertThat(follower.check(TOKEN)).isEqualTo(UNKNOWN);
    log.append(token(7));
    follower.poll();
    assertThat(told).hasSize(2);
    assertThat(told.get(1)).rejects(TOKEN);
  }
}
