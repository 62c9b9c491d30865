package dev.warder.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {

  @Test
  void of_plainText_isInBackticks() {
    assertThat(Quoted.of("read:app")).isEqualTo("`read:app`");
  }

  @Test
  void of_emptyText_isTwoBackticks() {
    assertThat(Quoted.of("")).isEqualTo("``");
  }

  @Test
  void of_nonAscii_standsAsItIs() {
    assertThat(Quoted.of("é漢😀")).isEqualTo("`é漢😀`");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x1b, 0x7f, 0x9b, 0x202e, 0xd83d, 0xfdd0, 0xfeff, 0xffff})
  void of_harmfulCharacter_isItsNumber(int c) {
    assertThat(Quoted.of("a" + (char) c + "b"))
        .isEqualTo("`a\\u{" + Integer.toHexString(c) + "}b`");
  }

  @Test
  void of_80Characters_areAllShown() {
    assertThat(Quoted.of("😀".repeat(80))).isEqualTo("`" + "😀".repeat(80) + "`");
  }

  @Test
  void of_81Characters_areShortened() {
    assertThat(Quoted.of("😀".repeat(81))).isEqualTo("`" + "😀".repeat(80) + "…`");
  }

  @Test
  void harmless_message_isNeitherQuotedNorShortened() {
    assertThat(Quoted.harmless("found \u202e in " + "x".repeat(100)))
        .isEqualTo("found \\u{202e} in " + "x".repeat(100));
  }
}
