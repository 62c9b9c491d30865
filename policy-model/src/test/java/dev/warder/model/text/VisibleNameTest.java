package dev.warder.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that can be seen: SEMANTICS.md, section 11. */
class VisibleNameTest {
  /** Of these Unicode categories no character may stand in a name, but U+0020. */
  private static final Set<Integer> REFUSED_CATEGORIES =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.SURROGATE,
          (int) Character.PRIVATE_USE,
          (int) Character.SPACE_SEPARATOR,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR);

  /** Default_Ignorable_Code_Point, format characters newer than a JDK, and other fillers. */
  private static final int[][] INVISIBLE = {
    {0x00AD, 0x00AD},
    {0x034F, 0x034F},
    {0x061C, 0x061C},
    {0x0890, 0x0891},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},
    {0x2800, 0x2800},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFC},
    {0x13430, 0x1343F},
    {0x16FE4, 0x16FE4},
    {0x1BCA0, 0x1BCA3},
    {0x1D159, 0x1D159},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF}
  };

  private static final BitSet SHOWS_NOTHING = new BitSet();

  static {
    for (int[] range : INVISIBLE) {
      SHOWS_NOTHING.set(range[0], range[1] + 1);
    }
  }

  private static boolean isNoncharacter(int c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }

  private static boolean isRefused(int c) {
    return c != ' '
        && (REFUSED_CATEGORIES.contains(Character.getType(c))
            || SHOWS_NOTHING.get(c)
            || isNoncharacter(c));
  }

  @Test
  void isOne_eachCodePoint_isRefusedIfItShowsNothing() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = "a" + Character.toString(c) + "b";
      boolean isMark =
          switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                Character.COMBINING_SPACING_MARK,
                Character.ENCLOSING_MARK ->
                true;
            default -> false;
          };
      if (isRefused(c)) {
        assertThat(VisibleName.isOne(text)).as("U+%04X", c).isFalse();
      } else if (!isMark && !isVowelOrFinalLikeAMark(c)) {
        assertThat(VisibleName.isOne(text))
            .as("U+%04X", c)
            .isEqualTo(Normalizer.isNormalized(text, Normalizer.Form.NFC));
      }
    }
  }

  /** Of a syllable of Korean or Kirat Rai: after a consonant alone. */
  private static boolean isVowelOrFinalLikeAMark(int c) {
    return (c >= 0x1161 && c <= 0x11FF)
        || (c >= 0xD7B0 && c <= 0xD7FF)
        || c == 0x16D63
        || (c >= 0x16D67 && c <= 0x16D6A);
  }

  @Test
  void quoted_eachCodePoint_isEscapedIfRefused() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (isRefused(c)) {
        assertThat(Quoted.harmless("a" + Character.toString(c) + "b"))
            .isEqualTo("a\\u{" + Integer.toHexString(c) + "}b");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy key",
        "José Müller",
        "Nguyễn Thị Ánh",
        "Ẹ̀kọ́",
        "राजेश कुमार",
        "বাংলাদেশ",
        "சென்னை",
        "สุภาพร ใจดี",
        "ကျွှော့",
        "ភ្នំពេញ",
        "བསྒྲུབས",
        "محمّد",
        "מֹשֶׁה",
        "김철수",
        "山田太郎",
        "がぎぐ",
        "🔑 prod",
        "Ελένη Παπαδοπούλου"
      })
  void isOne_realNames_areAccepted(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    assertThat(VisibleName.isOne(composed)).isTrue();
    assertThat(Quoted.harmless(composed)).isEqualTo(composed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "e\u0301",
        "\u0301a",
        " \u0301",
        "1\u0301",
        "a\u0338",
        "a\u20dd",
        "a\u0e48",
        "\u212b",
        "\ud81b\udd44\ud81b\udd67\ud81b\udd67",
        "\ud81b\udd67",
        "\u0e01\u0e48\u0e48\u0e48\u0e48\u0e48\u0e48\u0e48\u0e48\u0e48",
        "a\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300"
      })
  void isOne_marksThatAreNotReadOrComposed_areRefused(String name) {
    assertThat(VisibleName.isOne(name)).isFalse();
  }

  @Test
  void quoted_marks_areEscapedWhereANameMayNotHaveThem() {
    assertThat(Quoted.of("e\u0301")).isEqualTo("`e\\u{301}`");
    assertThat(Quoted.of("\u00e9\u0338x")).isEqualTo("`\u00e9\\u{338}x`");
    assertThat(Quoted.of("a\u200bb")).isEqualTo("`a\\u{200b}b`");
    assertThat(Quoted.of("\u212b")).isEqualTo("`\\u{212b}`");
  }

  @Test
  void isOne_lengths_from1To256Units() {
    assertThat(VisibleName.isOne("a".repeat(256))).isTrue();
    assertThat(VisibleName.isOne("a".repeat(257))).isFalse();
  }

  @Test
  void isOne_marksOnOneLetter_are8AtMost() {
    assertThat(VisibleName.isOne("\u1000" + "\u103b".repeat(8))).isTrue();
    assertThat(VisibleName.isOne("\u1000" + "\u103b".repeat(9))).isFalse();
  }

  /** So a text is composed exactly when each of its characters with its marks is. */
  @Test
  void endOfCluster_ofWhateverCanBeComposed_isItsEnd() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        assertThat(VisibleName.endOfCluster(parts, 0)).isEqualTo(parts.length());
      }
    }
  }
}
