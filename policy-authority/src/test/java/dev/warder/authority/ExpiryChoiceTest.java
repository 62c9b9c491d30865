package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.model.ControlApi;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryChoiceTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ExpiryChoice CONTROL_API = ExpiryChoice.of(ControlApi.catalogue());
  private static final ExpiryChoice FREE = ExpiryChoice.of(CapabilityChoiceTest.hostile());

  private static Refused refusal(ExpiryChoice choice, String said) {
    return catchThrowableOfType(Refused.class, () -> choice.expiresAt(said, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "30d, 2026-01-31T00:00:00Z",
    "60d, 2026-03-02T00:00:00Z",
    "90d, 2026-04-01T00:00:00Z"
  })
  void expiresAt_lifetimeOffered_isThatMuchLater(String said, Instant expiry) throws Exception {
    assertThat(CONTROL_API.expiresAt(said, NOW)).contains(expiry);
  }

  @Test
  void expiresAt_never_isNothing() throws Exception {
    assertThat(CONTROL_API.expiresAt("never", NOW)).isEmpty();
    assertThat(FREE.expiresAt("never", NOW)).isEmpty();
  }

  @Test
  void expiresAt_nothingSaid_isTheDefault() throws Exception {
    assertThat(CONTROL_API.expiresAt(null, NOW)).contains(Instant.parse("2026-01-31T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31d", "30", "30D", "030d", " 30d", "Never", "none", "30d "})
  void expiresAt_notOffered_isRefusedNamingTheChoices(String said) {
    Refused refused = refusal(CONTROL_API, said);
    assertThat(refused.reason()).isEqualTo(RefusalReason.UNKNOWN_EXPIRY);
    assertThat(refused)
        .hasMessage("a token's expiry is one of `30d`, `60d`, `90d`, `never`, not `" + said + "`");
  }

  @Test
  void expiresAt_fractionOfASecond_countsFromTheWholeOne() throws Exception {
    assertThat(CONTROL_API.expiresAt("30d", NOW.plusNanos(999_999_999)))
        .contains(Instant.parse("2026-01-31T00:00:00Z"));
    assertThat(CONTROL_API.expiresAt("30d", NOW.plusSeconds(1)))
        .contains(Instant.parse("2026-01-31T00:00:01Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "1d, 2026-01-02T00:00:00Z",
    "365d, 2027-01-01T00:00:00Z",
    "36500d, 2125-12-08T00:00:00Z"
  })
  void expiresAt_anyDaysWhereNoneAreOffered_isThatMuchLater(String said, Instant expiry)
      throws Exception {
    assertThat(FREE.expiresAt(said, NOW)).contains(expiry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d",
        "0d",
        "01d",
        "-1d",
        "+1d",
        "1",
        "1h",
        "d1",
        "1D",
        "36501d",
        "99999d",
        "100000d",
        "1.5d",
        "1 d",
        "١d",
        "/d",
        ":d",
        "NEVER",
        "99999999999999999999d"
      })
  void expiresAt_noNumberOfDaysWhereNoneAreOffered_isRefused(String said) {
    Refused refused = refusal(FREE, said);
    assertThat(refused.reason()).isEqualTo(RefusalReason.UNKNOWN_EXPIRY);
    assertThat(refused)
        .hasMessage(
            "a token's expiry is `Nd`, with N days from 1 to 36500, or `never`, not `"
                + said
                + "`");
  }

  @Test
  void expiresAt_nothingSaidWhereNoneAreOffered_isRefused() {
    Refused refused = refusal(FREE, null);
    assertThat(refused.reason()).isEqualTo(RefusalReason.UNKNOWN_EXPIRY);
    assertThat(refused)
        .hasMessage(
            "the catalogue has no default expiry; choose `Nd`, with N days from 1 to 36500, or"
                + " `never`");
  }
}
