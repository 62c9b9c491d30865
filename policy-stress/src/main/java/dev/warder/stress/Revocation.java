package dev.warder.stress;

import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.KeySource;
import dev.warder.gate.token.RevocationLookup;
import dev.warder.gate.token.TokenVerifier;

/** The smallest set of revocations there is, with a verifier that asks it. */
final class Revocation implements RevocationLookup {
  final TokenVerifier verifier = Tokens.verifier(KeySource.of(Tokens.WITH_KEY), this);
  private volatile boolean isRevoked;

  @Override
  public Answer lookUp(AccessToken token) {
    return isRevoked ? Answer.REVOKED : Answer.CLEAR;
  }

  /** Revokes the token in the order that the verifier asks for: the set first, then the mark. */
  void revoke() {
    isRevoked = true;
    verifier.markRevoked(token -> isRevoked);
  }
}
