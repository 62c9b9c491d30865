package dev.warder.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "label, label",
    "lable, label",
    "labe, label",
    "labels, label",
    "laber, label",
    "xabel, label",
    "raed, read",
    "r, e",
    "abcdefghi, abcdefxyz",
    "abcdefghi, xbcdyfghz",
    "bacdfegih, abcdefghi"
  })
  void to_withinAThirdOfTheCharacters_isTheName(String text, String name) {
    assertThat(Nearest.to(text, List.of(name))).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "abcde, abxye",
    "read, raxd1",
    "abcde, edcba",
    "abcdefghi, abcdewxyz",
    "abcdefghi, abcde",
    "abcde, abcdefg",
    "ab, cd",
    "r, xe",
    "badc, abcd",
    "cdefgh, abcdef",
    "'', ab"
  })
  void to_oneMistakeMore_isNothing(String text, String name) {
    assertThat(Nearest.to(text, List.of(name))).isEmpty();
  }

  @Test
  void to_textOf256Characters_isSought() {
    String name = "n".repeat(256);
    assertThat(Nearest.to(name, List.of(name))).contains(name);
    assertThat(Nearest.to(name + "n", List.of(name))).isEmpty();
  }

  @Test
  void to_several_isTheNearest() {
    assertThat(Nearest.to("reader", List.of("rudder", "readers", "leaders"))).contains("readers");
  }

  @Test
  void to_equallyNear_isTheFirst() {
    assertThat(Nearest.to("read", List.of("bead", "lead"))).contains("bead");
  }

  @Test
  void to_noNames_isNothing() {
    assertThat(Nearest.to("read", List.of())).isEmpty();
  }

  @Test
  void to_emptyText_isANameOfOneCharacter() {
    assertThat(Nearest.to("", List.of("ab", "c"))).contains("c");
  }
}
