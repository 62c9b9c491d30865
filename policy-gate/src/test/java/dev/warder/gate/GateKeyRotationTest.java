package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.token.ReplaceableKeys;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenVerifier;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Tokens of a key that the gate's key set lacks. */
class GateKeyRotationTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(SignedToken.NOW));
  private static final String BEARER = SignedToken.of("t-1", "A", "read:note").bearer();

  private static Gate gate(ReplaceableKeys keys) throws Exception {
    return Gate.builder()
        .catalogue(Notes.catalogue(), ResourceOwners.checkedByCaller())
        .tokens(
            TokenVerifier.builder()
                .acceptTokensOfAnyIssuer()
                .audience("notes")
                .keys(keys)
                .withoutClockSkew())
        .revocations(RevocationSet.create(CLOCK, new SecureRandom()))
        .clock(CLOCK)
        .build();
  }

  private static Outcome ask(Gate gate) {
    return gate.authorize(Asked.request(BEARER, "GET", "/v1/notes/n1", "192.0.2.7"));
  }

  @Test
  void keyThatCouldNotBeLookedFor_isUnavailable_andCharged() throws Exception {
    ReplaceableKeys keys =
        ReplaceableKeys.refreshedBy(
            SignedToken.keys("other"),
            () -> {
              throw new IOException("no store");
            });
    try (Gate gate = gate(keys)) {
      for (int i = 0; i < 2; i++) {
        Outcome outcome = ask(gate);
        assertThat(outcome.reason()).isEqualTo(GateReason.UNAVAILABLE);
        assertThat(outcome.fault()).contains(TokenFault.KEY_NOT_LOOKED_FOR);
        assertThat(outcome.headers())
            .containsEntry("Retry-After", "1")
            .containsKey("RateLimit")
            .doesNotContainKey("WWW-Authenticate");
        assertThat(outcome.body()).doesNotContain("kid");
      }
      assertThat(ask(gate).reason()).isEqualTo(GateReason.CLIENT_LIMIT);
    }
  }

  @Test
  void keyThatIsReadForTheToken_isUsedAtOnce() throws Exception {
    ReplaceableKeys[] keys = new ReplaceableKeys[1];
    keys[0] =
        ReplaceableKeys.refreshedBy(
            SignedToken.keys("other"), () -> keys[0].replace(SignedToken.keys("s1")));
    try (Gate gate = gate(keys[0])) {
      assertThat(ask(gate).reason()).isEqualTo(GateReason.ALLOWED);
    }
  }

  @Test
  void keyThatIsNotAmongThoseReadAnew_isUnknown() throws Exception {
    ReplaceableKeys keys = ReplaceableKeys.refreshedBy(SignedToken.keys("other"), () -> {});
    try (Gate gate = gate(keys)) {
      Outcome outcome = ask(gate);
      assertThat(outcome.reason()).isEqualTo(GateReason.INVALID_TOKEN);
      assertThat(outcome.fault()).contains(TokenFault.UNKNOWN_KEY);
    }
  }
}
