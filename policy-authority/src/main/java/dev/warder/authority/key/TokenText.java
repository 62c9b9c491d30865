package dev.warder.authority.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import dev.warder.gate.token.Algorithm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Header and claims of a token, and key sets, as JSON; and base64url (RFC 7515, section 2). */
final class TokenText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenText() {}

  /** Returns what is signed: header and claims, each in base64url, with a dot between. */
  static String signingInput(String keyId, Algorithm algorithm, TokenContent content) {
    Map<String, String> header =
        ImmutableMap.of("alg", algorithm.code(), "kid", keyId, "typ", "at+jwt");
    return base64Url(text(header)) + "." + base64Url(text(claims(content)));
  }

  private static Map<String, Object> claims(TokenContent content) {
    ImmutableMap.Builder<String, Object> claims =
        ImmutableMap.<String, Object>builder()
            .put("iss", content.issuer())
            .put("aud", content.audience())
            .put("sub", content.subject())
            .put("jti", content.valueId())
            .put("token_id", content.tokenId())
            .put("account", content.account())
            .put("capabilities", content.capabilities())
            .put("iat", content.issuedAt().getEpochSecond());
    Instant expiry = content.expiresAt();
    return expiry == null
        ? claims.put("expires", "never").buildOrThrow()
        : claims.put("exp", expiry.getEpochSecond()).buildOrThrow();
  }

  /** Returns a JWK set (RFC 7517, section 5) of keys, each by its members. */
  static String keySet(List<ImmutableMap<String, String>> keys) {
    return text(ImmutableMap.of("keys", keys));
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String base64Url(String text) {
    return base64Url(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Map<String, ?> members) {
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new AssertionError("texts, numbers and lists can be written", e);
    }
  }
}
