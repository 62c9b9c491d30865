package dev.warder.gate;

import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.revocation.TokenIdentity;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A host's revocations, of which a part may fail; nothing is revoked. */
final class FailingRevocations implements Revocations {
  Runnable check = () -> {};
  Runnable isCurrent = () -> {};
  Runnable close = () -> {};

  static Runnable throwing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  static Runnable throwing(Error failure) {
    return () -> {
      throw failure;
    };
  }

  @Override
  public RevocationAnswer check(TokenIdentity token) {
    check.run();
    return RevocationAnswer.CLEAR;
  }

  @Override
  public boolean isCurrent() {
    isCurrent.run();
    return true;
  }

  @Override
  public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
    return () -> close.run();
  }
}
