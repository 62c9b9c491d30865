package dev.warder.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token of tests, signed by the JDK alone with a secret of 32 zero bytes. */
record SignedToken(
    String issuer,
    String id,
    String value,
    String account,
    String user,
    List<String> capabilities,
    long issued,
    long expires) {
  static final long NOW = 1_700_000_000;
  static final long NEVER = -1;
  static final String ISSUER = "https://tokens.example.com";

  private static final byte[] SECRET = new byte[32];
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER = "{\"alg\":\"HS256\",\"kid\":\"s1\",\"typ\":\"at+jwt\"}";

  /** Returns value 1 of a token, issued 100 seconds ago for 2,000 seconds. */
  static SignedToken of(String id, String account, String... capabilities) {
    return new SignedToken(
        ISSUER, id, id + "-1", account, "u-1", List.of(capabilities), NOW - 100, NOW + 1_900);
  }

  SignedToken withValue(String value) {
    return new SignedToken(issuer, id, value, account, user, capabilities, issued, expires);
  }

  SignedToken withLife(long issued, long expires) {
    return new SignedToken(issuer, id, value, account, user, capabilities, issued, expires);
  }

  SignedToken withUser(String user) {
    return new SignedToken(issuer, id, value, account, user, capabilities, issued, expires);
  }

  SignedToken withIssuer(String issuer) {
    return new SignedToken(issuer, id, value, account, user, capabilities, issued, expires);
  }

  /** Returns a builder of a verifier that takes such tokens, of any issuer, and keeps a few. */
  static TokenVerifierBuilder verifier() {
    return TokenVerifier.builder()
        .acceptTokensOfAnyIssuer()
        .audience("notes")
        .keys(keys("s1"))
        .withoutClockSkew()
        .acceptTokensThatNeverExpire()
        .keepSeenTokens(16);
  }

  static KeySet keys(String id) {
    try {
      return KeySet.ofSecret(id, SECRET);
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  String bearer() {
    return "Bearer " + text();
  }

  String text() {
    ObjectNode claims = JSON.createObjectNode();
    claims.put("iss", issuer).put("aud", "notes").put("sub", user).put("jti", value);
    claims.put("token_id", id).put("iat", issued);
    if (account != null) {
      claims.put("account", account);
    }
    if (expires == NEVER) {
      claims.put("expires", "never");
    } else {
      claims.put("exp", expires);
    }
    capabilities.forEach(claims.putArray("capabilities")::add);
    String signed =
        base64(HEADER.getBytes(UTF_8)) + "." + base64(claims.toString().getBytes(UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
      return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
