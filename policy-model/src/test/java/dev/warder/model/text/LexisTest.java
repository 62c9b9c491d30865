package dev.warder.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexical rules, over every code point and at every length that matters. */
class LexisTest {
  private static final String NAME_CHARACTERS =
      "!#$%&'()*+-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  private static final String ADDRESS_CHARACTERS =
      "!#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~";

  @ParameterizedTest
  @EnumSource(names = {"NAME", "CAPABILITY"})
  void name_eachCodePoint_isAcceptedIfListed(Lexis rule) {
    assertThat(accepted(c -> rule.accepts(Character.toString(c)))).isEqualTo(set(NAME_CHARACTERS));
  }

  @Test
  void spelling_eachCodePointInside_isAcceptedIfListedOrASpace() {
    assertThat(accepted(c -> Lexis.SPELLING.accepts("a" + Character.toString(c) + "b")))
        .isEqualTo(set(NAME_CHARACTERS + " "));
  }

  @Test
  void method_eachCodePoint_isAcceptedIfListed() {
    assertThat(accepted(c -> Lexis.METHOD.accepts(Character.toString(c))))
        .isEqualTo(set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"));
  }

  @Test
  void address_eachCodePoint_isAcceptedIfListed() {
    assertThat(accepted(c -> Lexis.ADDRESS.accepts("https://" + Character.toString(c))))
        .isEqualTo(set(ADDRESS_CHARACTERS));
  }

  @Test
  void text_eachCodePointInside_isAcceptedUnlessListed() {
    BitSet expected = new BitSet();
    expected.set(0, 0x11_0000);
    int[][] refused = {
      {0x00, 0x1F},
      {0x7F, 0x9F},
      {0x61C, 0x61C},
      {0x200E, 0x200F},
      {0x2028, 0x202E},
      {0x2066, 0x2069},
      {0xD800, 0xDFFF},
      {0xFDD0, 0xFDEF},
      {0xFEFF, 0xFEFF}
    };
    for (int[] range : refused) {
      expected.clear(range[0], range[1] + 1);
    }
    for (int plane = 0; plane <= 16; plane++) {
      expected.clear(plane * 0x1_0000 + 0xFFFE, plane * 0x1_0000 + 0x1_0000);
    }
    assertThat(accepted(c -> Lexis.TEXT.accepts("a" + Character.toString(c) + "b")))
        .isEqualTo(expected);
  }

  @Test
  void label_eachCodePointInside_isATextThatCanBeSeen() {
    assertThat(accepted(c -> Lexis.LABEL.accepts("a" + Character.toString(c) + "b")))
        .isEqualTo(accepted(HarmlessText::isVisible));
    assertThat(Lexis.LABEL.accepts("Re\u200bad")).isFalse();
    assertThat(Lexis.LABEL.accepts(" Read")).isFalse();
    assertThat(Lexis.LABEL.accepts("Lire")).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void each_emptyText_isRefused(Lexis rule) {
    assertThat(rule.accepts("")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"NAME", "CAPABILITY", "SPELLING"})
  void name_256Characters_areTheMost(Lexis rule) {
    assertThat(rule.accepts("x".repeat(256))).isTrue();
    assertThat(rule.accepts("x".repeat(257))).isFalse();
  }

  @Test
  void method_32Characters_areTheMost() {
    assertThat(Lexis.METHOD.accepts("M".repeat(32))).isTrue();
    assertThat(Lexis.METHOD.accepts("M".repeat(33))).isFalse();
  }

  @Test
  void text_1024CodePoints_areTheMost() {
    assertThat(Lexis.TEXT.accepts("😀".repeat(1_024))).isTrue();
    assertThat(Lexis.TEXT.accepts("😀".repeat(1_025))).isFalse();
  }

  @Test
  void address_1024Characters_areTheMost() {
    assertThat(Lexis.ADDRESS.accepts("https://" + "x".repeat(1_016))).isTrue();
    assertThat(Lexis.ADDRESS.accepts("https://" + "x".repeat(1_017))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://x", "http://x", "https://example.com/a?b=c#d", "http://[::1]/"})
  void address_ofHttp_isAccepted(String text) {
    assertThat(Lexis.ADDRESS.accepts(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://",
        "http://",
        "http:/x",
        "HTTPS://x",
        "ftp://x",
        "//x",
        "x",
        " https://x",
        "javascript:alert(1)//https://x"
      })
  void address_ofAnythingElse_isRefused(String text) {
    assertThat(Lexis.ADDRESS.accepts(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "unmapped", "any", "all"})
  void capability_wordOfARequirement_isRefused(String word) {
    assertThat(Lexis.CAPABILITY.accepts(word)).isFalse();
    assertThat(Lexis.NAME.accepts(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Public", "public:", "anyone", "any-token", "ALL"})
  void capability_wordLikeThose_isAccepted(String word) {
    assertThat(Lexis.CAPABILITY.accepts(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", "a  b", " "})
  void spelling_otherThanSingleSpacesBetween_isRefused(String text) {
    assertThat(Lexis.SPELLING.accepts(text)).isFalse();
  }

  @Test
  void spelling_singleSpacesBetween_isAccepted() {
    assertThat(Lexis.SPELLING.accepts("ably apps list")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", " "})
  void text_spaceAtAnEnd_isRefused(String text) {
    assertThat(Lexis.TEXT.accepts(text)).isFalse();
  }

  @Test
  void text_spacesInside_areAccepted() {
    assertThat(Lexis.TEXT.accepts("a  b")).isTrue();
  }

  private static BitSet accepted(IntPredicate rule) {
    BitSet accepted = new BitSet();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      accepted.set(c, rule.test(c));
    }
    return accepted;
  }

  private static BitSet set(String characters) {
    BitSet set = new BitSet();
    characters.chars().forEach(set::set);
    return set;
  }
}
