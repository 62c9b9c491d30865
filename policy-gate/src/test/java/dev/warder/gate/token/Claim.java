package dev.warder.gate.token;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Claims of tests: good ones, of which a test says what differs. */
final class Claim {
  static final long ISSUED = 1_700_000_000;
  static final long EXPIRES = 1_700_003_600;

  static final ImmutableMap<String, String> GOOD =
      ImmutableMap.<String, String>builder()
          .put("iss", "\"https://tokens.example.com\"")
          .put("aud", "\"control-api\"")
          .put("sub", "\"user-1\"")
          .put("iat", "1700000000")
          .put("exp", "1700003600")
          .put("jti", "\"v-1\"")
          .put("token_id", "\"t-1\"")
          .put("account", "\"A\"")
          .put("capabilities", "[\"read:app\",\"write:app\"]")
          .buildOrThrow();

  private Claim() {}

  /** Returns the good claims with other values, each as JSON, in the place of some. */
  static String json(String... namesAndValues) {
    Map<String, String> claims = new LinkedHashMap<>(GOOD);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      claims.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return claims.entrySet().stream()
        .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
