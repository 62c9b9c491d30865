package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalReasonTest {
  @ParameterizedTest
  @EnumSource
  void code_ofAny_isItsNameInLowerCaseWithHyphens(RefusalReason reason) {
    assertThat(reason.code()).isEqualTo(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    assertThat(reason).hasToString(reason.code());
  }
}
