package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MethodsTest {
  @Test
  void isToken_everyCharacter_asInRfc9110() {
    for (int c = 0; c <= 0xFFFF; c++) {
      boolean expected = c < 128 && String.valueOf((char) c).matches("[A-Za-z0-9!#$%&'*+.^_`|~-]");
      assertThat(Methods.isToken("G" + (char) c)).as("U+%04X", c).isEqualTo(expected);
    }
    assertThat(Methods.isToken("")).isFalse();
  }

  @Test
  void number_methodsThatCollide_toldApart() {
    List<String> methods = IntStream.range(0, 60).mapToObj(i -> "A" + (10 + i) + "A").toList();
    Methods table = new Methods(methods);
    for (int i = 0; i < methods.size(); i++) {
      assertThat(table.number(methods.get(i))).isEqualTo(i);
    }
    assertThat(table.number("A70A")).isEqualTo(Methods.OTHER);
    assertThat(table.number("A")).isEqualTo(Methods.OTHER);
    assertThat(table.number("")).isEqualTo(Methods.OTHER);
  }

  @Test
  void number_repeatedMethods_numberedOnce() {
    Methods methods = new Methods(List.of("GET", "PUT", "GET", "DELETE"));
    assertThat(methods.size()).isEqualTo(3);
    assertThat(methods.number("GET")).isEqualTo(0);
    assertThat(methods.number("PUT")).isEqualTo(1);
    assertThat(methods.number("DELETE")).isEqualTo(2);
    assertThat(methods.number("get")).isEqualTo(Methods.OTHER);
  }
}
