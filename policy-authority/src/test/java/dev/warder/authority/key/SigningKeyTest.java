package dev.warder.authority.key;

import static dev.warder.authority.key.Keys.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningKeyTest {
  private static TokenVerifier verifier(KeySet keys) {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .issuer("https://issuer.example")
        .audience("https://api.example")
        .keys(keys)
        .withoutClockSkew()
        .acceptTokensThatNeverExpire()
        .build();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static void assertIsAccepted(String token, KeySet keys) throws Exception {
    AccessToken accepted = verifier(keys).verify("Bearer " + token, NOW.toEpochMilli());
    assertThat(accepted.issuer()).isEqualTo("https://issuer.example");
    assertThat(accepted.subject()).isEqualTo("user-1");
    assertThat(accepted.valueId()).isEqualTo("value-1");
    assertThat(accepted.tokenId()).isEqualTo("token-1");
    assertThat(accepted.account()).contains("account-1");
    assertThat(accepted.capabilities()).containsExactly("write:app", "read:app");
    assertThat(accepted.issuedAt()).isEqualTo(NOW);
    assertThat(accepted.expiresAt()).contains(Instant.parse("2026-01-31T00:00:00Z"));
  }

  static Set<Algorithm> algorithms() {
    return SigningKey.ALGORITHMS;
  }

  static Stream<Algorithm> privateAlgorithms() {
    return SigningKey.ALGORITHMS.stream().filter(algorithm -> algorithm != Algorithm.HS256);
  }

  @Test
  void generate_algorithmThatNoAuthoritySignsBy_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.generate(Algorithm.RS512, new SecureRandom(), Instant.EPOCH))
        .withMessage(
            "an authority signs by one of [RS256, PS256, ES256, EdDSA, HS256], not by RS512");
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void sign_byAnyAlgorithm_isAcceptedByTheRingsKeys(Algorithm algorithm) throws Exception {
    SigningKey key = Keys.shared(algorithm);
    assertIsAccepted(key.sign(Keys.content()), KeyRing.of(key).keySet());
  }

  @ParameterizedTest
  @MethodSource("privateAlgorithms")
  void sign_byAnyPrivateKey_isAcceptedByThePublishedKeys(Algorithm algorithm) throws Exception {
    SigningKey key = Keys.shared(algorithm);
    assertIsAccepted(key.sign(Keys.content()), KeySet.parse(KeyRing.of(key).publicJwks()));
  }

  @Test
  void sign_content_isHeaderAndClaimsAsTheSemanticsSay() {
    SigningKey key = Keys.shared(Algorithm.EDDSA);
    String[] parts = key.sign(Keys.content()).split("\\.", -1);
    assertThat(parts).hasSize(3);
    assertThat(decoded(parts[0]))
        .isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"" + key.id() + "\",\"typ\":\"at+jwt\"}");
    assertThat(decoded(parts[1]))
        .isEqualTo(
            "{\"iss\":\"https://issuer.example\",\"aud\":\"https://api.example\","
                + "\"sub\":\"user-1\",\"jti\":\"value-1\",\"token_id\":\"token-1\","
                + "\"account\":\"account-1\",\"capabilities\":[\"write:app\",\"read:app\"],"
                + "\"iat\":1767225600,\"exp\":1769817600}");
  }

  @Test
  void sign_neverExpiring_saysSoAndHasNoExp() throws Exception {
    SigningKey key = Keys.shared(Algorithm.ES256);
    String token = key.sign(Keys.content(Optional.empty()));
    assertThat(decoded(token.split("\\.", -1)[1]))
        .endsWith("\"iat\":1767225600,\"expires\":\"never\"}")
        .doesNotContain("\"exp\"");
    AccessToken accepted =
        verifier(KeyRing.of(key).keySet())
            .verify("Bearer " + token, NOW.plus(Duration.ofDays(100_000)).toEpochMilli());
    assertThat(accepted.expiresAt()).isEmpty();
  }

  @Test
  void sign_namesThatJsonEscapes_areReadBack() throws Exception {
    String odd = "\"\\ü\u2028😀</script>";
    SigningKey key = Keys.shared(Algorithm.EDDSA);
    TokenContent content = new TokenContent(odd, odd, odd, odd, odd, odd, List.of(), NOW, null);
    AccessToken accepted =
        TokenVerifier.builder()
            .acceptTokensThatWereRevoked()
            .issuer(odd)
            .audience(odd)
            .keys(KeyRing.of(key).keySet())
            .withoutClockSkew()
            .acceptTokensThatNeverExpire()
            .build()
            .verify("Bearer " + key.sign(content), NOW.toEpochMilli());
    assertThat(accepted.account()).contains(odd);
    assertThat(accepted.capabilities()).isEmpty();
  }

  @Test
  void generate_twice_givesTwoIdsOf22UrlSafeCharacters() {
    SigningKey one = Keys.fresh(Algorithm.EDDSA);
    SigningKey other = Keys.fresh(Algorithm.EDDSA);
    assertThat(one.id()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(other.id());
    assertThat(one.algorithm()).isEqualTo(Algorithm.EDDSA);
  }

  @Test
  void generate_now_isKeptToTheMillisecond() {
    SigningKey key =
        SigningKey.generate(
            Algorithm.HS256, Keys.RANDOM, Instant.parse("2026-01-01T00:00:00.123456789Z"));
    assertThat(key.createdAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
  }

  @Test
  void generate_rsa_has3072Bits() {
    String n = Keys.shared(Algorithm.RS256).verificationMembers().get("n");
    assertThat(Base64.getUrlDecoder().decode(n)).hasSize(384);
  }

  @Test
  void exportSecret_ofHs256_isThe32BytesDrawn() throws Exception {
    SigningKey key = SigningKey.generate(Algorithm.HS256, Keys.PLANTED, NOW);
    assertThat(key.exportSecret()).isEqualTo(Keys.bytes(32, 0xA7));
    assertIsAccepted(key.sign(Keys.content()), KeySet.ofSecret(key.id(), key.exportSecret()));
  }

  @Test
  void exportSecret_changedByTheCaller_leavesTheKey() {
    SigningKey key = SigningKey.generate(Algorithm.HS256, Keys.PLANTED, NOW);
    key.exportSecret()[0] = 0;
    assertThat(key.exportSecret()).isEqualTo(Keys.bytes(32, 0xA7));
  }

  @ParameterizedTest
  @MethodSource("privateAlgorithms")
  void exportSecret_ofAPrivateKey_isRefused(Algorithm algorithm) {
    SigningKey key = Keys.shared(algorithm);
    assertThatIllegalStateException()
        .isThrownBy(key::exportSecret)
        .withMessage(key.id() + " (" + algorithm + ") has a private key, which is not exported");
  }

  @Test
  void hs256Warning_says_thatVerifiersCanMakeTokens() {
    assertThat(SigningKey.HS256_WARNING)
        .contains("everyone who can verify a token can also make one");
  }
}
