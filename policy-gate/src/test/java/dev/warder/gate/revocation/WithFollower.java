package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.Tokens.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.warder.gate.revocation.Revocation.OfToken;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A follower of a log in memory, with a mark of its own. */
abstract class WithFollower {
  static final TokenIdentity OTHER = Tokens.token("t-2", "v-2");
  static final long SECOND = 1_000_000_000;

  @TempDir Path folder;
  Path mark;
  final MemoryLog log = new MemoryLog();
  Instant now = Tokens.ISSUED;

  /** Begins where a clock of nanoseconds overflows soon. */
  long nanos = Long.MAX_VALUE - SECOND / 2;

  RevocationFollower follower;

  @BeforeEach
  void makeFollower() {
    mark = folder.resolve("mark");
    follower = restarted();
  }

  /** Returns a follower in the place of the one before, which is closed. */
  RevocationFollower restarted() {
    if (follower != null) {
      follower.close();
    }
    return another();
  }

  RevocationFollower another() {
    return another(mark);
  }

  RevocationFollower another(Path itsMark) {
    return RevocationFollower.builder(log)
        .mark(itsMark)
        .acceptAnyLogWhenThereIsNoMark()
        .clock(() -> now)
        .randomness(new Random(1))
        .nanos(() -> nanos)
        .build();
  }

  void assertFails(String message) {
    assertThatIOException().isThrownBy(follower::poll).withMessageContaining(message);
    assertThat(follower.problem()).hasValueSatisfying(p -> assertThat(p).contains(message));
  }

  static Revocation token(int i) {
    return new OfToken(ISSUER, "t-" + i);
  }
}
