package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the value of an {@code Authorization} field may look like. */
class VerifyAuthorizationTest {
  private static final String TOKEN = Signed.hs256();
  private static final long NOW = Claim.ISSUED * 1_000;

  private final TokenVerifier verifier = verifier().build();
  private final TokenVerifier keeping = verifier().keepSeenTokens(8).build();

  private static TokenVerifierBuilder verifier() {
    try {
      return TokenVerifier.builder()
          .acceptTokensThatWereRevoked()
          .issuer("https://tokens.example.com")
          .audience("control-api")
          .keys(KeySet.ofSecret("s1", Base64.getUrlDecoder().decode(Signed.SECRET)))
          .withoutClockSkew();
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  /** What a servlet returns for a field that a request does not have. */
  @Test
  void field_thatIsNotThere_isNotBearer() {
    assertThat(answer(null)).isEqualTo("not-bearer");
  }

  private String answer(@Nullable String authorization) {
    return answer(authorization, NOW);
  }

  /** Returns the token's value, or the fault: the same whether tokens are kept, twice each. */
  private String answer(@Nullable String authorization, long now) {
    String answer = answer(verifier, authorization, now);
    assertThat(answer(keeping, authorization, now)).isEqualTo(answer);
    assertThat(answer(keeping, authorization, now)).isEqualTo(answer);
    return answer;
  }

  private static String answer(TokenVerifier verifier, @Nullable String authorization, long now) {
    try {
      return verifier.verify(authorization, now).valueId();
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  private static String bareAnswer(TokenVerifier verifier, String token) {
    try {
      return verifier.verifyBare(token, NOW).valueId();
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  @Test
  void bare_tokenAlone_acceptedAlsoWhenSeenInAField() {
    assertThat(bareAnswer(verifier, TOKEN)).isEqualTo("v-1");
    assertThat(bareAnswer(keeping, TOKEN)).isEqualTo("v-1");
    assertThat(answer("Bearer " + TOKEN)).isEqualTo("v-1");
    assertThat(bareAnswer(keeping, TOKEN)).isEqualTo("v-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "  ", "\t", "\n", "Bearer ", "bearer "})
  void bare_somethingBefore_refusedAlsoWhenTheTokenWasSeen(String before) {
    assertThat(bareAnswer(verifier, before + TOKEN)).isNotEqualTo("v-1");
    assertThat(bareAnswer(keeping, TOKEN)).isEqualTo("v-1");
    assertThat(answer(before.isBlank() ? "Bearer " + TOKEN : before + TOKEN)).isEqualTo("v-1");
    assertThat(bareAnswer(keeping, before + TOKEN)).isNotEqualTo("v-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", ",x"})
  void bare_somethingBehind_refused(String behind) {
    assertThat(bareAnswer(verifier, TOKEN + behind)).isNotEqualTo("v-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR ", "Bearer  ", "Bearer       "})
  void scheme_anyCaseAndOneOrMoreSpaces_accepted(String before) {
    assertThat(answer(before + TOKEN)).isEqualTo("v-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Bearer",
        "Bearer ",
        "Bearer   ",
        " Bearer x",
        "Bearer\tx",
        "Bearer:x",
        "Bearerx y",
        "Bearex y",
        "Basic dXNlcjpwYXNz",
        "Token x",
        "Digest username=\"x\"",
        "B\u00earer x",
        "\u212aearer x",
        "Bearer\u00a0x",
        "Bearer\u0000x"
      })
  void scheme_anythingElse_isNotBearer(String value) {
    assertThat(answer(value)).isEqualTo("not-bearer");
  }

  @Test
  void scheme_noneButTheToken_isNotBearer() {
    assertThat(answer(TOKEN)).isEqualTo("not-bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", " x", ", Bearer x", "=", "\u00e9", "\u0000"})
  void token_somethingBehindIt_isNotBase64url(String behind) {
    assertThat(answer("Bearer " + TOKEN + behind)).isEqualTo("not-base64url");
  }

  @Test
  void token_twoOfThem_isNotCompact() {
    assertThat(answer("Bearer " + TOKEN + " " + TOKEN)).isEqualTo("not-compact");
    assertThat(answer("Bearer " + TOKEN + ", Bearer " + TOKEN)).isEqualTo("not-compact");
  }

  @Test
  void length_64KiB_isTooLong() {
    assertThat(answer("Bearer " + "x".repeat(65_529))).isEqualTo("too-long");
    assertThat(answer("Bearer " + " ".repeat(65_000) + TOKEN)).isEqualTo("too-long");
    assertThat(answer("Bearer" + " ".repeat(65_530))).isEqualTo("not-bearer");
    assertThat(answer("x".repeat(65_536))).isEqualTo("not-bearer");
  }

  @Test
  void length_spacesBeyondTheFirst_countAsTheTokens() {
    int spare = 8_192 - TOKEN.length();
    assertThat(answer("Bearer " + " ".repeat(spare) + TOKEN)).isEqualTo("v-1");
    assertThat(answer("Bearer " + " ".repeat(spare + 1) + TOKEN)).isEqualTo("too-long");
  }

  @Test
  void length_tokenOfTheMost_accepted() {
    TokenVerifier narrow = verifier().mostCharacters(TOKEN.length()).build();
    TokenVerifier tooNarrow = verifier().mostCharacters(TOKEN.length() - 1).build();
    assertThat(answer(narrow, "Bearer " + TOKEN, NOW)).isEqualTo("v-1");
    assertThat(answer(tooNarrow, "Bearer " + TOKEN, NOW)).isEqualTo("too-long");
  }

  @Test
  void token_seenInAField_isTheSameObjectThere() throws Exception {
    AccessToken first = keeping.verify("Bearer " + TOKEN, NOW);
    assertThat(keeping.verify("Bearer " + TOKEN, NOW)).isSameAs(first);
  }

  @Test
  void time_milliseconds_pinnedAtTheExpiry() {
    String token = Signed.hs256("exp", String.valueOf(Claim.ISSUED + 10));
    long expiry = (Claim.ISSUED + 10) * 1_000;
    assertThat(answer("Bearer " + token, expiry - 1)).isEqualTo("v-1");
    assertThat(answer("Bearer " + token, expiry)).isEqualTo("expired");
    assertThat(answer("Bearer " + token, Long.MAX_VALUE)).isEqualTo("expired");
    assertThat(answer("Bearer " + token, NOW - 1)).isEqualTo("issued-later");
    assertThat(answer("Bearer " + token, Long.MIN_VALUE)).isEqualTo("issued-later");
  }

  /** Seconds in the place of milliseconds are 1970: an error narrows. */
  @Test
  void time_seconds_acceptNothing() {
    assertThat(answer("Bearer " + TOKEN, Claim.ISSUED)).isEqualTo("issued-later");
  }
}
