package dev.warder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestIssuerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final TestIssuer issuer = TestIssuer.create();

  private static TokenFault fault(TokenVerifier verifier, String text) {
    return catchThrowableOfType(
            TokenRejected.class, () -> verifier.verify("Bearer " + text, NOW.toEpochMilli()))
        .fault();
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void sign_anyAlgorithm_isVerified(Algorithm algorithm) throws Exception {
    TestIssuer each = TestIssuer.create(algorithm);
    AccessToken token =
        each.verifier()
            .verify(
                "Bearer " + each.token(NOW).account("A").capabilities("read:app").sign(),
                NOW.toEpochMilli());
    assertThat(token.account()).contains("A");
    assertThat(token.capabilities()).containsExactly("read:app");
    assertThat(token.issuer()).isEqualTo("https://issuer.invalid");
    assertThat(KeySet.parse(each.keySetJson()).ids()).containsExactly("test-" + algorithm);
  }

  @Test
  void algorithm_ofSeveral_signsByItsKey() throws Exception {
    TestIssuer two = TestIssuer.create(Algorithm.EDDSA, Algorithm.ES256);
    assertThat(two.keySet().ids()).containsExactly("test-EdDSA", "test-ES256");
    assertThat(two.token(NOW)).asString().contains("\"alg\":\"EdDSA\"");
    two.verifier().verify("Bearer " + two.token(NOW).sign(), NOW.toEpochMilli());
    two.verifier()
        .verify("Bearer " + two.token(NOW).algorithm(Algorithm.ES256).sign(), NOW.toEpochMilli());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.token(NOW).algorithm(Algorithm.RS256))
        .withMessage("the issuer has keys for [EdDSA, ES256], not RS256");
  }

  @Test
  void create_secretBesideOthers_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestIssuer.create(Algorithm.ES256, Algorithm.HS256))
        .withMessage("a secret and public keys cannot stand in one key set; HS256 goes alone");
  }

  @Test
  void verifier_ofAnotherIssuer_refuses() {
    TestIssuer other = TestIssuer.create();
    assertThat(fault(other.verifier(), issuer.token(NOW).sign())).isEqualTo(TokenFault.SIGNATURE);
  }

  @Test
  void verifier_ofProduction_refuses() throws Exception {
    TestIssuer published = TestIssuer.create();
    TokenVerifier production =
        TokenVerifier.builder()
            .acceptTokensThatWereRevoked()
            .issuer("https://tokens.example.com")
            .audience(TestIssuer.AUDIENCE)
            .keys(published.keySet())
            .withoutClockSkew()
            .build();
    assertThat(fault(production, issuer.token(NOW).sign())).isEqualTo(TokenFault.SIGNATURE);
    String claimed = issuer.token(NOW).claim("iss", "https://tokens.example.com").sign();
    assertThat(fault(production, claimed)).isEqualTo(TokenFault.SIGNATURE);
    // Even where somebody handed over its keys, its name is nobody's.
    assertThat(fault(production, published.token(NOW).sign())).isEqualTo(TokenFault.OTHER_ISSUER);
  }

  @Test
  void token_everyClaim_arrives() {
    AccessToken token =
        issuer
            .token(NOW)
            .account("A")
            .capabilities("b", "a")
            .subject("S")
            .tokenId("T")
            .valueId("V")
            .audience("control-api")
            .expiresAt(NOW.plusSeconds(1))
            .accessToken(NOW);
    assertThat(token.subject()).isEqualTo("S");
    assertThat(token.tokenId()).isEqualTo("T");
    assertThat(token.valueId()).isEqualTo("V");
    assertThat(token.capabilities()).containsExactly("b", "a");
    assertThat(token.issuedAt()).isEqualTo(NOW);
    assertThat(token.expiresAt()).contains(NOW.plusSeconds(1));
  }

  @Test
  void token_nothingSaid_expiresAfterAnHour() {
    AccessToken token = issuer.token(NOW).accessToken(NOW);
    assertThat(token.account()).contains("account");
    assertThat(token.capabilities()).isEmpty();
    assertThat(token.tokenId()).isEqualTo(token.valueId());
    assertThat(token.expiresAt()).contains(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void withoutAccount_isAcceptedByItsVerifierAlone() throws Exception {
    assertThat(issuer.token(NOW).withoutAccount().accessToken(NOW).account()).isEmpty();
    String text = issuer.token(NOW).withoutAccount().sign();
    assertThat(fault(issuer.verifier(), text)).isEqualTo(TokenFault.ACCOUNT);
  }

  @Test
  void neverExpires_isAcceptedByItsVerifierAlone() throws Exception {
    String text = issuer.token(NOW).neverExpires().sign();
    assertThat(
            issuer
                .verifier()
                .verify("Bearer " + text, NOW.plus(Duration.ofDays(40_000)).toEpochMilli())
                .expiresAt())
        .isEmpty();
    assertThat(
            fault(
                issuer.verifierBuilder().withoutClockSkew().acceptTokensThatWereRevoked().build(),
                text))
        .isEqualTo(TokenFault.NEVER_EXPIRES);
    assertThat(
            issuer
                .token(NOW)
                .neverExpires()
                .expiresAt(NOW.plusSeconds(1))
                .accessToken(NOW)
                .expiresAt())
        .isPresent();
  }

  @Test
  void claimAndHeader_canBeAnything() {
    TokenVerifier verifier = issuer.verifier();
    assertThat(fault(verifier, issuer.token(NOW).claim("account", 1).sign()))
        .isEqualTo(TokenFault.ACCOUNT);
    assertThat(fault(verifier, issuer.token(NOW).claim("sub", null).sign()))
        .isEqualTo(TokenFault.SUBJECT);
    assertThat(fault(verifier, issuer.token(NOW).withoutClaim("jti").sign()))
        .isEqualTo(TokenFault.VALUE_ID);
    assertThat(fault(verifier, issuer.token(NOW).claim("aud", List.of("x", "y")).sign()))
        .isEqualTo(TokenFault.OTHER_AUDIENCE);
    assertThat(fault(verifier, issuer.token(NOW).header("jwk", Map.of("kty", "EC")).sign()))
        .isEqualTo(TokenFault.HEADER_MEMBER);
    assertThat(fault(verifier, issuer.token(NOW).header("alg", "none").sign()))
        .isEqualTo(TokenFault.ALGORITHM);
    assertThat(fault(verifier, issuer.token(NOW).withoutHeader("kid").sign()))
        .isEqualTo(TokenFault.KEY_ID);
    assertThat(fault(verifier, issuer.token(NOW).notBefore(NOW.plusSeconds(1)).sign()))
        .isEqualTo(TokenFault.NOT_YET);
    assertThat(fault(verifier, issuer.token(NOW).issuedAt(NOW.plusSeconds(1)).sign()))
        .isEqualTo(TokenFault.ISSUED_LATER);
  }

  @Test
  void claim_noValueOfJson_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer.token(NOW).claim("iat", NOW).sign())
        .withMessage("JSON has no values of java.time.Instant; write it as text or number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer.token(NOW).issuedAt(NOW.plusMillis(1)))
        .withMessage("a token says whole seconds, not 2026-01-01T00:00:00.001Z");
  }

  @Test
  void token_ofASecondThatHasBegun_isIssuedAtItsBegin() {
    AccessToken token = issuer.token(NOW.plusMillis(999)).accessToken(NOW.plusMillis(999));
    assertThat(token.issuedAt()).isEqualTo(NOW);
  }

  @Test
  void token_twice_haveIdsOfTheirOwn() {
    TestIssuer fresh = TestIssuer.create();
    assertThat(fresh.token(NOW).accessToken(NOW).tokenId()).isEqualTo("value-1");
    assertThat(fresh.token(NOW).accessToken(NOW).tokenId()).isEqualTo("value-2");
  }

  @Test
  void accessToken_ofABadToken_failsTheTest() {
    assertThatIllegalStateException()
        .isThrownBy(() -> issuer.token(NOW).accessToken(NOW.plus(Duration.ofHours(1))))
        .withMessage("the token is refused: expired (the token has expired)");
  }

  @Test
  void texts_holdNoPrivateKey() {
    TestIssuer two = TestIssuer.create(Algorithm.ES256, Algorithm.EDDSA);
    assertThat(two).hasToString("https://issuer.invalid [ES256, EdDSA]");
    assertThat(two.keySetJson()).doesNotContain("\"d\"").doesNotContain("\"k\"");
  }
}
