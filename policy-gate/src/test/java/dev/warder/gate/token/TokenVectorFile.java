package dev.warder.gate.token;

import static dev.warder.gate.token.ClaimPath.claim;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A file of {@code spec/token-vectors}: tokens, and what is to become of them. */
record TokenVectorFile(
    int format,
    String title,
    JsonNode profile,
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
      String capabilitiesClaim,
      JsonNode profile) {}

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

  /** Returns the files of the issuers, without their ending. */
  static List<String> issuers() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("issuers"))) {
      return files
          .map(file -> file.getFileName().toString())
          .sorted()
          .map(name -> name.substring(0, name.indexOf('.')))
          .toList();
    }
  }

  TokenProfile tokenProfile() {
    return profile == null ? TokenProfile.strict() : parsed(profile);
  }

  private static TokenProfile parsed(JsonNode profile) {
    try {
      return TokenProfiles.parse("profile", profile.toString());
    } catch (InvalidTokenProfile e) {
      throw new AssertionError(e);
    }
  }

  TokenVerifierBuilder verifier(Vector vector) throws InvalidKeySet {
    return verifier(vector, KeySet.parse(keys.toString(), tokenProfile()));
  }

  TokenVerifierBuilder verifier(Vector vector, KeySet keySet) {
    TokenVerifierBuilder builder =
        TokenVerifier.builder().acceptTokensThatWereRevoked().keys(keySet);
    VerifierSettings settings = vector.verifier();
    if (settings == null) {
      return builder.issuer(issuer).audience(audience).withoutClockSkew().profile(tokenProfile());
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
    builder.profile(profile(settings));
    return builder.clockSkew(Duration.ofSeconds(settings.clockSkew()));
  }

  private static TokenProfile profile(VerifierSettings settings) {
    if (settings.profile() != null) {
      return parsed(settings.profile());
    }
    TokenProfileBuilder builder = TokenProfile.builder();
    if (settings.longestLifetime() > 0) {
      builder.longestLifetime(Duration.ofSeconds(settings.longestLifetime()));
    }
    if (settings.accountClaim() != null) {
      builder.account(claim(settings.accountClaim()));
    }
    if (settings.tokenIdClaim() != null) {
      builder.tokenIdOrValueId(claim(settings.tokenIdClaim()));
    }
    if (settings.capabilitiesClaim() != null) {
      builder.capabilitiesAsList(claim(settings.capabilitiesClaim()));
    }
    if (settings.scope()) {
      builder.capabilitiesAsText(claim("scope"));
    }
    return builder.build();
  }
}
