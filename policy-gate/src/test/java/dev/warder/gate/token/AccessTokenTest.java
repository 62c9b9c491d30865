package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.revocation.TokenIdentity;
import dev.warder.model.ControlApi;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
  private static PolicyEngine engine() {
    return PolicyEngine.compile(ControlApi.catalogue(), ResourceOwners.checkedByCaller());
  }

  private static AccessToken token() throws Exception {
    return verifier()
        .verify("Bearer " + Signed.hs256(), Instant.ofEpochSecond(Claim.ISSUED).toEpochMilli());
  }

  private static TokenVerifier verifier() throws Exception {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .issuer("https://tokens.example.com")
        .audience("control-api")
        .keys(KeySet.ofSecret("s1", secret()))
        .withoutClockSkew()
        .build();
  }

  private static byte[] secret() {
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) (i + 1);
    }
    return secret;
  }

  @Test
  void grant_sameEngine_sameGrant() throws Exception {
    AccessToken token = token();
    PolicyEngine engine = engine();
    Grant grant = token.grant(engine);
    assertThat(grant.account()).contains("A");
    assertThat(grant.given()).containsExactly("read:app", "write:app");
    assertThat(token.grant(engine)).isSameAs(grant);
  }

  @Test
  void withoutAccount_accepted_hasAGrantAndAChargeWithoutAccount() throws Exception {
    String claims =
        "{\"iss\":\"i\",\"aud\":\"a\",\"sub\":\"u\",\"jti\":\"v-1\",\"iat\":1700000000,"
            + "\"exp\":1700003600,\"capabilities\":[\"read:app\"]}";
    String text =
        Signed.hs256(
            "{\"alg\":\"HS256\",\"kid\":\"s1\",\"typ\":\"at+jwt\"}",
            claims,
            Base64.getUrlEncoder().withoutPadding().encodeToString(secret()));
    TokenVerifier verifier =
        TokenVerifier.builder()
            .acceptTokensThatWereRevoked()
            .issuer("i")
            .audience("a")
            .keys(KeySet.ofSecret("s1", secret()))
            .withoutClockSkew()
            .acceptTokensWithoutAccount()
            .build();
    AccessToken token = verifier.verifyBare(text, 1_700_000_000_000L);
    PolicyEngine engine = engine();
    assertThat(token.account()).isEmpty();
    assertThat(token.identity().account()).isEmpty();
    assertThat(token).hasToString("token v-1 without account, issued by i");
    assertThat(token.charged()).hasToString("token v-1 without account, issued by i");
    assertThat(token.grant(engine)).hasToString("no account [read:app]");
    assertThat(verifier.grant(token, engine).account()).isEmpty();
    assertThat(engine.decide(token.grant(engine), "GET", "/v1/me").isAllowed()).isTrue();
  }

  @Test
  void grant_anotherEngine_grantOfThatEngine() throws Exception {
    AccessToken token = token();
    PolicyEngine one = engine();
    PolicyEngine other = engine();
    assertThat(one.made(token.grant(one))).isTrue();
    assertThat(other.made(token.grant(one))).isFalse();
    assertThat(other.made(token.grant(other))).isTrue();
    assertThat(other.decide(token.grant(other), "GET", "/v1/me").isAllowed()).isTrue();
  }

  @Test
  void identity_allByWhichItCanBeRevoked() throws Exception {
    assertThat(token().identity())
        .isEqualTo(
            TokenIdentity.builder()
                .issuer("https://tokens.example.com")
                .tokenId("t-1")
                .valueId("v-1")
                .account("A")
                .user("user-1")
                .issuedAt(Instant.ofEpochSecond(Claim.ISSUED))
                .expiresAt(Instant.ofEpochSecond(Claim.EXPIRES))
                .build());
  }

  @Test
  void identity_eachTime_theSame() throws Exception {
    AccessToken token = token();
    assertThat(token.identity()).isSameAs(token.identity());
  }

  @Test
  void charged_idsOfTheToken_madeOnce() throws Exception {
    AccessToken token = token();
    assertThat(token.charged())
        .hasToString("token t-1 of account A, issued by https://tokens.example.com");
    assertThat(token.charged()).isSameAs(token.charged());
  }

  @Test
  void grantOfItsVerifier_othersAskForOtherEngines_staysKept() throws Exception {
    TokenVerifier verifier = verifier();
    AccessToken token =
        verifier.verify(
            "Bearer " + Signed.hs256(), Instant.ofEpochSecond(Claim.ISSUED).toEpochMilli());
    PolicyEngine engine = engine();
    Grant kept = verifier.grant(token, engine);
    assertThat(engine.made(kept)).isTrue();
    assertThat(engine.made(token.grant(engine()))).isFalse();
    assertThat(verifier.grant(token, engine)).isSameAs(kept);
  }

  @Test
  void grantOfAnotherVerifier_refused() throws Exception {
    TokenVerifier other = verifier();
    AccessToken token = token();
    PolicyEngine engine = engine();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.grant(token, engine))
        .withMessage("the token is another verifier's");
  }

  @Test
  void toString_namesTheTokenAndNothingToUseItBy() throws Exception {
    assertThat(token()).hasToString("token t-1 of account A, issued by https://tokens.example.com");
  }

  @Test
  void times_seconds_asInstants() throws Exception {
    assertThat(token().issuedAt()).isEqualTo("2023-11-14T22:13:20Z");
    assertThat(token().expiresAt()).contains(Instant.parse("2023-11-14T23:13:20Z"));
  }

  @Test
  void constructors_none_isForOthers() {
    assertThat(Arrays.stream(AccessToken.class.getDeclaredConstructors()))
        .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers()));
    assertThat(AccessToken.class).isFinal();
  }
}
