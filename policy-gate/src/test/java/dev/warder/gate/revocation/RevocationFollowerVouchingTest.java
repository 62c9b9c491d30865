package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.RevocationAnswer.CLEAR;
import static dev.warder.gate.revocation.RevocationAnswer.UNKNOWN;
import static dev.warder.gate.revocation.Tokens.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.gate.revocation.RevocationLog.Progress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which log may vouch for "not revoked", and what a follower must know for that. */
class RevocationFollowerVouchingTest extends WithFollower {
  private static final String OTHER_ID = "f".repeat(32);

  /** Returns a follower that knows of the log what its mark or its pinned head says, if any. */
  private RevocationFollower strict(RevocationFollowerBuilder builder) {
    follower.close();
    return builder.mark(mark).clock(() -> now).randomness(new Random(1)).nanos(() -> nanos).build();
  }

  @Test
  void poll_logThatDoesNotVouch_failsUntilItDoes() throws Exception {
    follower.poll();
    nanos += SECOND + 1;
    log.refusal = "another file has the log's place";
    assertFails("another file has the log's place");
    assertThat(follower.isCurrent()).isFalse();
    assertThat(follower.check(TOKEN)).isEqualTo(UNKNOWN);
    log.refusal = "";
    follower.poll();
    assertThat(follower.check(TOKEN)).isEqualTo(CLEAR);
  }

