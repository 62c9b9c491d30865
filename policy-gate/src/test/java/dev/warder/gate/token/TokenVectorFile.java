package dev.warder.gate.token;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A file of {@code spec/token-vectors}: tokens, and what is to become of them. */
record TokenVectorFile(
    int format,
    String title,
    JsonNode keys,
    String issuer,
    String audience,
    long now,
    List<Vector> vectors) {

  private static final Path FOLDER = Path.of("..", "spec", "token-vectors");
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  /** A token, whole, or as header and claims that the one secret of the file signs. */
  record Vector(
      String name,
      String token,
      String header,
      String claims,
      Long now,
      VerifierSettings verifier,
      Expected expect) {}

  /** How the verifier differs from one with issuer, audience and keys alone. */
  record VerifierSettings(
      boolean anyIssuer,
      boolean anyAudience,
      long clockSkew,
      long longestLifetime,
      boolean neverExpiring,
      boolean scope,
      boolean withoutAccount,
      String accountClaim,
      String tokenIdClaim,
      String capabilitiesClaim) {}

  /** A token, or why there is none. */
  record Expected(ExpectedToken token, String reason, String fault) {}

  /** What a token says. */
  record ExpectedToken(
      String issuer,
      String subject,
      String valueId,
      String tokenId,
      String account,
      List<String> capabilities,
      long issuedAt,
      Long expiresAt) {

    static ExpectedToken of(AccessToken token) {
      return new ExpectedToken(
          token.issuer(),
          token.subject(),
          token.valueId(),
          token.tokenId(),
          token.account().orElse(null),
          List.copyOf(token.capabilities()),
          token.issuedAt().getEpochSecond(),
          token.expiresAt().map(Instant::getEpochSecond).orElse(null));
    }
  }

  static TokenVectorFile read(String name) throws IOException {
    return MAPPER.readValue(FOLDER.resolve(name).toFile(), TokenVectorFile.class);
  }

  static JsonNode readTree(String name) throws IOException {
    return MAPPER.readTree(FOLDER.resolve(name).toFile());
  }

  Instant now(Vector vector) {
    return Instant.ofEpochSecond(vector.now() == null ? now : vector.now());
  }

  /** Returns the vector's token, signed where it is not given whole. */
  String token(Vector vector) {
    if (vector.token() != null) {
      return vector.token();
    }
    JsonNode secret = keys.path("keys").path(0).path("k");
    return Signed.hs256(vector.header(), vector.claims(), secret.textValue());
  }

  TokenVerifierBuilder verifier(Vector vector) throws InvalidKeySet {
    return verifier(vector, KeySet.parse(keys.toString()));
  }

  TokenVerifierBuilder verifier(Vector vector, KeySet keySet) {
    TokenVerifierBuilder builder =
        TokenVerifier.builder().acceptTokensThatWereRevoked().keys(keySet);
    VerifierSettings settings = vector.verifier();
    if (settings == null) {
      return builder.issuer(issuer).audience(audience).withoutClockSkew();
    }
    if (settings.anyIssuer()) {
      builder.acceptTokensOfAnyIssuer();
    } else {
      builder.issuer(issuer);
    }
    if (settings.anyAudience()) {
      builder.acceptTokensForAnyAudience();
    } else {
      builder.audience(audience);
    }
    if (settings.neverExpiring()) {
      builder.acceptTokensThatNeverExpire();
    }
    if (settings.withoutAccount()) {
      builder.acceptTokensWithoutAccount();
    }
    if (settings.longestLifetime() > 0) {
      builder.longestLifetime(Duration.ofSeconds(settings.longestLifetime()));
    }
    name(settings, builder);
    return builder.clockSkew(Duration.ofSeconds(settings.clockSkew()));
  }

  private static void name(VerifierSettings settings, TokenVerifierBuilder builder) {
    if (settings.accountClaim() != null) {
      builder.accountClaim(settings.accountClaim());
    }
    if (settings.tokenIdClaim() != null) {
      builder.tokenIdClaim(settings.tokenIdClaim());
    }
    if (settings.capabilitiesClaim() != null) {
      builder.capabilitiesClaim(settings.capabilitiesClaim());
    }
    if (settings.scope()) {
      builder.capabilitiesFromScope();
    }
  }
}
