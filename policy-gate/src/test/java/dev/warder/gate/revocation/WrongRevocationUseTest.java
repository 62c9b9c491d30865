package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.WrongUse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses of revocations that a host could mistake, and that do not compile. */
class WrongRevocationUseTest {
  private static final String PACKAGE = "dev.warder.gate.revocation.";

  @TempDir private Path folder;

  /** Five texts in each other's place. */
  @Test
  void tokenIdentity_fiveTextsInARow_doesNotCompile() throws Exception {
    assertThat(
            WrongUse.errors(
                folder,
                "java.time.Instant now",
                "Object token = new %sTokenIdentity(\"i\", \"v\", \"t\", \"u\", \"a\", now, null);"
                    .formatted(PACKAGE)))
        .isNotEmpty();
  }

  /** Milliseconds in the place of nanoseconds made the bound a million times as long. */
  @Test
  void follower_clockOfOtherUnits_doesNotCompile() throws Exception {
    assertThat(
            WrongUse.errors(
                folder,
                PACKAGE + "RevocationFollowerBuilder follower",
                "Object made = follower.nanos(System::currentTimeMillis);"))
        .isNotEmpty();
    assertThat(
            WrongUse.errors(
                folder,
                PACKAGE + "RevocationFollowerBuilder follower",
                "Object made = follower.bound(java.time.Duration.ofSeconds(1));"))
        .isEmpty();
  }
}
