package dev.warder.gate;

import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.revocation.TokenIdentity;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.RevocationLookup;

/** Verified tokens as those who know what was revoked know them. */
final class Identities {
  private Identities() {}

  static TokenIdentity of(AccessToken token) {
    return new TokenIdentity(
        token.issuer(),
        token.tokenId(),
        token.valueId(),
        token.account(),
        token.subject(),
        token.issuedAt(),
        token.expiresAt());
  }

  static RevocationLookup.Answer lookUp(Revocations revocations, AccessToken token) {
    return switch (revocations.check(of(token))) {
      case CLEAR -> RevocationLookup.Answer.CLEAR;
      case REVOKED -> RevocationLookup.Answer.REVOKED;
      case UNKNOWN -> RevocationLookup.Answer.UNKNOWN;
    };
  }
}
