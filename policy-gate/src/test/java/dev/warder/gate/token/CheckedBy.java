package dev.warder.gate.token;

import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.revocation.TokenIdentity;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Revocations that a function checks, and whose listeners are told when a test says so. */
final class CheckedBy implements Revocations {
  private final Function<TokenIdentity, RevocationAnswer> check;
  private final List<Consumer<? super Predicate<? super TokenIdentity>>> listeners =
      new CopyOnWriteArrayList<>();
  volatile boolean isCurrent = true;

  CheckedBy(Function<TokenIdentity, RevocationAnswer> check) {
    this.check = check;
  }

  static CheckedBy always(RevocationAnswer answer) {
    return new CheckedBy(token -> answer);
  }

  @Override
  public RevocationAnswer check(TokenIdentity token) {
    return check.apply(token);
  }

  @Override
  public boolean isCurrent() {
    return isCurrent;
  }

  @Override
  public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  int listeners() {
    return listeners.size();
  }

  void tell(Predicate<? super TokenIdentity> revoked) {
    listeners.forEach(listener -> listener.accept(revoked));
  }
}
