package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.ControlApi;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
  private static PolicyEngine engine() {
    return PolicyEngine.compile(ControlApi.catalogue(), ResourceOwners.checkedByCaller());
  }

  private static AccessToken token() throws Exception {
    return TokenVerifier.builder()
        .issuer("https://tokens.example.com")
        .audience("control-api")
        .keys(KeySet.ofSecret("s1", secret()))
        .withoutClockSkew()
        .build()
        .verify(Signed.hs256(), Instant.ofEpochSecond(Claim.ISSUED));
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
  void derive_sameFunction_sameThing() throws Exception {
    AccessToken token = token();
    Function<AccessToken, List<String>> ids = of -> List.of(of.tokenId(), of.valueId());
    List<String> made = token.derive(ids);
    assertThat(made).containsExactly("t-1", "v-1");
    assertThat(token.derive(ids)).isSameAs(made);
  }

  @Test
  void derive_anotherFunction_thatOnesThing() throws Exception {
    AccessToken token = token();
    Function<AccessToken, String> issuer = AccessToken::issuer;
    Function<AccessToken, Integer> count = of -> of.capabilities().size();
    assertThat(token.derive(issuer)).isEqualTo("https://tokens.example.com");
    assertThat(token.derive(count)).isEqualTo(2);
    assertThat(token.derive(issuer)).isEqualTo("https://tokens.example.com");
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
