package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.Tokens.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log or a mark with one bit changed anywhere, or cut off anywhere: noticed by a follower. */
class DamagedLogTest {
  @TempDir Path folder;
  private Path file;
  private Path mark;
  private FileRevocationLog log;
  private byte[] goodLog;
  private byte[] goodMark;

  @BeforeEach
  void writeLogAndMark() throws IOException {
    file = folder.resolve("revocations.log");
    mark = folder.resolve("mark");
    log = FileRevocationLog.openOrMake(file, new SecureRandom());
    log.append(new OfToken(ISSUER, "t-1"));
    log.append(Revocation.ofValue(Tokens.token("t-2", "v-2")));
    log.append(new OfUser(ISSUER, "u-3", Tokens.ISSUED.plusSeconds(1)));
    poll();
    goodLog = Files.readAllBytes(file);
    goodMark = Files.readAllBytes(mark);
  }

  private RevocationFollower follower() {
    return RevocationFollower.builder(log)
        .mark(mark)
        .acceptAnyLogWhenThereIsNoMark()
        .clock(() -> Tokens.ISSUED)
        .randomness(new Random(1))
        .nanos(() -> 0)
        .build();
  }

  private void assertNoticed(Path damaged, byte[] content, int at) throws IOException {
    Files.write(damaged, content);
    try (RevocationFollower follower = follower()) {
      assertThatIOException().as("at %s", at).isThrownBy(follower::poll);
      assertThat(follower.isCurrent()).isFalse();
      assertThat(follower.check(Tokens.token("t-1", "v-1"))).isNotEqualTo(RevocationAnswer.CLEAR);
    }
  }

  private void poll() throws IOException {
    try (RevocationFollower follower = follower()) {
      follower.poll();
    }
  }

  private static byte[] withOneBitChanged(byte[] content, int at) {
    byte[] changed = content.clone();
    changed[at] ^= (byte) (1 << at % Byte.SIZE);
    return changed;
  }

  @Test
  void poll_logWithAnyByteChangedOrCutOffAnywhere_fails() throws Exception {
    for (int at = 0; at < goodLog.length; at++) {
      assertNoticed(file, withOneBitChanged(goodLog, at), at);
      assertNoticed(file, Arrays.copyOf(goodLog, at), at);
    }
    assertThat(Files.readAllBytes(mark)).isEqualTo(goodMark);
    Files.write(file, goodLog);
    poll();
  }

  @Test
  void poll_markWithAnyByteChangedOrCutOffAnywhere_fails() throws Exception {
    int withoutItsEnd = goodMark.length - 1;
    for (int at = 0; at < withoutItsEnd; at++) {
      assertNoticed(mark, withOneBitChanged(goodMark, at), at);
      assertNoticed(mark, Arrays.copyOf(goodMark, at), at);
    }
    Files.write(mark, Arrays.copyOf(goodMark, withoutItsEnd));
    poll();
  }

  @Test
  void append_logWithAnyByteChanged_fails() throws Exception {
    // A changed id of the log is for its followers to notice.
    for (int at = LogHeader.LENGTH; at < goodLog.length - 1; at++) {
      Files.write(file, withOneBitChanged(goodLog, at));
      try (FileRevocationLog another = FileRevocationLog.open(file)) {
        assertThatIOException()
            .as("at %s", at)
            .isThrownBy(() -> another.append(new OfToken(ISSUER, "t-4")));
      }
    }
  }
}
