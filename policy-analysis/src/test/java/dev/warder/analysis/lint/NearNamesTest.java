package dev.warder.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two names, and whether one letter makes one of the other. */
class NearNamesTest {
  @ParameterizedTest
  @CsvSource({
    "read, read, false", "read, reads, true", "read, rad, false", "reads, rads, true",
    "read, reed, true", "read, Read, true", "read, raed, true", "read, rdea, false",
    "read, dear, false", "read, reda, true", "read, aread, true", "read, readss, false",
    "v1.0, v2.0, false", "v1.0, v1.00, false", "v1.0, v.10, false", "c:10, c:1, false",
    "red, rea, false", "ab12, ab1, false", "apps, apps1, false", "appx, app1, false",
    "abcd, abdc, true", "abcd, bacd, true", "abcd, badc, false"
  })
  void isOneLetterApart_bothWays(String a, String b, boolean expected) {
    assertThat(NearNames.isOneLetterApart(a, b)).isEqualTo(expected);
    assertThat(NearNames.isOneLetterApart(b, a)).isEqualTo(expected);
  }

  /**
   * One rest of 255 characters, and names that have one digit more, at each place of it. Digits are
   * no letters, so no two are near, and each would be compared with all before it.
   */
  @Test
  void nearest_manyNamesThatAreAlikeButForADigit_isRefusedAfterTheMostSteps() {
    Random random = new Random(1);
    StringBuilder rest = new StringBuilder();
    random.ints(255, 'a', 'z' + 1).forEach(c -> rest.append((char) c));
    Set<String> names = new LinkedHashSet<>();
    for (int place = 0; place <= rest.length(); place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        names.add(new StringBuilder(rest).insert(place, digit).toString());
      }
    }
    List<String> many = new ArrayList<>(names);
    for (int i = 0; i < 2; i++) {
      String end = "z" + i;
      names.forEach(name -> many.add(name.substring(0, name.length() - 2) + end));
    }
    NearNames search = new NearNames(many.stream().distinct().toList());
    assertThatThrownBy(search::nearest)
        .isInstanceOf(TooMuchWork.class)
        .hasMessageStartingWith(
            "to find names that are one letter apart takes more than 5000000 comparisons, at `");
    assertThat(search.steps()).isEqualTo(5_000_001);
  }

  @Test
  void nearest_thousandNamesFromASeed_compareOnlyWhatIsAlike() throws Exception {
    Random random = new Random(1);
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < 1_000) {
      StringBuilder name = new StringBuilder();
      random.ints(200, 'a', 'z' + 1).forEach(c -> name.append((char) c));
      names.add(name.toString());
    }
    NearNames search = new NearNames(List.copyOf(names));
    assertThat(search.nearest()).isEmpty();
    assertThat(search.steps()).isZero();
  }
}
