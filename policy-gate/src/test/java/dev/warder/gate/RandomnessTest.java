package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be secret is made by a secure source alone. */
class RandomnessTest {
  @TempDir private Path folder;

  private boolean compiles(String expression) throws Exception {
    return WrongUse.errors(folder, "java.time.InstantSource clock", "Object made = " + expression)
        .isEmpty();
  }

  @Test
  void limits_ofAKnownSeed_doNotCompile() throws Exception {
    assertThat(compiles("dev.warder.gate.limit.HourlyLimits.create(0);")).isFalse();
    assertThat(compiles("dev.warder.gate.limit.HourlyLimits.create(new java.util.Random(0));"))
        .isFalse();
    assertThat(
            compiles(
                "dev.warder.gate.limit.HourlyLimits.create(new java.security.SecureRandom());"))
        .isTrue();
  }

  @Test
  void revocations_ofAKnownSeed_doNotCompile() throws Exception {
    String set = "dev.warder.gate.revocation.RevocationSet.create(clock, %s);";
    assertThat(compiles(set.formatted("new java.util.Random(0)"))).isFalse();
    assertThat(compiles(set.formatted("new java.security.SecureRandom()"))).isTrue();
  }

  @Test
  void follower_ofAKnownSeed_doesNotCompile() throws Exception {
    String builder = "dev.warder.gate.revocation.RevocationFollower.builder(null).randomness(%s);";
    assertThat(compiles(builder.formatted("new java.util.Random(0)"))).isFalse();
    assertThat(compiles(builder.formatted("new java.security.SecureRandom()"))).isTrue();
  }
}
