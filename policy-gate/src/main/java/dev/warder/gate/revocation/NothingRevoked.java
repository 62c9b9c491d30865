package dev.warder.gate.revocation;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** Revocations of a host that has none. */
enum NothingRevoked implements Revocations {
  INSTANCE;

  @Override
  public RevocationAnswer check(TokenIdentity token) {
    return RevocationAnswer.CLEAR;
  }

  @Override
  public boolean isCurrent() {
    return true;
  }

  @Override
  public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
    return () -> {};
  }
}
