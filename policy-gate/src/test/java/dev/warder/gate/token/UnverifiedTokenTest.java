package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnverifiedTokenTest {
  private static final Instant NOW = Instant.ofEpochSecond(Claim.ISSUED + 1);

  private static UnverifiedToken inspect(String text) {
    return UnverifiedToken.inspect(text, NOW);
  }

  private static String token(String header, String claims) {
    return Signed.base64(header) + "." + Signed.base64(claims) + ".AAAA";
  }

  @Test
  void inspect_goodToken_hasNoFaultsWhoeverSignedIt() {
    UnverifiedToken token = inspect(token(Signed.HEADER, Claim.json()));
    assertThat(token.faults()).isEmpty();
    assertThat(token.header()).contains(Signed.HEADER);
    assertThat(token.claims()).contains(Claim.json());
  }

  @Test
  void inspect_eachStage_tellsAllItsFaults() {
    UnverifiedToken token =
        UnverifiedToken.inspect(
            Signed.base64("{\"alg\":\"none\"}")
                + "."
                + Signed.base64(Claim.json("account", "1", "sub", "1"))
                + ".A=",
            Instant.ofEpochSecond(Claim.EXPIRES));
    assertThat(token.faults())
        .containsExactly(
            TokenFault.NOT_BASE64URL,
            TokenFault.ALGORITHM,
            TokenFault.TYPE,
            TokenFault.KEY_ID,
            TokenFault.SUBJECT,
            TokenFault.ACCOUNT,
            TokenFault.EXPIRED);
  }

  /** An issuer's token gives the name of the profile that fits. */
  @Test
  void inspect_tokensOfEachIssuer_namesTheProfileThatFits() throws Exception {
    for (String name : TokenVectorFile.issuers()) {
      TokenVectorFile file = TokenVectorFile.read("issuers/" + name + ".json");
      String base = file.tokenProfile().name();
      UnverifiedToken token =
          UnverifiedToken.inspect(file.vectors().get(0).token(), Instant.ofEpochSecond(0));
      if (!base.equals("custom")) {
        assertThat(token.profiles()).as(name).contains(base);
      }
      assertThat(token.profiles()).as(name).doesNotContain("strict");
      assertThat(
              UnverifiedToken.inspect(
                      file.vectors().get(0).token(),
                      Instant.ofEpochSecond(file.now()),
                      file.tokenProfile())
                  .faults())
          .as(name)
          .isEmpty();
    }
  }

  /** What is wrong under a profile is what its verifier would say first, among others. */
  @Test
  void inspect_refusedTokensOfEachIssuer_showTheVerifiersFault() throws Exception {
    Set<TokenFault> told =
        EnumSet.of(
            TokenFault.SIGNATURE,
            TokenFault.UNKNOWN_KEY,
            TokenFault.OTHER_ALGORITHM,
            TokenFault.OTHER_ISSUER,
            TokenFault.OTHER_AUDIENCE);
    for (String name : TokenVectorFile.issuers()) {
      TokenVectorFile file = TokenVectorFile.read("issuers/" + name + ".json");
      for (TokenVectorFile.Vector vector : file.vectors()) {
        String fault = vector.expect().fault();
        if (fault != null && told.stream().noneMatch(one -> one.code().equals(fault))) {
          assertThat(
                  UnverifiedToken.inspect(vector.token(), file.now(vector), file.tokenProfile())
                      .faults())
              .as(name + ": " + vector.name())
              .extracting(TokenFault::code)
              .contains(fault);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1699999999, ISSUED_LATER",
    "1700003600, EXPIRED",
  })
  void inspect_time_isJudgedWithoutSkew(long now, TokenFault fault) {
    String text = token(Signed.HEADER, Claim.json());
    assertThat(UnverifiedToken.inspect(text, Instant.ofEpochSecond(now)).faults())
        .containsExactly(fault);
    assertThat(UnverifiedToken.inspect(text, Instant.ofEpochSecond(1_700_003_599)).faults())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = TokenFault.class,
      names = {"ISSUED_AT", "NOT_BEFORE", "EXPIRY"})
  void inspect_faultOfAClaimOfTime_isToldOnce(TokenFault fault) {
    String claim =
        switch (fault) {
          case ISSUED_AT -> "iat";
          case NOT_BEFORE -> "nbf";
          default -> "exp";
        };
    assertThat(inspect(token(Signed.HEADER, Claim.json(claim, "null"))).faults())
        .containsExactly(fault);
  }

  @Test
  void inspect_longerLifeThanTheProfileAccepts_isAFault() {
    String text = token(Signed.HEADER, Claim.json());
    assertThat(faultsOf(text, Duration.ofSeconds(3_599))).containsExactly(TokenFault.LIFETIME);
    assertThat(faultsOf(text, Duration.ofHours(1))).isEmpty();
    String never = Claim.json().replace("\"exp\":1700003600", "\"expires\":\"never\"");
    assertThat(faultsOf(token(Signed.HEADER, never), Duration.ofSeconds(1))).isEmpty();
  }

  private static List<TokenFault> faultsOf(String text, Duration longestLifetime) {
    TokenProfile profile = TokenProfile.builder().longestLifetime(longestLifetime).build();
    return UnverifiedToken.inspect(text, NOW, profile).faults();
  }

  /** Who revokes a value needs the id that its verifier looks up. */
  @Test
  void derivedValueId_isThatOfTheVerifier() throws Exception {
    TokenVectorFile file = TokenVectorFile.read("issuers/auth0.json");
    TokenVectorFile.Vector accepted = file.vectors().get(0);
    UnverifiedToken token =
        UnverifiedToken.inspect(accepted.token(), file.now(accepted), file.tokenProfile());
    assertThat(token.derivedValueId()).contains(accepted.expect().token().valueId());
    assertThat(UnverifiedToken.inspect(accepted.token(), file.now(accepted)).derivedValueId())
        .isEmpty();
  }

  @Test
  void derivedValueId_ofATokenWithAnIdOrWithoutItsForm_isNone() {
    TokenProfile deriving =
        TokenProfile.builder().deriveValueId().tokenId(ClaimPath.claim("sub")).build();
    for (String text :
        new String[] {
          token(Signed.HEADER, Claim.json()), "x", "", token(Signed.HEADER, "[1]"), "%.e30.AAAA"
        }) {
      assertThat(UnverifiedToken.inspect(text, NOW, deriving).derivedValueId()).as(text).isEmpty();
    }
    assertThat(UnverifiedToken.inspect(token(Signed.HEADER, "{}"), NOW, deriving).derivedValueId())
        .get(STRING)
        .startsWith("derived:");
  }

  @Test
  void inspect_scope_isTakenForTheCapabilities() {
    String claims = Claim.json().replace("\"capabilities\":[\"read:app\",\"write:app\"]", "SCOPE");
    assertThat(inspect(token(Signed.HEADER, claims.replace("SCOPE", "\"scope\":\"a b\""))).faults())
        .isEmpty();
    assertThat(inspect(token(Signed.HEADER, claims.replace("SCOPE", "\"scope\":\"\""))).faults())
        .containsExactly(TokenFault.CAPABILITIES);
    assertThat(inspect(token(Signed.HEADER, Claim.json("scope", "\"a\""))).faults())
        .containsExactly(TokenFault.TWO_CAPABILITY_CLAIMS);
  }

  @Test
  void message_ofTheCapabilities_namesTheClaimThatWasRead() {
    String claims = Claim.json().replace("\"capabilities\":[\"read:app\",\"write:app\"]", "SCOPE");
    for (String claim : List.of("scope", "capabilities")) {
      String wrong = claims.replace("SCOPE", "\"" + claim + "\":7");
      assertThat(inspect(token(Signed.HEADER, wrong)).message(TokenFault.CAPABILITIES))
          .isEqualTo("`" + claim + "` is missing or malformed");
    }
  }

  @Test
  void inspect_onePartUnreadable_theOtherIsShown() {
    UnverifiedToken token = inspect("%." + Signed.base64(Claim.json()) + ".AAAA");
    assertThat(token.header()).isEmpty();
    assertThat(token.claims()).contains(Claim.json());
    assertThat(token.faults()).containsExactly(TokenFault.NOT_BASE64URL);

    UnverifiedToken binary = inspect(Signed.base64(new byte[] {(byte) 0xFF}) + ".e30.AAAA");
    assertThat(binary.header()).isEmpty();
    assertThat(binary.claims()).contains("{}");
    assertThat(binary.faults())
        .startsWith(TokenFault.NOT_UTF8, TokenFault.VALUE_ID, TokenFault.ISSUER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"~~", "x", ".", "..", "...", "a.b", "e30.e30", "%", "e30..AAAA"})
  void inspect_noThreeParts_isToldFirst(String text) {
    assertThat(inspect(text).faults()).first().isEqualTo(TokenFault.NOT_COMPACT);
  }

  @Test
  void inspect_tooLong_isReadAllTheSame() {
    String claims = Claim.json("more", "\"" + "x".repeat(9_000) + "\"");
    UnverifiedToken token = inspect(token(Signed.HEADER, claims));
    assertThat(token.faults()).containsExactly(TokenFault.TOO_LONG);
    assertThat(token.claims()).contains(claims);
  }

  @Test
  void inspect_deepOrBrokenJson_isAFault() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(inspect(token(deep, "{\"a\":1")).faults())
        .containsExactly(TokenFault.TOO_LONG, TokenFault.TOO_DEEP, TokenFault.NOT_JSON);
  }

  @Test
  void toString_tellsNothingOfTheText() {
    String text = token(Signed.HEADER, Claim.json("sub", "1"));
    assertThat(inspect(text)).hasToString("unverified token, faults: [subject]");
    assertThat(inspect(text).toString().getBytes(UTF_8)).hasSizeLessThan(80);
  }
}
