package dev.warder.gate.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of tests, put together by the JDK alone. */
final class Signed {
  /** The bytes 1 to 32, the secret of the vectors. */
  static final String SECRET = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA";

  static final String HEADER = "{\"alg\":\"HS256\",\"kid\":\"s1\",\"typ\":\"at+jwt\"}";

  private Signed() {}

  static String hs256(String header, String claims, String secret) {
    return hs256(
        header.getBytes(StandardCharsets.UTF_8), claims.getBytes(StandardCharsets.UTF_8), secret);
  }

  /** Returns a token of parts that need not be text. */
  static String hs256(byte[] header, byte[] claims, String secret) {
    String signed = base64(header) + "." + base64(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
      return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a token of {@link Claim#GOOD} claims with others in the place of some. */
  static String hs256(String... namesAndValues) {
    return hs256(HEADER, Claim.json(namesAndValues), SECRET);
  }

  static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
