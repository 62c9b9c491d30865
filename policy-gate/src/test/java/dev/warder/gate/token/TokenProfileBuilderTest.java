package dev.warder.gate.token;

import static dev.warder.gate.token.ClaimPath.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenProfileBuilderTest {
  private static TokenProfileBuilder builder() {
    return TokenProfile.builder();
  }

  private static void lacks(TokenProfileBuilder builder, String words) {
    assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining(words);
  }

  @Test
  void longestLifetime_lessThanASecond_refused() {
    builder().longestLifetime(Duration.ofSeconds(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().longestLifetime(Duration.ofMillis(999)));
    builder().longestLifetime(Duration.ofDays(36_500));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().longestLifetime(Duration.ofDays(36_500).plusSeconds(1)));
  }

  @Test
  void claims_twoTheSameOrOfAnotherMeaning_refused() {
    for (TokenProfileBuilder builder :
        List.of(
            builder().account(claim("capabilities")),
            builder().capabilities(claim("token_id")),
            builder().account(claim("scope")),
            builder().tokenId(claim("scope")),
            builder().account(claim("expires")),
            builder().account(claim("jti")),
            builder().tokenId(claim("jti")),
            builder().capabilities(claim("aud")))) {
      assertThatIllegalStateException().isThrownBy(builder::build);
    }
    builder().account(claim("token_id")).tokenId(claim("account")).build();
    builder().account(claim("sub")).tokenId(claim("sub")).build();
    builder().capabilities(claim("account")).map(Map.of("a", List.of("read:app"))).build();
    builder().account(claim("sub")).build();
    builder().account(claim("a", "jti")).build();
    builder().capabilities(claim("scope")).build();
  }

  @Test
  void types_thatOtherTokensHaveToo_needARequirementOrTheWaiver() {
    lacks(builder().types("JWT"), "the issuer's other tokens, such as ID tokens");
    lacks(builder().acceptTokensWithoutType(), "the issuer's other tokens, such as ID tokens");
    lacks(builder().types("at+jwt", "JWT"), "the issuer's other tokens, such as ID tokens");
    lacks(builder().types("JWT").require(claim("iss")), "the issuer's other tokens");
    lacks(builder().types("JWT").require(claim("sub"), "a"), "the issuer's other tokens");
    builder().types("JWT").require(claim("token_use"), "access").build();
    builder().types("JWT").acceptOtherTokensOfTheIssuer().build();
    builder().types("Application/AT+jwt").build();
  }

  @Test
  void audienceThatProvesNothing_needsAcceptedClientsOrSubjects() {
    lacks(builder().acceptTokensWithoutAudience(), "name who may send one");
    lacks(builder().audienceIsChosenByTheRequester(), "name who may send one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().acceptedClients(claim("azp")))
        .withMessage("no accepted value of `azp` is named");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().acceptedSubjects(claim("sub"), "a", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> builder().acceptedClients(claim("azp"), "a").acceptedClients(claim("azp"), "b"))
        .withMessage("the accepted values of `azp` are given twice");
    builder().acceptTokensWithoutAudience().acceptedClients(claim("azp"), "a").build();
    builder().audienceIsChosenByTheRequester().acceptedSubjects(claim("sub"), "a").build();
  }

  @Test
  void constantAccount_needsAcceptedClientsOrSubjects() {
    lacks(builder().constantAccount("A"), "all tokens would have one account");
    builder().constantAccount("A").acceptedClients(claim("azp"), "a").build();
    assertThatIllegalArgumentException().isThrownBy(() -> builder().constantAccount(""));
  }

  @Test
  void derivedValueId_needsATokenId() {
    lacks(builder().deriveValueId(), "needs a claim that names the token");
    builder().deriveValueId().tokenId(claim("sub")).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alg", "kid", "typ", "crit", "jku", "jwk", "x5u", "x5c", "b64", "zip", "cty", ""})
  void headers_thatChooseAKeyOrChangeWhatIsSigned_areNeverIgnored(String member) {
    assertThatIllegalArgumentException().isThrownBy(() -> builder().ignoreHeaders("x5t", member));
    builder().ignoreHeaders("x5t", "x5t#S256");
  }

  @Test
  void map_empty_refused_andWhatIsNoCapabilityToo() {
    lacks(builder().map(Map.of()), "say which capabilities the values of `capabilities` stand for");
    builder().map(Map.of("any text", List.of("read:app", "write:app"))).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().map(Map.of("a", List.of("read app"))))
        .withMessage("`read app` is no raw string of a capability");
  }

  @Test
  void basedOn_unknownName_listsAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenProfiles.basedOn("keyclock"))
        .withMessageStartingWith("there is no profile `keyclock`; there are strict, rfc9068,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "exp", "nbf", "iat", "jti", "scope"})
  void acceptedSenders_byAClaimThatNamesNobody_areRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().acceptedClients(claim(name), "a"))
        .withMessage("`" + name + "` tells no sender from another; name a claim that does");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().acceptedSubjects(claim(name), "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "nonce", "at_hash", "c_hash", "auth_time"})
  void requiredClaim_thatIdTokensHave_tellsNoAccessToken(String name) {
    lacks(builder().types("JWT").require(claim(name)), "these types let in the issuer's other");
  }

  /** The ones that anybody can have a token of. */
  @ParameterizedTest
  @ValueSource(strings = {"google", "gitlab-ci", "github-actions"})
  void profileOfEverybodysTokens_needsSubjectsAndAMap(String name) {
    lacks(TokenProfiles.basedOn(name), "name the accepted values of ");
    TokenProfileBuilder builder = TokenProfiles.basedOn(name);
    builder.acceptedClients(claim("azp"), "a");
    lacks(builder, "name the accepted values of ");
    ClaimPath open = builder.senders.open().iterator().next();
    lacks(
        TokenProfiles.basedOn(name).acceptedSubjects(open, "1"),
        "say which capabilities the values of");
    assertThat(
            TokenProfiles.basedOn(name)
                .acceptedSubjects(open, "1")
                .map(Map.of("v", List.of("read:app")))
                .build()
                .name())
        .isEqualTo(name);
  }

  @Test
  void profileWithoutAudience_needsClients() {
    lacks(TokenProfiles.basedOn("cognito"), "name the accepted values of `client_id`");
    TokenProfiles.basedOn("cognito").acceptedClients(claim("client_id"), "a").build();
  }

  @Test
  void namedProfiles_allOthersBuild() {
    for (String name : TokenProfiles.names()) {
      if (!List.of("cognito", "google", "gitlab-ci", "github-actions").contains(name)) {
        assertThat(TokenProfiles.basedOn(name).build()).hasToString(name);
      }
    }
  }
}
