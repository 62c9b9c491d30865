package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenRejectedTest {
  @ParameterizedTest
  @EnumSource
  void of_everyFault_sharedWithoutTrace(TokenFault fault) {
    TokenRejected rejected = TokenRejected.of(fault);
    assertThat(rejected).isSameAs(TokenRejected.of(fault)).hasMessage(fault.message());
    assertThat(rejected.fault()).isEqualTo(fault);
    assertThat(rejected.reason()).isEqualTo(fault.reason());
    assertThat(rejected.getStackTrace()).isEmpty();
    rejected.addSuppressed(new IllegalStateException());
    assertThat(rejected.getSuppressed()).isEmpty();
  }

  @Test
  void codes_areTheNamesInLowerCase() {
    for (TokenFault fault : TokenFault.values()) {
      assertThat(fault).hasToString(fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      assertThat(fault.code()).isEqualTo(fault.toString());
    }
    for (TokenReason reason : TokenReason.values()) {
      assertThat(reason).hasToString(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      assertThat(reason.code()).isEqualTo(reason.toString());
    }
  }

  @Test
  void status_unavailableIsTheServersAndAllElseTheClients() {
    assertThat(Arrays.stream(TokenReason.values()).map(TokenReason::status))
        .containsExactly(401, 401, 401, 503);
  }
}
