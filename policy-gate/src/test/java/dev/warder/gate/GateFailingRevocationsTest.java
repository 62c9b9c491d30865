package dev.warder.gate;

import static dev.warder.gate.FailingRevocations.throwing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.warder.gate.token.TokenFault;
import org.junit.jupiter.api.Test;

/** Revocations that throw count as too old, and listeners get what they threw. */
class GateFailingRevocationsTest extends WithGate {
  private final RuntimeException failure = new IllegalStateException("no revocations");
  private final FailingRevocations failing = new FailingRevocations();

  private Gate gate() {
    return Gate.builder()
        .catalogue(Notes.catalogue(), Notes.OWNERS)
        .tokens(SignedToken.verifier())
        .revocations(failing)
        .clock(clock)
        .build();
  }

  private static Outcome bad(Gate gate) {
    return gate.authorize(Asked.request("Bearer x", "GET", "/v1/notes/n1", "192.0.2.7"));
  }

  @Test
  void isCurrentThrows_goodToken_unavailableWithTheCauseAndWithoutACharge() {
    failing.isCurrent = throwing(failure);
    Outcome outcome = get(gate(), READER);
    assertThat(outcome.reason()).isEqualTo(GateReason.UNAVAILABLE);
    assertThat(outcome.fault()).contains(TokenFault.REVOCATIONS_UNAVAILABLE);
    assertThat(outcome.failure()).containsSame(failure);
    assertThat(outcome.charge()).isEmpty();
    assertThat(outcome.body()).doesNotContain("no revocations");
  }

  /** The limit of a client is 2. */
  @Test
  void isCurrentThrows_badTokens_areChargedToTheClient() {
    failing.isCurrent = throwing(failure);
    Gate gate = gate();
    assertThat(bad(gate).reason()).isEqualTo(GateReason.INVALID_TOKEN);
    assertThat(bad(gate).charge()).isPresent();
    assertThat(bad(gate).reason()).isEqualTo(GateReason.CLIENT_LIMIT);
  }

  @Test
  void checkThrows_unavailableWithTheCauseAndWithoutACharge() {
    failing.check = throwing(failure);
    Gate gate = gate();
    Outcome outcome = get(gate, READER);
    assertThat(outcome.reason()).isEqualTo(GateReason.UNAVAILABLE);
    assertThat(outcome.fault()).contains(TokenFault.REVOCATIONS_UNAVAILABLE);
    assertThat(outcome.failure()).containsSame(failure);
    assertThat(outcome.charge()).isEmpty();
    failing.check = () -> {};
    assertThat(get(gate, READER).isAllowed()).isTrue();
  }

  @Test
  void errors_areThrownOn() {
    Gate gate = gate();
    failing.check = throwing(new StackOverflowError());
    assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> get(gate, READER));
    failing.isCurrent = throwing(new StackOverflowError());
    assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> bad(gate));
  }

  @Test
  void closeThrows_theListenersAreEndedAllTheSame() {
    failing.close = throwing(failure);
    Gate gate =
        Gate.builder()
            .catalogue(Notes.catalogue(), Notes.OWNERS)
            .tokens(SignedToken.verifier().keepSeenTokens(8))
            .revocations(failing)
            .clock(clock)
            .listener(event -> {})
            .build();
    assertThat(catchThrowable(gate::close)).isSameAs(failure);
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.UNAVAILABLE);
    assertThat(gate.dropped()).isEqualTo(1);
  }
}
