package dev.warder.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  @Test
  void isOne_lengths_from1To256Units() {
    assertThat(Identifier.isOne("")).isFalse();
    assertThat(Identifier.isOne("a")).isTrue();
    assertThat(Identifier.isOne("a".repeat(256))).isTrue();
    assertThat(Identifier.isOne("a".repeat(257))).isFalse();
    assertThat(Identifier.isOne("😀".repeat(128))).isTrue();
    assertThat(Identifier.isOne("😀".repeat(128) + "a")).isFalse();
  }

  @Test
  void isOne_eachCodePoint_isRefusedIfAControlOrHalf() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean isRefused =
          Character.isISOControl(c) || (c <= 0xFFFF && Character.isSurrogate((char) c));
      assertThat(Identifier.isOne("a" + Character.toString(c) + "b"))
          .as("U+%04X", c)
          .isEqualTo(!isRefused);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDE00\uD83D", "a\uD83D", "\uD83D\uD83D\uDE00", "\uDE00"})
  void isOne_halfOfAPair_isRefused(String text) {
    assertThat(Identifier.isOne(text)).isFalse();
  }
}