  @Test
  void poll_logOfAnotherIdWithTheSameEntries_failsWhileItIs() throws Exception {
    log.append(token(1));
    follower.poll();
    log.id = OTHER_ID;
    nanos += SECOND + 1;
    assertFails("this is another log: its id is " + OTHER_ID);
    follower = restarted();
    assertFails("this is another log: its id is " + OTHER_ID);
    assertThat(follower.isCurrent()).isFalse();
    log.id = MemoryLog.ID;
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  /** Both logs are empty, so that the id alone tells them apart. */
  @Test
  void restart_emptyLogOfAnotherId_fails() throws Exception {
    follower.poll();
    log.id = OTHER_ID;
    follower = restarted();
    assertFails("this is another log");
  }

  @Test
  void poll_neitherMarkNorPinnedHead_failsAndSaysWhatToDo() throws Exception {
    follower = strict(RevocationFollower.builder(log));
    assertFails("there is no mark, so a log that was rolled back would not be noticed; pin the");
    assertFails("acceptAnyLogWhenThereIsNoMark()");
    assertThat(follower.check(TOKEN)).isEqualTo(UNKNOWN);
    assertThat(mark).doesNotExist();
    RevocationHead head = log.head();
    follower = strict(RevocationFollower.builder(log).head(head));
    follower.poll();
    follower = strict(RevocationFollower.builder(log));
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  @Test
  void poll_pinnedHead_logMustHaveIt() throws Exception {
    log.append(token(1));
    log.append(token(2));
    RevocationHead head = log.head();
    log.append(token(3));
    follower = strict(RevocationFollower.builder(log).head(head));
    follower.poll();
    assertThat(Mark.read(mark)).contains(log.head());
    Files.delete(mark);
    log.cutOff(1);
    follower = strict(RevocationFollower.builder(log).head(head));
    assertFails("the log ends at 1, and must go to 2: it was rolled back or replaced");
    log.append(token(4));
    assertFails("the log has another history at 2");
    log.id = OTHER_ID;
    log.cutOff(1);
    log.append(token(2));
    assertFails("this is another log");
    log.id = MemoryLog.ID;
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  /** The mark is newer than what was pinned once. */
  @Test
  void poll_markBeyondThePinnedHead_logMustHaveTheMarksEntry() throws Exception {
    log.append(token(1));
    RevocationHead pinned = log.head();
    log.append(token(2));
    follower.poll();
    log.cutOff(1);
    follower = strict(RevocationFollower.builder(log).head(pinned));
    assertFails("the log ends at 1, and must go to 2: it was rolled back or replaced");
  }

  /** Log and mark were rolled back together, and the head was kept apart. */
  @Test
  void poll_pinnedHeadBeyondTheMark_logMustHaveThePinnedEntry() throws Exception {
    log.append(token(1));
    follower.poll();
    List<RevocationLog.Entry> shorter = log.entries;
    log.entries = new ArrayList<>(shorter);
    log.append(token(2));
    RevocationHead pinned = log.head();
    List<RevocationLog.Entry> whole = log.entries;
    log.entries = shorter;
    follower = strict(RevocationFollower.builder(log).head(pinned));
    assertFails(
        "the log ends at 1, and must go to 2: it was rolled back or replaced"
            + " (the pinned head asks for entry 2)");
    assertThat(follower.isCurrent()).isFalse();
    log.entries = whole;
    follower.poll();
    assertThat(Mark.read(mark)).contains(pinned);
  }

  @Test
  void poll_pinnedEntryIsAnother_failsThoughTheMarkAgrees() throws Exception {
    log.append(token(7));
    RevocationHead pinned = log.head();
    log.cutOff(0);
    log.append(token(1));
    log.append(token(2));
    follower.poll();
    follower = strict(RevocationFollower.builder(log).head(pinned));
    assertFails(
        "the log has another history at 1: it was rolled back or replaced"
            + " (the pinned head asks for entry 1)");
    assertFails("the log has another history at 1");
  }

  @Test
  void poll_markAndPinnedHeadOfOneEntryThatDiffer_fails() throws Exception {
    log.append(token(7));
    RevocationHead pinned = log.head();
    log.cutOff(0);
    log.append(token(1));
    follower.poll();
    follower = strict(RevocationFollower.builder(log).head(pinned));
    assertFails("the log has another history at 1");
  }

  @Test
  void poll_pinnedHeadOfAnotherLog_failsThoughTheMarkAgrees() throws Exception {
    follower.poll();
    RevocationHead pinned = new RevocationHead(OTHER_ID, Progress.NONE);
    follower = strict(RevocationFollower.builder(log).head(pinned));
    assertFails(
        "this is another log: its id is "
            + MemoryLog.ID
            + ", and must be "
            + OTHER_ID
            + " by the pinned head");
    assertThat(follower.isCurrent()).isFalse();
  }

  /** Nothing was read that could be wrong when the follower goes on from where it is. */
  @Test
  void poll_pinnedHeadAndEntriesAfterIt_eachPollGoesOn() throws Exception {
    log.append(token(1));
    RevocationHead pinned = log.head();
    follower = strict(RevocationFollower.builder(log).head(pinned));
    follower.poll();
    log.append(token(2));
    follower.poll();
    follower = strict(RevocationFollower.builder(log).head(pinned));
    follower.poll();
    assertThat(follower.head()).contains(log.head());
  }

  @Test
  void poll_markThatNamesNoLog_refusedWithWhatToType() throws Exception {
    log.append(token(1));
    Files.writeString(
        mark,
        "{\"format\":1,\"position\":1,\"link\":\"%s\"}\n".formatted(log.head().progress().link()));
    assertFails(
        mark
            + ": this mark names no log (`warder revocations head` prints the head of a store); where"
            + " this mark is lost, remove it and pin the head of the log");
    assertThat(follower.isCurrent()).isFalse();
  }

  @Test
  void head_polled_whatWasRead() throws Exception {
    assertThat(follower.head()).isEmpty();
    follower.poll();
    assertThat(follower.head()).contains(new RevocationHead(MemoryLog.ID, Progress.NONE));
    log.append(token(1));
    assertThat(follower.head()).contains(new RevocationHead(MemoryLog.ID, Progress.NONE));
    follower.poll();
    assertThat(follower.head()).contains(log.head());
  }

  @Test
  void headText_writtenAndRead_theSame() {
    log.append(token(1));
    RevocationHead head = log.head();
    assertThat(head.toString()).isEqualTo(MemoryLog.ID + ":1:" + log.entries.get(0).link());
    assertThat(RevocationHead.parse(head.toString())).isEqualTo(head);
    RevocationHead empty = new RevocationHead(MemoryLog.ID, Progress.NONE);
    assertThat(RevocationHead.parse(empty.toString())).isEqualTo(empty);
  }

  @Test
  void headText_inAnotherForm_refused() {
    String link = "a".repeat(64);
    for (String text :
        List.of(
            "",
            MemoryLog.ID,
            MemoryLog.ID + ":1",
            MemoryLog.ID + ":01:" + link,
            MemoryLog.ID + ":-1:" + link,
            MemoryLog.ID + ":1:" + link.substring(1),
            MemoryLog.ID.toUpperCase(java.util.Locale.ROOT) + ":1:" + link,
            MemoryLog.ID + ":0:" + link,
            MemoryLog.ID + ":1000000000000000000:" + link,
            MemoryLog.ID + ":1:" + link + "\n")) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> RevocationHead.parse(text));
    }
  }
}
