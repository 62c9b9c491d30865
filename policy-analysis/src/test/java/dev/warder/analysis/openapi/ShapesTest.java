package dev.warder.analysis.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {
  @ParameterizedTest
  @CsvSource({
    "/a/{x}, /a/{}",
    "/a/{x}/b/{y}, /a/{}/b/{}",
    "/a/{x}.json, /a/{}.json",
    "/{x}{y}, /{}{}",
    "/a{x}b{y}c, /a{}b{}c",
    "/{}, /{}",
    "/{x, /{x",
    "/x}, /x}",
    "/{x/y}, /{x/y}",
    "/{x/{y}, /{x/{}",
    "/{x{y}, /{}",
    "/{x}}, /{}}",
    "/{{x, /{{x",
    "'', ''"
  })
  void of_braces_areLeftOutOfAClosedOneAlone(String path, String shape) {
    assertThat(Shapes.of(path)).isEqualTo(shape);
  }

  /** Counts how many characters are looked at. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private long looks;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      looks += end - start;
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      looks += text.length();
      return text;
    }
  }

  @Test
  void of_manyBracesThatAreNotClosed_looksAtEachCharacterOnce() {
    CountedText path = new CountedText("/" + "{".repeat(100_000) + "/}");
    assertThat(Shapes.of(path)).isEqualTo(path.text);
    assertThat(path.looks).isEqualTo(100_003);
  }
}
