package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.RevocationAnswer.CLEAR;
import static dev.warder.gate.revocation.RevocationAnswer.REVOKED;
import static dev.warder.gate.revocation.RevocationAnswer.UNKNOWN;
import static dev.warder.gate.revocation.Tokens.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.warder.gate.revocation.RevocationLog.Entry;
import java.nio.file.Files;
import java.time.Instant;
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
}
