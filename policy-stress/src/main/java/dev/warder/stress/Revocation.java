package dev.warder.stress;

import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.revocation.TokenIdentity;
import dev.warder.gate.token.KeySource;
import dev.warder.gate.token.TokenVerifier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The smallest set of revocations there is, with a verifier that asks it and listens to it. */
final class Revocation implements Revocations {
  private Consumer<? super Predicate<? super TokenIdentity>> listener = revoked -> {};
  final TokenVerifier verifier = Tokens.verifier(KeySource.of(Tokens.WITH_KEY), this);
  private volatile boolean isRevoked;

  @Override
  public RevocationAnswer check(TokenIdentity token) {
    return isRevoked ? RevocationAnswer.REVOKED : RevocationAnswer.CLEAR;
  }

  @Override
  public boolean isCurrent() {
    return true;
  }

  @Override
  public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> told) {
    listener = told;
    return () -> {};
  }

  /**
   * Revokes the token in the order that listeners rely on: the set first, then they are notified.
   */
  void revoke() {
    isRevoked = true;
    Predicate<TokenIdentity> revoked = token -> isRevoked;
    listener.accept(revoked);
  }
}
