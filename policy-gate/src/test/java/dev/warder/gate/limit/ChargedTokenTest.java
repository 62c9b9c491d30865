package dev.warder.gate.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ChargedTokenTest {
  private final ChargedToken token = ChargedToken.of("https://a.example", "t-1", "28AB9a");

  @Test
  void accessors_areWhatWasGiven() {
    assertThat(token.issuer()).isEqualTo("https://a.example");
    assertThat(token.tokenId()).isEqualTo("t-1");
    assertThat(token.account()).contains("28AB9a");
    assertThat(token).hasToString("token t-1 of account 28AB9a, issued by https://a.example");
  }

  @Test
  void keys_otherAccount_sameTokenKey() {
    ChargedToken other = ChargedToken.of("https://a.example", "t-1", "28AB9b");
    assertThat(other.tokenKey).isEqualTo(token.tokenKey);
    assertThat(other.accountKey).isNotEqualTo(token.accountKey);
  }

  @Test
  void keys_otherToken_sameAccountKey() {
    ChargedToken other = ChargedToken.of("https://a.example", "t-2", "28AB9a");
    assertThat(other.tokenKey).isNotEqualTo(token.tokenKey);
    assertThat(other.accountKey).isEqualTo(token.accountKey);
  }

  @Test
  void keys_otherIssuer_bothDiffer() {
    ChargedToken other = ChargedToken.of("https://b.example", "t-1", "28AB9a");
    assertThat(other.tokenKey).isNotEqualTo(token.tokenKey);
    assertThat(other.accountKey).isNotEqualTo(token.accountKey);
  }

  @Test
  void keys_textMovedFromIssuerToId_differ() {
    assertThat(ChargedToken.of("ab", "c", "c").tokenKey)
        .isNotEqualTo(ChargedToken.of("a", "bc", "c").tokenKey);
  }

  /** Halves of surrogate pairs have no UTF-8 of their own. */
  @Test
  void keys_halvesOfPairs_differ() {
    assertThat(ChargedToken.of("i", "\uD800", "a").tokenKey)
        .isNotEqualTo(ChargedToken.of("i", "\uD801", "a").tokenKey);
  }

  @Test
  void of_empty_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ChargedToken.of("", "t", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> ChargedToken.of("i", "", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> ChargedToken.of("i", "t", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> ChargedToken.withoutAccount("", "t"));
    assertThatIllegalArgumentException().isThrownBy(() -> ChargedToken.withoutAccount("i", ""));
    assertThatNullPointerException().isThrownBy(() -> ChargedToken.of("i", "t", null));
  }

  @Test
  void withoutAccount_hasTheKeyOfTheTokenAlone() {
    ChargedToken without = ChargedToken.withoutAccount("https://a.example", "t-1");
    assertThat(without.account()).isEmpty();
    assertThat(without.hasAccount).isFalse();
    assertThat(without.tokenKey).isEqualTo(token.tokenKey);
    assertThat(without).hasToString("token t-1 without account, issued by https://a.example");
  }
}
