package dev.warder.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

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
}
