package dev.warder.authority.key;

import static dev.warder.authority.key.Keys.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenContentTest {
  private static final List<String> NAMES =
      List.of("issuer", "audience", "subject", "value id", "token id", "account");

  /** Returns a content whose name at a place, in the order of the claims, is another. */
  private static TokenContent named(int place, String name) {
    List<String> names = new ArrayList<>(List.of("i", "a", "s", "v", "t", "c"));
    names.set(place, name);
    return new TokenContent(
        names.get(0),
        names.get(1),
        names.get(2),
        names.get(3),
        names.get(4),
        names.get(5),
        List.of(),
        NOW,
        null);
  }

  private static TokenContent carrying(List<String> capabilities) {
    return new TokenContent("i", "a", "s", "v", "t", "c", capabilities, NOW, null);
  }

  private static TokenContent of(Instant issuedAt, Instant expiresAt) {
    return new TokenContent("i", "a", "s", "v", "t", "c", List.of(), issuedAt, expiresAt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000", "a\u001F", "\u007F", "\u009F", "\uD800", "\uDC00a"})
  void names_thatNoVerifierAccepts_areRefused(String name) {
    for (int i = 0; i < NAMES.size(); i++) {
      int place = i;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> named(place, name))
          .withMessage(
              "the "
                  + NAMES.get(i)
                  + " is not 1 to 256 characters, none of them a control or half of a pair");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "~", "\u00A0", "\u2028", "\uFFFF", "😀"})
  void names_atTheEdges_areAccepted(String name) {
    assertThat(named(2, name).subject()).isEqualTo(name);
  }

  @Test
  void names_of256Characters_areAccepted_oneMoreIsNot() {
    assertThat(named(5, "x".repeat(256)).account()).hasSize(256);
    assertThatIllegalArgumentException().isThrownBy(() -> named(5, "x".repeat(257)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\"", "a\\", "\u007F", "é"})
  void capabilities_thatAreNoRawStrings_areRefused(String raw) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> carrying(List.of(raw)))
        .withMessageStartingWith("a capability is not 1 to 256 of U+0021 to U+007E");
  }

  @Test
  void capabilities_atTheEdges_areKeptInOrder() {
    List<String> edges = List.of("~", "!", "x".repeat(256));
    assertThat(carrying(edges).capabilities()).isEqualTo(edges);
    assertThatIllegalArgumentException().isThrownBy(() -> carrying(List.of("x".repeat(257))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> carrying(List.of("a", "b", "a")))
        .withMessage("a capability stands twice");
  }

  @Test
  void capabilities_1024_areAccepted_oneMoreIsNot() {
    List<String> many = IntStream.range(0, 1_025).mapToObj(i -> "c" + i).toList();
    assertThat(carrying(many.subList(0, 1_024)).capabilities()).hasSize(1_024);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> carrying(many))
        .withMessage("a token has at most 1024 capabilities");
  }

  @Test
  void capabilities_listChangedAfterwards_stay() {
    List<String> list = new ArrayList<>(List.of("a"));
    TokenContent content = carrying(list);
    list.add("b");
    assertThat(content.capabilities()).containsExactly("a");
  }

  @Test
  void times_notInWholeSecondsOrRange_areRefused() {
    Instant later = NOW.plusSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(NOW.plusNanos(1), later))
        .withMessage(
            "the time of issue is not in whole seconds from 1970 to 9999:"
                + " 2026-01-01T00:00:00.000000001Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(NOW, later.plusNanos(1)))
        .withMessageStartingWith("the time of expiry is not in whole seconds");
    assertThatIllegalArgumentException().isThrownBy(() -> of(Instant.ofEpochSecond(-1), later));
    assertThat(of(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)).issuedAt())
        .isEqualTo("1970-01-01T00:00:00Z");
    Instant last = Instant.parse("9999-12-31T23:59:59Z");
    assertThat(of(last.minusSeconds(1), last).expiresAt()).isEqualTo(last);
    assertThatIllegalArgumentException().isThrownBy(() -> of(last, last.plusSeconds(1)));
  }

  @Test
  void expiry_from1SecondTo36500DaysAfterTheIssue_isAccepted() {
    assertThat(of(NOW, NOW.plusSeconds(1)).expiresAt()).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(NOW, NOW))
        .withMessage("the expiry is not after the issue");
    Instant longest = NOW.plus(Duration.ofDays(36_500));
    assertThat(of(NOW, longest).expiresAt()).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(NOW, longest.plusSeconds(1)))
        .withMessage("a token expires after at most 36500 days, or never");
  }
}
