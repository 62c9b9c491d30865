package dev.warder.gate.token;

import static dev.warder.gate.token.ClaimPath.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.gate.revocation.RevocationAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TokenVerifierBuilderTest {
  private static final Instant NOW = Instant.ofEpochSecond(Claim.ISSUED);
  private static final String TOKEN = Signed.hs256();

  private static KeySet keys() {
    try {
      return KeySet.parse(
          "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s1\",\"alg\":\"HS256\",\"k\":\"%s\"}]}"
              .formatted(Signed.SECRET));
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  private static TokenVerifierBuilder complete() {
    return withoutRevocations().acceptTokensThatWereRevoked();
  }

  private static TokenVerifierBuilder withoutRevocations() {
    return TokenVerifier.builder()
        .issuer("https://tokens.example.com")
        .audience("control-api")
        .keys(keys())
        .withoutClockSkew();
  }

  @Test
  void build_oneOfFourNotSaid_namesTheChoice() {
    List<UnaryOperator<TokenVerifierBuilder>> choices =
        List.of(
            builder -> builder.issuer("i"),
            builder -> builder.audience("a"),
            builder -> builder.keys(keys()),
            TokenVerifierBuilder::withoutClockSkew);
    List<String> messages =
        List.of(
            "set issuer(…), or acceptTokensOfAnyIssuer()",
            "set audience(…), or acceptTokensForAnyAudience()",
            "set keys(…), or acceptOnlyClaimsVerifiedElsewhere()",
            "set clockSkew(…), or withoutClockSkew()");
    for (int left = 0; left < choices.size(); left++) {
      TokenVerifierBuilder unfinished = TokenVerifier.builder();
      for (int i = 0; i < choices.size(); i++) {
        if (i != left) {
          unfinished = choices.get(i).apply(unfinished);
        }
      }
      TokenVerifierBuilder lacking = unfinished;
      assertThatIllegalStateException().isThrownBy(lacking::build).withMessage(messages.get(left));
    }
  }

  @Test
  void build_aChoiceMadeTwice_refused() {
    List<UnaryOperator<TokenVerifierBuilder>> again =
        List.of(
            builder -> builder.issuer("i"),
            TokenVerifierBuilder::acceptTokensOfAnyIssuer,
            builder -> builder.audience("a"),
            TokenVerifierBuilder::acceptTokensForAnyAudience,
            builder -> builder.keys(keys()),
            builder -> builder.clockSkew(Duration.ofSeconds(1)),
            TokenVerifierBuilder::withoutClockSkew);
    for (UnaryOperator<TokenVerifierBuilder> choice : again) {
      TokenVerifierBuilder builder = complete();
      assertThatIllegalStateException()
          .isThrownBy(() -> choice.apply(builder))
          .withMessageEndingWith("set already");
    }
  }

  @Test
  void build_revocationsForgotten_namesTheChoice() {
    TokenVerifierBuilder forgotten = withoutRevocations();
    assertThatIllegalStateException()
        .isThrownBy(forgotten::build)
        .withMessage("set revocations(…), or acceptTokensThatWereRevoked()");
    assertThat(verify(forgotten.acceptTokensThatWereRevoked())).isEqualTo("v-1");
  }

  @Test
  void revocations_setTwice_refused() {
    for (UnaryOperator<TokenVerifierBuilder> again :
        List.<UnaryOperator<TokenVerifierBuilder>>of(
            builder -> builder.revocations(CheckedBy.always(RevocationAnswer.CLEAR)),
            TokenVerifierBuilder::acceptTokensThatWereRevoked)) {
      TokenVerifierBuilder builder = complete();
      assertThatIllegalStateException()
          .isThrownBy(() -> again.apply(builder))
          .withMessage("the revocations are set already");
    }
  }

  @Test
  void clockSkew_bounds_pinned() {
    TokenVerifier.builder().clockSkew(Duration.ofMinutes(10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenVerifier.builder().clockSkew(Duration.ofMinutes(10).plusNanos(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenVerifier.builder().clockSkew(Duration.ofNanos(-1)));
  }

  @Test
  void mostCharacters_exactlyTheTokens_accepted() throws TokenRejected {
    assertThat(verify(complete().mostCharacters(TOKEN.length()))).isEqualTo("v-1");
    assertThat(verify(complete().mostCharacters(TOKEN.length() - 1))).isEqualTo("too-long");
    complete().mostCharacters(1).mostCharacters(1024 * 1024);
    assertThatIllegalArgumentException().isThrownBy(() -> complete().mostCharacters(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> complete().mostCharacters(1024 * 1024 + 1));
  }

  @Test
  void keepSeenTokens_bounds_pinned() {
    complete().keepSeenTokens(1);
    assertThatIllegalArgumentException().isThrownBy(() -> complete().keepSeenTokens(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> complete().keepSeenTokens(16 * 1024 * 1024 + 1));
  }

  /** Otherwise each token would be one of an unknown key, and nobody would know why. */
  @Test
  void keysReadByAStricterProfile_refused() throws Exception {
    TokenProfile spring =
        TokenProfiles.basedOn("spring-authorization-server").account(claim("tenant")).build();
    assertThatIllegalStateException()
        .isThrownBy(() -> complete().profile(spring).build())
        .withMessage(
            "read the keys by the profile spring-authorization-server too: KeySet.read(file,"
                + " profile), or profile(…) of RemoteKeys");
    TokenProfile withoutId = TokenProfile.builder().acceptTokensAndKeysWithoutKeyId().build();
    assertThatIllegalStateException().isThrownBy(() -> complete().profile(withoutId).build());
  }

  @Test
  void profileWithoutAnAccount_refusedUnlessThatIsWaived() {
    TokenProfile keycloak = TokenProfiles.basedOn("keycloak").build();
    assertThatIllegalStateException()
        .isThrownBy(() -> complete().profile(keycloak).build())
        .withMessage(
            "the profile keycloak names no account: set account(…) or constantAccount(…) in it, or"
                + " acceptTokensWithoutAccount() here");
    complete().profile(keycloak).acceptTokensWithoutAccount().build().close();
  }

  @Test
  void issuerAndAudience_thatNoTokenCanHave_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenVerifier.builder().issuer(""));
    assertThatIllegalArgumentException().isThrownBy(() -> TokenVerifier.builder().audience("\n"));
  }

  @Test
  void verifyBare_null_refusedAsTheCallersMistake() {
    TokenVerifier verifier = complete().build();
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> verifier.verifyBare(null, NOW.toEpochMilli()));
  }

  @Test
  void verify_betweenTwoMilliseconds_expiryIsNotRoundedUp() {
    TokenVerifier verifier = complete().build();
    Instant expiry = Instant.ofEpochSecond(Claim.EXPIRES);
    assertThat(verify(verifier, expiry.minusNanos(1))).isEqualTo("v-1");
    assertThat(verify(verifier, expiry)).isEqualTo("expired");
  }

  @Test
  void revocations_anyAnswer_isTheVerifiers() {
    assertThat(verifyBy(CheckedBy.always(RevocationAnswer.CLEAR))).isEqualTo("v-1");
    assertThat(verifyBy(CheckedBy.always(RevocationAnswer.REVOKED))).isEqualTo("revoked");
    assertThat(verifyBy(CheckedBy.always(RevocationAnswer.UNKNOWN)))
        .isEqualTo("revocations-unavailable");
  }

  @Test
  void revocations_checkThatFails_unavailable() {
    CheckedBy failing =
        new CheckedBy(
            token -> {
              throw new IllegalStateException("no store");
            });
    assertThat(verifyBy(failing)).isEqualTo("revocations-unavailable");
    assertThat(verifyBy(CheckedBy.always(null))).isEqualTo("revocations-unavailable");
  }

  private static String verifyBy(CheckedBy revocations) {
    return verify(withoutRevocations().revocations(revocations));
  }

  @Test
  void revocations_tooOld_unavailableThoughTheTokenWasSeenAndClear() {
    CheckedBy revocations = CheckedBy.always(RevocationAnswer.CLEAR);
    TokenVerifier verifier =
        withoutRevocations().revocations(revocations).keepSeenTokens(8).build();
    assertThat(verify(verifier, NOW)).isEqualTo("v-1");
    revocations.isCurrent = false;
    assertThat(verify(verifier, NOW)).isEqualTo("revocations-unavailable");
    assertThat(verify(verifier, Instant.ofEpochSecond(Claim.EXPIRES))).isEqualTo("expired");
    revocations.isCurrent = true;
    assertThat(verify(verifier, NOW)).isEqualTo("v-1");
  }

  @Test
  void close_keepingVerifier_listensNoMoreAndAcceptsNothing() {
    CheckedBy revocations = CheckedBy.always(RevocationAnswer.CLEAR);
    TokenVerifier verifier =
        withoutRevocations().revocations(revocations).keepSeenTokens(8).build();
    assertThat(verify(verifier, NOW)).isEqualTo("v-1");
    assertThat(revocations.listeners()).isEqualTo(1);
    verifier.close();
    verifier.close();
    assertThat(revocations.listeners()).isZero();
    assertThatIllegalStateException()
        .isThrownBy(() -> verifier.verify("Bearer " + TOKEN, NOW.toEpochMilli()))
        .withMessage("the verifier is closed");
  }

  @Test
  void build_nothingKept_listensToNobody() {
    CheckedBy revocations = CheckedBy.always(RevocationAnswer.CLEAR);
    withoutRevocations().revocations(revocations).build();
    assertThat(revocations.listeners()).isZero();
  }

  private static String verify(TokenVerifierBuilder builder) {
    return verify(builder.build(), NOW);
  }

  private static String verify(TokenVerifier verifier, Instant now) {
    try {
      return verifier.verify("Bearer " + TOKEN, now.toEpochMilli()).valueId();
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }
}
