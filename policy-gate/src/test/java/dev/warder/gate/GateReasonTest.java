package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Reason;
import dev.warder.gate.limit.LimitKind;
import dev.warder.gate.token.TokenReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason from below has one here, of the same code and status, with texts fit to send. */
class GateReasonTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void of_reasonOfADecision_sameCodeAndStatus(Reason reason) {
    assertThat(GateReason.of(reason)).hasToString(reason.code());
    assertThat(GateReason.of(reason).status()).isEqualTo(reason.status());
  }

  @ParameterizedTest
  @EnumSource(TokenReason.class)
  void of_reasonOfAToken_sameCodeAndStatus(TokenReason reason) {
    assertThat(GateReason.of(reason)).hasToString(reason.code());
    assertThat(GateReason.of(reason).status()).isEqualTo(reason.status());
  }

  @ParameterizedTest
  @EnumSource(LimitKind.class)
  void of_limit_namedAfterIt(LimitKind kind) {
    assertThat(GateReason.of(kind)).hasToString(kind.code() + "-limit");
    assertThat(GateReason.of(kind).status()).isEqualTo(429);
  }

  @ParameterizedTest
  @EnumSource(GateReason.class)
  void texts_areFitForAQuotedString(GateReason reason) {
    assertThat(reason.detail()).matches("[\\x20-\\x7e&&[^\"\\\\]]+");
    assertThat(reason.phrase()).matches("[A-Za-z ]+");
  }

  @Test
  void told_everyReasonButOne_isItsCode() {
    for (GateReason reason : GateReason.values()) {
      assertThat(reason.told())
          .isEqualTo(reason == GateReason.WRONG_ACCOUNT ? "not-found" : reason.code());
    }
  }
}
