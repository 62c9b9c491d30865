package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPolicyTest {
  private static CorsPolicy policy(String origin) {
    return new CorsPolicy(Set.of(origin), Set.of("GET"), Set.of(), Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://a.example", "http://localhost:3000", "https://[2001:db8::1]:8443", "*"})
  void origin_isAccepted(String origin) {
    assertThat(policy(origin).origins()).containsExactly(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "a.example",
        "https://a.example/",
        "https://A.example",
        "ftp://a",
        "**"
      })
  void noOrigin_isRefused(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy(origin))
        .withMessageStartingWith("no origin: " + origin);
  }

  @Test
  void all_standsAlone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CorsPolicy(
                    Set.of("*", "https://a.example"), Set.of("GET"), Set.of(), Duration.ZERO))
        .withMessageStartingWith("* stands alone");
    assertThat(policy("*").allowOrigin("https://b.example")).isEqualTo("*");
  }

  @Test
  void age_isADayAtMost() {
    Duration day = Duration.ofDays(1);
    assertThat(aged(day).age()).isEqualTo(day);
    assertThatIllegalArgumentException().isThrownBy(() -> aged(day.plusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> aged(Duration.ofNanos(-1)));
  }

  private static CorsPolicy aged(Duration age) {
    return new CorsPolicy(Set.of("*"), Set.of("GET"), Set.of(), age);
  }
}
