package dev.warder.gate.token;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.Streams;
import dev.warder.gate.token.TokenVectorFile.ExpectedToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The form, the meaning and the time of a token by {@code SEMANTICS.md}, section 7, read aloud on
 * Jackson's trees, with none of the verifier's code. Signatures are not looked at.
 */
record ReferenceToken(String issuer, String audience, long now) {
  private static final long YEAR_10000 = 253_402_300_800L;
  private static final long LONGEST = 36_500L * 24 * 60 * 60;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Returns what a genuine token says, or nothing where it is not one to be accepted. */
  Optional<ExpectedToken> read(byte[] header, byte[] claims) {
    JsonNode head = tree(header);
    JsonNode said = tree(claims);
    boolean isHeader =
        head != null
            && names(head).equals(Set.of("alg", "kid", "typ"))
            && isIdentifier(head.get("kid"))
            && (head.get("typ").textValue() + "").matches("(?i)(application/)?at\\+jwt");
    return isHeader && said != null && isForm(said) && isMeant(said) && isNow(said)
        ? Optional.of(token(said))
        : Optional.empty();
  }

  /** Returns a member's text, or none. */
  static String text(byte[] json, String name) {
    JsonNode tree = tree(json);
    return tree == null ? "" : tree.path(name).asText();
  }

  /** Returns the object, or null where there is none that has one reading alone. */
  private static JsonNode tree(byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      JsonNode tree = MAPPER.readTree(text);
      return tree.isObject() && isProper(tree, 16) ? tree : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean isProper(JsonNode node, int depth) {
    return isWhole(node.isTextual() ? node.textValue() : "")
        && names(node).stream().allMatch(ReferenceToken::isWhole)
        && (!node.isContainerNode() || depth > 0)
        && Streams.stream(node).allMatch(child -> isProper(child, depth - 1));
  }

  /** Half of a pair is the one text that UTF-8 has no bytes for. */
  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static Set<String> names(JsonNode node) {
    return node.properties().stream()
        .map(java.util.Map.Entry::getKey)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static boolean isForm(JsonNode claims) {
    JsonNode capabilities = claims.path("capabilities");
    return Stream.of("iss", "sub", "jti", "account").allMatch(n -> isIdentifier(claims.get(n)))
        && (!claims.has("token_id") || isIdentifier(claims.get("token_id")))
        && !claims.has("scope")
        && !claims.has("cnf")
        && capabilities.isArray()
        && capabilities.size() <= 1_024
        && Streams.stream(capabilities)
            .allMatch(c -> isIdentifier(c) && c.textValue().matches("[!#-\\[\\]-~]+"))
        && isSeconds(claims.get("iat"))
        && (!claims.has("nbf") || isSeconds(claims.get("nbf")))
        && (claims.has("expires")
            ? "never".equals(claims.get("expires").textValue()) && !claims.has("exp")
            : isSeconds(claims.get("exp"))
                && claims.get("exp").longValue() > claims.get("iat").longValue());
  }

  private boolean isMeant(JsonNode claims) {
    JsonNode aud = claims.path("aud");
    List<JsonNode> audience = aud.isArray() ? Streams.stream(aud).toList() : List.of(aud);
    return claims.get("iss").textValue().equals(issuer)
        && audience.size() <= 64
        && audience.stream().allMatch(ReferenceToken::isIdentifier)
        && audience.stream().anyMatch(one -> one.textValue().equals(this.audience))
        && (!claims.has("exp")
            || claims.get("exp").longValue() - claims.get("iat").longValue() <= LONGEST);
  }

  private boolean isNow(JsonNode claims) {
    return claims.get("iat").longValue() <= now
        && claims.path("nbf").longValue() <= now
        && (!claims.has("exp") || now < claims.get("exp").longValue());
  }

  private static ExpectedToken token(JsonNode claims) {
    String valueId = claims.get("jti").textValue();
    return new ExpectedToken(
        claims.get("iss").textValue(),
        claims.get("sub").textValue(),
        valueId,
        claims.path("token_id").asText(valueId),
        claims.get("account").textValue(),
        Streams.stream(claims.get("capabilities")).map(JsonNode::textValue).distinct().toList(),
        claims.get("iat").longValue(),
        claims.has("exp") ? claims.get("exp").longValue() : null);
  }

  private static boolean isIdentifier(JsonNode node) {
    return node != null
        && node.isTextual()
        && node.textValue().matches("(?s)[^\\x00-\\x1F\\x7F-\\x9F]{1,256}")
        && node.textValue().length() <= 256;
  }

  private static boolean isSeconds(JsonNode node) {
    return node != null
        && node.isIntegralNumber()
        && node.canConvertToLong()
        && node.longValue() >= 0
        && node.longValue() < YEAR_10000;
  }
}
