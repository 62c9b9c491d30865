package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A good token of one named profile, as the issuer makes them, and the profile completed for it. It
 * is that of the profile's first vector, with the key, the times and the account of these tests.
 *
 * @param file the profile, in its file's form
 * @param key what signs it: by HS256 where the profile accepts that, as in the vectors
 * @param text the token itself
 */
record GoodToken(
    String name,
    ObjectNode file,
    TokenProfile profile,
    ObjectNode header,
    ObjectNode claims,
    String iss,
    String aud,
    SigningKey key,
    String text) {
  /** When the tokens are judged, in seconds. */
  static final long NOW = Claim.ISSUED + 100;

  /** Reads numbers as they stand, and writes halves of surrogate pairs as escapes. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static List<GoodToken> all() {
    return TokenProfiles.names().stream().map(GoodToken::of).toList();
  }

  static GoodToken of(String name) {
    try {
      TokenVectorFile file =
          TokenVectorFile.read(name.equals("strict") ? "tokens.json" : "issuers/" + name + ".json");
      String[] parts = file.token(file.vectors().get(0)).split("\\.", -1);
      ObjectNode profile = MAPPER.createObjectNode().put("format", 1).put("base", name);
      if (file.profile() != null) {
        profile.setAll((ObjectNode) file.profile());
      }
      profile.remove("constantAccount");
      profile.put("account", "account");
      TokenProfile parsed = parsed(profile);
      SigningKey key =
          SigningKey.of(
              "s1",
              parsed.keys.algorithms().contains(Algorithm.HS256)
                  ? Algorithm.HS256
                  : Algorithm.RS256);
      ObjectNode header = object(parts[0]).put("alg", key.algorithm().code()).put("kid", key.id());
      ObjectNode claims = object(parts[1]).put("account", "A");
      claims.put("iat", Claim.ISSUED).put("exp", Claim.EXPIRES);
      if (claims.has("nbf")) {
        claims.put("nbf", Claim.ISSUED);
      }
      return new GoodToken(
          name,
          profile,
          parsed,
          header,
          claims,
          file.issuer(),
          file.audience(),
          key,
          key.token(json(header), json(claims), key.algorithm()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode object(String part) throws IOException {
    return (ObjectNode) MAPPER.readTree(Base64.getUrlDecoder().decode(part));
  }

  private static TokenProfile parsed(ObjectNode file) {
    try {
      return TokenProfiles.parse("profile", file.toString());
    } catch (InvalidTokenProfile e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the same token for a profile with some keys of its file changed, given as JSON. */
  GoodToken with(String keys) {
    try {
      ObjectNode changed = file.deepCopy();
      changed.setAll((ObjectNode) MAPPER.readTree(keys));
      return new GoodToken(name, changed, parsed(changed), header, claims, iss, aud, key, text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a verifier of this profile, which lacks audience and clock skew. */
  TokenVerifierBuilder verifier(String keys) {
    try {
      return TokenVerifier.builder()
          .acceptTokensThatWereRevoked()
          .issuer(iss)
          .keys(KeySet.parse(keys, profile))
          .profile(profile);
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  TokenVerifier verifier() {
    return verifierBy(key);
  }

  TokenVerifier verifierBy(SigningKey... keys) {
    return verifier(SigningKey.set(keys)).audience(aud).withoutClockSkew().build();
  }

  /** Returns {@code accepted}, or the fault. */
  static String answer(TokenVerifier verifier, String token) {
    try {
      return verifier.verifyBare(token, NOW * 1_000).subject().isEmpty() ? "nobody's" : "accepted";
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  /** Returns the algorithms that the profile accepts. */
  Set<Algorithm> algorithms() {
    return profile.keys.algorithms();
  }

  /** Returns the header with another algorithm. */
  String header(String algorithm) {
    return json(header.deepCopy().put("alg", algorithm));
  }

  /** Returns what header and claims are signed as, with another algorithm in the header. */
  String signed(Algorithm algorithm) {
    return Signed.base64(header(algorithm.code())) + "." + Signed.base64(json(claims));
  }

  /** Returns the token with an algorithm in its header, and signed by the same one or another. */
  String token(SigningKey key, Algorithm inHeader, Algorithm signing) {
    return key.token(header(inHeader.code()), json(claims), signing);
  }

  String sign(JsonNode otherHeader, JsonNode otherClaims) {
    return sign(json(otherHeader), json(otherClaims));
  }

  /** Returns a token of parts whose characters are the bytes that are signed. */
  String sign(String header, String claims) {
    return key.token(header.getBytes(ISO_8859_1), claims.getBytes(ISO_8859_1));
  }

  /** Returns what is signed, in ASCII. */
  static String json(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static String latin1(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** Returns the claim that has a role under this profile, which a vector names as strict does. */
  String claim(String role) {
    return switch (role) {
      case "jti" -> profile.valueId.first();
      case "token_id" -> profile.tokenId.first();
      case "capabilities" -> profile.capabilities.claim().first();
      default -> role;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
