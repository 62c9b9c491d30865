package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSectionTest {
  private static final String SHOP = Samples.HEAD + "operations: {}\n";

  @Test
  void limits_each_areTheirNumbers() {
    assertThat(limits("limits: {account: 4000/hour, token: 2000/hour, client: 60/hour}"))
        .isEqualTo(Limits.NONE.withAccount(4_000).withToken(2_000).withClient(60));
  }

  @Test
  void with_one_leavesTheOthers() {
    Limits limits = Limits.NONE.withAccount(1).withToken(2).withClient(3);
    assertThat(limits).hasToString("account 1, token 2, client 3");
    assertThat(limits.withAccount(4)).hasToString("account 4, token 2, client 3");
    assertThat(limits.withToken(4)).hasToString("account 1, token 4, client 3");
    assertThat(limits.withClient(4)).hasToString("account 1, token 2, client 4");
    assertThat(Limits.NONE).hasToString("account none, token none, client none");
  }

  @Test
  void with_zero_isALimit_andLessIsRefused() {
    assertThat(Limits.NONE.withToken(0).token()).hasValue(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.NONE.withToken(-1))
        .withMessage("a limit is 0 or more, not -1");
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.NONE.withAccount(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.NONE.withClient(-1));
  }

  @Test
  void limits_public_isItsOwnNumber() {
    Limits limits = limits("limits: {client: 60/hour, public: 600/hour}");
    assertThat(limits.publicRequests()).hasValue(600);
    assertThat(limits.publicOrClient()).hasValue(600);
    assertThat(limits.client()).hasValue(60);
  }

  @Test
  void limits_publicAbsent_isTheClients() {
    Limits limits = limits("limits: {client: 60/hour}");
    assertThat(limits.publicRequests()).isEmpty();
    assertThat(limits.publicOrClient()).hasValue(60);
    assertThat(limits("limits: {token: 1/hour}").publicOrClient()).isEmpty();
    assertThat(limits("limits: {public: 1/hour}").publicOrClient()).hasValue(1);
  }

  @Test
  void limits_absent_areNone() {
    assertThat(limits("")).isEqualTo(Limits.NONE);
    assertThat(Limits.NONE.token()).isEmpty();
  }

  @Test
  void limits_empty_areNone() {
    assertThat(limits("limits: {}")).isEqualTo(Limits.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 999_999_999, 1_000_000_000})
  void limit_withinBounds_isRead(int requests) {
    assertThat(limits("limits: {token: " + requests + "/hour}").token()).hasValue(requests);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/hour",
        "00/hour",
        "01/hour",
        "1000000001/hour",
        "4294967297/hour",
        "9999999999/hour",
        "10000000000/hour",
        "18446744073709551617/hour",
        "/hour",
        "hour",
        "",
        "1",
        "1/Hour",
        "1/hours",
        "-1/hour",
        "+1/hour",
        "1 /hour",
        "1/day",
        "1:/hour",
        "1//hour",
        "١/hour"
      })
  void limit_otherwise_isRefused(String limit) {
    assertThat(Samples.problems(SHOP + "limits: {token: '" + limit + "'}\n"))
        .containsExactly(
            "8:17: a limit is `N/hour`, with N from 1 to 1000000000, not `" + limit + "`");
  }

  @Test
  void limit_list_isRefusedOnce() {
    assertThat(Samples.problems(SHOP + "limits: {token: [1/hour]}\n"))
        .containsExactly("8:17: text is expected here, not a list");
  }

  @Test
  void expiry_absent_isNone() {
    assertThat(Samples.read(SHOP).expiry()).isEmpty();
  }

  @Test
  void expiry_choices_areInTheOrderWritten() {
    Expiry expiry = expiry("[90d, never, 1d]", "never");
    assertThat(expiry.choices())
        .containsExactly(Lifetime.ofDays(90), Lifetime.NEVER, Lifetime.ofDays(1));
    assertThat(expiry.preset()).isEqualTo(Lifetime.NEVER);
    assertThat(expiry).hasToString("[90d, never, 1d], default never");
  }

  @Test
  void lifetime_ofDays_isThatDuration() {
    assertThat(Lifetime.ofDays(30).duration()).contains(Duration.ofDays(30));
    assertThat(Lifetime.ofDays(30)).hasToString("30d");
  }

  @Test
  void lifetime_never_isNoDuration() {
    assertThat(Lifetime.NEVER.duration()).isEmpty();
    assertThat(Lifetime.NEVER).hasToString("never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1d", "9d", "36500d"})
  void lifetime_withinBounds_isRead(String lifetime) {
    assertThat(expiry("[" + lifetime + "]", lifetime).preset()).hasToString(lifetime);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0d", "36501d", "4294967326d", "01d", "d", "", "30", "1D", "1dd", "-1d", "Never"})
  void lifetime_otherwise_isRefused(String lifetime) {
    assertThat(
            Samples.problems(SHOP + "expiry: {default: 1d, choices: [1d, '" + lifetime + "']}\n"))
        .containsExactly(
            "8:37: a lifetime is `Nd`, with N days from 1 to 36500, or `never`, not `"
                + lifetime
                + "`");
  }

  @Test
  void expiry_withoutKeys_isToldBothAtItsName() {
    assertThat(Samples.problems(SHOP + "expiry: {}\n"))
        .containsExactly("8:1: expiry has no `choices`", "8:1: expiry has no `default`");
  }

  @Test
  void expiry_withoutChoices_isToldThatAlone() {
    assertThat(Samples.problems(SHOP + "expiry: {default: 30d}\n"))
        .containsExactly("8:1: expiry has no `choices`");
  }

  @Test
  void expiry_withTextForChoices_isToldThatAlone() {
    assertThat(Samples.problems(SHOP + "expiry: {choices: 30d, default: 30d}\n"))
        .containsExactly("8:19: a list is expected here, not text: `30d`");
  }

  @Test
  void expiry_withTwoLists_isToldEachMistake() {
    assertThat(Samples.problems(SHOP + "expiry: {choices: [30d, 30d, []], default: []}\n"))
        .containsExactly(
            "8:25: `30d` stands twice in `choices`",
            "8:30: text is expected here, not a list",
            "8:44: text is expected here, not a list");
  }

  @Test
  void expiry_defaultBesideTheChoices_isRefused() {
    assertThat(Samples.problems(SHOP + "expiry: {choices: [30d, 60d], default: never}\n"))
        .containsExactly("8:40: `never` is none of `choices`");
  }

  private static Limits limits(String line) {
    return Samples.read(SHOP + line + "\n").limits();
  }

  private static Expiry expiry(String choices, String preset) {
    return Samples.read(SHOP + "expiry: {choices: " + choices + ", default: " + preset + "}\n")
        .expiry()
        .orElseThrow();
  }
}
