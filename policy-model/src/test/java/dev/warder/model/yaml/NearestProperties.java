package dev.warder.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Finding only what is near must give what comparing everything gives. */
class NearestProperties {
  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().withChars("abc").ofMaxLength(12);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return text().list().ofMaxSize(6);
  }

  @Property(tries = 20_000)
  void search_anyTextAndNames_isWhatTheWholeMatrixGives(
      @ForAll("text") String text, @ForAll("names") List<String> names) {
    int best = Math.max(1, text.length() / 3) + 1;
    Optional<String> expected = Optional.empty();
    for (String name : names) {
      int distance = distance(text, name);
      if (distance < best) {
        best = distance;
        expected = Optional.of(name);
      }
    }
    assertThat(Nearest.to(text, names)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> longText() {
    return Arbitraries.strings().withChars("ab").ofMinLength(60).ofMaxLength(70);
  }

  /** On both sides of 64 characters, where another way of comparing begins. */
  @Property(tries = 2_000)
  void search_longTextAndName_isNearAsTheWholeMatrixSays(
      @ForAll("longText") String text, @ForAll("longText") String name) {
    boolean near = distance(text, name) <= text.length() / 3;
    assertThat(Nearest.to(text, List.of(name)).isPresent()).isEqualTo(near);
  }

  private static int distance(String a, String b) {
    int[][] cells = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cells[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        cells[i][j] = cells[i - 1][j - 1] + (same ? 0 : 1);
        cells[i][j] = Math.min(cells[i][j], 1 + Math.min(cells[i - 1][j], cells[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cells[i][j] = Math.min(cells[i][j], cells[i - 2][j - 2] + 1);
        }
      }
    }
    return cells[a.length()][b.length()];
  }
}
