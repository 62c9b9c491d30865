package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTokenTest {
  private static TokenFault fault(String text) {
    return catchThrowableOfType(
            TokenRejected.class, () -> CompactToken.parse(text, text.length()).header())
        .fault();
  }

  @Test
  void parse_threeParts_decoded() throws Exception {
    CompactToken token = CompactToken.parse("AQ.AgM.BAUG", 11);
    assertThat(token.header()).containsExactly(1);
    assertThat(token.claims()).containsExactly(2, 3);
    assertThat(token.signature()).containsExactly(4, 5, 6);
    assertThat(token.signingInput()).asString().isEqualTo("AQ.AgM");
    assertThat(token.signatureText()).hasToString("BAUG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "AA",
        "AA.AA",
        "AA.AA.",
        "AA..AA",
        ".AA.AA",
        "AA.AA.AA.",
        "AA.AA.AA.AA"
      })
  void parse_notThreeParts_notCompact(String text) {
    assertThat(fault(text)).isEqualTo(TokenFault.NOT_COMPACT);
  }

  /** Each part with a character that is in no alphabet, whatever bytes it is made of. */
  @ParameterizedTest
  @ValueSource(
      strings = {"A?", "A=", "A\u00e9", "A\u0141", "A\u0441", "\ud83d\ude00", "A\ud83d", "\ude00A"})
  void parse_characterOutsideTheAlphabetInAnyPart_notBase64url(String part) {
    for (String text :
        new String[] {
          part + ".AQ.AQ", "AQ." + part + ".AQ", "AQ.AQ." + part, "AQ.AQ." + part + "AA"
        }) {
      assertThat(fault(text)).as(text).isEqualTo(TokenFault.NOT_BASE64URL);
    }
  }

  @Test
  void parse_longerThanAllowed_tooLong() {
    assertThat(
            catchThrowableOfType(TokenRejected.class, () -> CompactToken.parse("AQ.AQ.AQ", 7))
                .fault())
        .isEqualTo(TokenFault.TOO_LONG);
  }
}
