package dev.warder.gate.revocation;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log file that is moved, replaced or restored while it is followed and written. */
class FileRevocationLogPlaceTest extends WithLogFile {
  private static final TokenIdentity SECOND = Tokens.token("t-2", "v-2");
  private Path link;
  private FileRevocationLog linked;
  private RevocationFollower follower;
  private long nanos;

  @BeforeEach
  void follow() throws IOException {
    link = Files.createSymbolicLink(folder.resolve("link"), file);
    linked = FileRevocationLog.open(link);
    follower =
        RevocationFollower.builder(linked)
            .mark(folder.resolve("mark"))
            .acceptAnyLogWhenThereIsNoMark()
            .clock(() -> Tokens.ISSUED)
            .randomness(new Random(1))
            .nanos(() -> nanos)
            .build();
    append(1, 1);
    follower.poll();
  }

  @AfterEach
  void close() {
    follower.close();
  }

  private Path copy() throws IOException {
    return Files.copy(file, folder.resolve("copy"), REPLACE_EXISTING);
  }

  /** Another process that opens the place anew. */
  private void revokeSecond(Path place) throws IOException {
    try (FileRevocationLog other = FileRevocationLog.openOrMake(place, new SecureRandom())) {
      other.append(new Revocation.OfToken(Tokens.ISSUER, "t-2"));
    }
  }

  private void assertFails() {
    nanos += 2_000_000_000L;
    assertThatIOException().isThrownBy(follower::poll);
    assertThat(follower.isCurrent()).isFalse();
  }

  private void assertHeeded() throws IOException {
    follower.poll();
    assertThat(follower.check(SECOND)).isEqualTo(RevocationAnswer.REVOKED);
  }

  @Test
  void linkSwitched_toACopy_whatIsRevokedThereIsHeeded() throws Exception {
    Path copy = copy();
    Files.delete(link);
    Files.createSymbolicLink(link, copy);
    revokeSecond(link);
    assertHeeded();
    assertThat(linked.append(token(3))).isEqualTo(3);
    assertThat(Files.readString(copy)).contains("t-3");
  }

  @Test
  void linkSwitched_toAnotherLog_failsToReadAndToAppend() throws Exception {
    Path other = folder.resolve("other.log");
    revokeSecond(other);
    Files.delete(link);
    Files.createSymbolicLink(link, other);
    assertFails();
    assertThatIOException()
        .isThrownBy(() -> linked.append(token(3)))
        .withMessageContaining("another log has its place");
  }

  @Test
  void replaced_byACopy_whatIsRevokedThereIsHeeded() throws Exception {
    Files.move(copy(), file, ATOMIC_MOVE);
    revokeSecond(file);
    assertHeeded();
    append(3, 3);
    assertThat(text()).contains("t-2").contains("t-3");
  }

  @Test
  void replaced_byAnOlderCopy_failsUntilTheNewerIsBack() throws Exception {
    Path older = copy();
    append(2, 2);
    follower.poll();
    Path newer = Files.copy(file, folder.resolve("newer"));
    Files.move(older, file, ATOMIC_MOVE);
    assertFails();
    assertThatIOException().isThrownBy(() -> log.append(token(3)));
    Files.move(newer, file, ATOMIC_MOVE);
    follower.poll();
    append(3, 3);
  }

  @Test
  void overwritten_byAnOlderCopy_failsThoughTheFileIsTheSame() throws Exception {
    byte[] older = Files.readAllBytes(file);
    append(2, 2);
    follower.poll();
    Files.write(file, older);
    assertFails();
    assertThatIOException().isThrownBy(() -> log.append(token(3)));
  }

  @Test
  void unlinkedOrMovedAway_failsToReadAndToAppend() throws Exception {
    Path away = folder.resolve("away");
    Files.move(file, away);
    assertFails();
    assertThatIOException().isThrownBy(() -> linked.append(token(2)));
    assertThatIOException().isThrownBy(() -> log.append(token(2)));
    Files.move(away, file);
    follower.poll();
    append(2, 2);
  }

  /** The file that was read is not where it was when the poll ends. */
  @Test
  void confirm_replacedAfterItWasRead_fails() throws Exception {
    assertThat(linked.read(1, 10)).hasSize(1);
    Files.move(copy(), file, ATOMIC_MOVE);
    assertThatIOException()
        .isThrownBy(() -> linked.confirm(RevocationLog.Progress.NONE))
        .withMessage(link + ": another file has taken the log's place");
    Files.delete(file);
    assertThatIOException()
        .isThrownBy(() -> linked.confirm(RevocationLog.Progress.NONE))
        .withMessage(link + ": the log file is not there any more");
  }

  @Test
  void confirm_notRead_fails() throws Exception {
    try (FileRevocationLog fresh = FileRevocationLog.open(file)) {
      assertThatIOException()
          .isThrownBy(() -> fresh.confirm(RevocationLog.Progress.NONE))
          .withMessageContaining("it was not read");
    }
  }

  /** A follower of a mistyped path would otherwise take an empty log for the right one. */
  @Test
  void open_noFile_refusedAndNotMade() throws Exception {
    Path mistyped = folder.resolve("revocation.log");
    assertThatIOException()
        .isThrownBy(() -> FileRevocationLog.open(mistyped))
        .withMessage(
            mistyped
                + ": there is no revocation log; name the one that revokers append to, or make a"
                + " new one by openOrMake(…)");
    assertThat(mistyped).doesNotExist();
  }

  @Test
  void openOrMake_logIsThere_thatLog() throws Exception {
    try (FileRevocationLog same = FileRevocationLog.openOrMake(file, new SecureRandom())) {
      assertThat(same.read(1, 10)).hasSize(1);
    }
  }

  @Test
  void open_twoLogs_idsDiffer() throws Exception {
    try (FileRevocationLog other =
        FileRevocationLog.openOrMake(folder.resolve("other.log"), new SecureRandom())) {
      assertThat(other.read(1, 1)).isEmpty();
      assertThat(log.read(1, 1)).hasSize(1);
      assertThat(other.confirm(RevocationLog.Progress.NONE))
          .matches("[0-9a-f]{32}")
          .isNotEqualTo(log.confirm(RevocationLog.Progress.NONE));
    }
  }

  @Test
  void open_fileThatIsNoLog_refused() throws Exception {
    for (String text : new String[] {"", "{}\n", text()}) {
      Path bad = Files.writeString(folder.resolve("bad"), text);
      assertThatIOException()
          .isThrownBy(() -> FileRevocationLog.open(bad))
          .withMessage(
              bad
                  + ", line 1: a revocation log begins with a line that has its format and its"
                  + " id");
    }
  }
}
