package dev.warder.authority.key;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableMap;
import dev.warder.gate.token.Algorithm;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Header and claims of a token, and key sets, as JSON; and base64url (RFC 7515, section 2). */
final class TokenText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private TokenText() {}

  /** Returns what is signed: header and claims, each in base64url, with a dot between. */
  static String signingInput(String keyId, Algorithm algorithm, TokenContent content) {
    return base64Url(header(keyId, algorithm)) + "." + base64Url(claims(content));
  }

  private static String header(String keyId, Algorithm algorithm) {
    return text(
        json -> {
          json.writeStartObject();
          json.writeStringField("alg", algorithm.code());
          json.writeStringField("kid", keyId);
          json.writeStringField("typ", "at+jwt");
          json.writeEndObject();
        });
  }

  private static String claims(TokenContent content) {
    return text(
        json -> {
          json.writeStartObject();
          json.writeStringField("iss", content.issuer());
          json.writeStringField("aud", content.audience());
          json.writeStringField("sub", content.subject());
          json.writeStringField("jti", content.valueId());
          json.writeStringField("token_id", content.tokenId());
          json.writeStringField("account", content.account());
          json.writeArrayFieldStart("capabilities");
          for (String raw : content.capabilities()) {
            json.writeString(raw);
          }
          json.writeEndArray();
          json.writeNumberField("iat", content.issuedAt().getEpochSecond());
          Instant expiry = content.expiresAt();
          if (expiry != null) {
            json.writeNumberField("exp", expiry.getEpochSecond());
          } else {
            json.writeStringField("expires", "never");
          }
          json.writeEndObject();
        });
  }

  /** Returns a JWK set (RFC 7517, section 5) of keys, each by its members. */
  static String keySet(Iterable<ImmutableMap<String, String>> keys) {
    return text(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("keys");
          for (ImmutableMap<String, String> members : keys) {
            json.writeStartObject();
            for (var member : members.entrySet()) {
              json.writeStringField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String base64Url(String text) {
    return base64Url(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(JsonBody body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  @FunctionalInterface
  private interface JsonBody {
    void write(JsonGenerator json) throws IOException;
  }
}
