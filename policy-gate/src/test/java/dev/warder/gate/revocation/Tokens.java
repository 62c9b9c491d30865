package dev.warder.gate.revocation;

import java.time.Instant;

/** Identities that differ in what a test is about. */
final class Tokens {
  static final String ISSUER = "https://tokens.example.com";
  static final Instant ISSUED = Instant.parse("2026-11-25T10:00:00Z");
  static final Instant EXPIRES = Instant.parse("2026-12-25T10:00:00Z");

  /** Value v-1 of token t-1, of account a-1 and user u-1. */
  static final TokenIdentity TOKEN = token("t-1", "v-1");

  private Tokens() {}

  static TokenIdentity token(String tokenId, String valueId) {
    return new TokenIdentity(ISSUER, tokenId, valueId, "a-1", "u-1", ISSUED, EXPIRES);
  }

  static TokenIdentity value(String valueId) {
    return token("t-" + valueId, valueId);
  }

  static TokenIdentity ofIssuer(String issuer) {
    return new TokenIdentity(issuer, "t-1", "v-1", "a-1", "u-1", ISSUED, EXPIRES);
  }

  static TokenIdentity of(String account, String user) {
    return new TokenIdentity(ISSUER, "t-1", "v-1", account, user, ISSUED, EXPIRES);
  }

  static TokenIdentity issuedAt(Instant issuedAt) {
    return new TokenIdentity(ISSUER, "t-1", "v-1", "a-1", "u-1", issuedAt, EXPIRES);
  }

  static TokenIdentity expiring(String expiresAt) {
    return new TokenIdentity(ISSUER, "t-1", "v-1", "a-1", "u-1", ISSUED, Instant.parse(expiresAt));
  }

  static TokenIdentity neverExpiring() {
    return new TokenIdentity(ISSUER, "t-1", "v-1", "a-1", "u-1", ISSUED, null);
  }
}
