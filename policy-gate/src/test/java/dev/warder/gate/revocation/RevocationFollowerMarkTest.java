package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.RevocationAnswer.CLEAR;
import static dev.warder.gate.revocation.RevocationAnswer.REVOKED;
import static dev.warder.gate.revocation.RevocationAnswer.UNKNOWN;
import static dev.warder.gate.revocation.Tokens.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.warder.concurrent.Together;
import dev.warder.gate.revocation.RevocationLog.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a follower remembers beyond its end, and what it refuses for it. */
class RevocationFollowerMarkTest extends WithFollower {
  @Test
  void restart_logHasLessThanTheMark_failsUntilItHasAsMuch() throws Exception {
    log.append(token(1));
    log.append(token(2));
    follower.poll();
    List<Entry> whole = log.entries;
    log.cutOff(1);
    follower = restarted();
    assertFails("the log ends at 1, and must go to 2: it was rolled back or replaced");
    assertFails("the log ends at 1, and must go to 2: it was rolled back or replaced");
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
    assertFails("the log ends at 0, and must go to 1: it was rolled back or replaced");
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
    assertFails("the log ends at 1, and must go to 3: it was rolled back or replaced");
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
  void poll_markThatCannotBeWritten_failsUntilItCan() throws Exception {
    follower.poll();
    nanos += SECOND + 1;
    Files.delete(mark);
    Files.createDirectory(mark);
    log.append(token(1));
    assertFails(mark.toString());
    assertThat(follower.isCurrent()).isFalse();
    assertThat(follower.check(TOKEN)).isEqualTo(REVOKED);
    Files.delete(mark);
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
    assertThat(Mark.read(mark)).contains(log.head());
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
            "{\"format\":2,\"log\":\"%s\",\"position\":1,\"link\":\"%s\"}\n"
                .formatted(MemoryLog.ID, log.entries.get(0).link()));
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
            good.replace("\"format\":2", "\"format\":3"),
            good.replace("\"log\":\"0", "\"log\":\"G"),
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
  void poll_markIsAPipe_refusedWithoutWaiting() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", mark.toString()).start().waitFor()).isZero();
    assertFails(mark + ": a folder, pipe or device is here; put a regular file here");
  }

  /** A listener may close the follower that calls it. */
  @Test
  void close_onThePollsThread_markIsHeldUntilThePollIsOver() throws Exception {
    RevocationFollower second = another();
    List<String> problems = new ArrayList<>();
    log.atRead =
        () -> {
          log.atRead = () -> {};
          follower.close();
          assertThatIOException().isThrownBy(second::poll);
          problems.add(second.problem().orElse("none"));
        };
    follower.poll();
    assertThat(problems)
        .containsExactly(mark + ": another follower has this mark; each needs one of its own");
    second.poll();
    second.close();
  }

  @Test
  void close_byAnotherThreadWhileAPollReads_returnsAndThePollLeavesTheMark() throws Exception {
    log.atRead =
        () -> {
          log.atRead = () -> {};
          Thread closing = new Thread(follower::close);
          closing.start();
          Uninterruptibles.joinUninterruptibly(closing);
        };
    follower.poll();
    RevocationFollower second = another();
    second.poll();
    assertThat(second.isCurrent()).isTrue();
    second.close();
  }

  /** Whichever of the two comes last leaves the mark. */
  @Test
  void close_justAsAPollEnds_theMarkIsLeftEachTime() throws Exception {
    try (Together threads = new Together(2)) {
      for (int i = 0; i < 1_000; i++) {
        RevocationFollower each = another();
        each.poll();
        int turns = i * 37 % 4_000;
        threads.run(() -> pollUnlessClosed(each), () -> closeAfter(each, turns));
        RevocationFollower next = another();
        next.poll();
        next.close();
      }
    }
  }

  private static boolean pollUnlessClosed(RevocationFollower each) {
    try {
      each.poll();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean closeAfter(RevocationFollower each, int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
    each.close();
    return true;
  }
}
