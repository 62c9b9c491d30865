package dev.warder.stress;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.KeySource;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One token, the keys it is and is not verified by, and verifiers that keep it. */
final class Tokens {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final byte[] SECRET = new byte[32];
  private static final String TEXT =
      signed(
          "{\"alg\":\"HS256\",\"kid\":\"s1\",\"typ\":\"at+jwt\"}",
          "{\"iss\":\"i\",\"aud\":\"a\",\"sub\":\"s\",\"jti\":\"v\",\"account\":\"A\","
              + "\"capabilities\":[],\"iat\":1700000000,\"exp\":1700003600}");

  /** The token as a request carries it. */
  static final String FIELD = "Bearer " + TEXT;

  static final KeySet WITH_KEY = keySet("s1");
  static final KeySet WITHOUT_KEY = keySet("s2");

  private Tokens() {}

  private static KeySet keySet(String id) {
    try {
      return KeySet.ofSecret(id, SECRET);
    } catch (InvalidKeySet e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(String header, String claims) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String signed =
        base64.encodeToString(header.getBytes(UTF_8))
            + "."
            + base64.encodeToString(claims.getBytes(UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
      return signed + "." + base64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static TokenVerifier verifier(KeySource keys, Revocations revocations) {
    return builder(keys).revocations(revocations).build();
  }

  /** Returns a builder of a verifier of the one token; the caller chooses how it is revoked. */
  static TokenVerifierBuilder builder() {
    return builder(KeySource.of(WITH_KEY));
  }

  private static TokenVerifierBuilder builder(KeySource keys) {
    return TokenVerifier.builder()
        .issuer("i")
        .audience("a")
        .keys(keys)
        .withoutClockSkew()
        .keepSeenTokens(8);
  }

  /** Returns {@code accepted}, or the fault, of the one token. */
  static String answer(TokenVerifier verifier) {
    try {
      AccessToken token = verifier.verify("Bearer " + TEXT, NOW.toEpochMilli());
      return token.valueId().equals("v") ? "accepted" : "another token";
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }
}
