package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.revocation.TokenIdentity;
import dev.warder.gate.token.TokenFault;
import dev.warder.model.Limits;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What was revoked, as the gate heeds it. */
class GateRevocationTest extends WithGate {
  @Test
  void revoke_tokenSeenBefore_refusedAtOnce() {
    Gate gate = builder().build();
    assertThat(get(gate, READER).isAllowed()).isTrue();
    revocations.revoke(new Revocation.OfToken(SignedToken.ISSUER, "t-1"));
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
    assertThat(get(gate, READER.withValue("t-1-2")).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
    assertThat(get(gate, SignedToken.of("t-2", "A", "read:note")).isAllowed()).isTrue();
  }

  @Test
  void revoke_otherKinds_refusedAtOnce() {
    Gate gate = builder().limits(Limits.NONE).build();
    SignedToken other = SignedToken.of("t-2", "B", "read:note");
    assertThat(get(gate, READER).isAllowed()).isTrue();
    assertThat(get(gate, other).reason()).isEqualTo(GateReason.WRONG_ACCOUNT);
    revocations.revoke(new Revocation.OfAccount(SignedToken.ISSUER, "A", clock.instant()));
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
    assertThat(get(gate, other).reason()).isEqualTo(GateReason.WRONG_ACCOUNT);
    revocations.revoke(new Revocation.OfUser(SignedToken.ISSUER, "u-1", clock.instant()));
    assertThat(get(gate, other).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
  }

  /**
   * Here a poll ends between a look-up, which knew less, and whoever asks whether it is current.
   */
  @Test
  void authorize_pollEndsAfterTheLookUp_doesNotVouchForIt() {
    Revocations polledMeanwhile =
        new Revocations() {
          private boolean wasPolled;

          @Override
          public RevocationAnswer check(TokenIdentity token) {
            wasPolled = true;
            return RevocationAnswer.CLEAR;
          }

          @Override
          public boolean isCurrent() {
            return wasPolled;
          }

          @Override
          public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
            return () -> {};
          }
        };
    Gate gate =
        Gate.builder()
            .catalogue(Notes.catalogue(), Notes.OWNERS)
            .tokens(SignedToken.verifier())
            .revocations(polledMeanwhile)
            .clock(clock)
            .build();
    Outcome first = get(gate, READER);
    assertThat(first.reason()).isEqualTo(GateReason.UNAVAILABLE);
    assertThat(first.fault()).contains(TokenFault.REVOCATIONS_UNAVAILABLE);
    assertThat(get(gate, READER).isAllowed()).isTrue();
  }

  @Test
  void acceptTokensThatWereRevoked_asItSays() {
    Gate gate =
        Gate.builder()
            .catalogue(Notes.catalogue(), Notes.OWNERS)
            .tokens(SignedToken.verifier())
            .acceptTokensThatWereRevoked()
            .clock(clock)
            .build();
    assertThat(get(gate, READER).isAllowed()).isTrue();
    assertThat(get(gate, READER).isAllowed()).isTrue();
  }

  /** What another listener throws, be it an error, keeps no gate from being told. */
  @Test
  void revoke_anotherListenerFails_theGateIsToldAllTheSame() {
    revocations.onRevoked(
        revoked -> {
          throw new NoClassDefFoundError("another's");
        });
    Gate gate = builder().build();
    assertThat(get(gate, READER).isAllowed()).isTrue();
    assertThatExceptionOfType(NoClassDefFoundError.class)
        .isThrownBy(() -> revocations.revoke(new Revocation.OfToken(SignedToken.ISSUER, "t-1")));
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
  }
}
