package dev.warder.gate.token;

import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.Revocations;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A verified token with the text that it ends, the keys it was verified by, and what is known of
 * its revocation: nothing, until the look-up is made; then clear, or revoked. Revoked stays, and
 * clear is set by who looked up after the token was published, so that a thread that revokes finds
 * it.
 */
final class SeenToken {
  private static final int NOT_LOOKED_UP = 0;
  private static final int CLEAR = 1;
  private static final int REVOKED = 2;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(SeenToken.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final String text;
  final int start;
  final int hash;
  final KeySet keys;
  final AccessToken token;

  @SuppressWarnings("unused") // by the handle
  private volatile int state;

  SeenToken(String text, int start, int hash, KeySet keys, AccessToken token) {
    this.text = text;
    this.start = start;
    this.hash = hash;
    this.keys = keys;
    this.token = token;
  }

  /** Returns the token unless it was revoked; looks that up where nobody has. */
  AccessToken unlessRevoked(Revocations revocations) throws TokenRejected {
    if (state == NOT_LOOKED_UP) {
      switch (check(token, revocations)) {
        case CLEAR -> STATE.compareAndSet(this, NOT_LOOKED_UP, CLEAR);
        case REVOKED -> markRevoked();
        case UNKNOWN -> throw TokenRejected.of(TokenFault.REVOCATIONS_UNAVAILABLE);
      }
    }
    if (state == REVOKED) {
      throw TokenRejected.of(TokenFault.REVOKED);
    }
    return token;
  }

  /** An error narrows: whatever goes wrong in the host's look-up tells nothing. */
  static RevocationAnswer check(AccessToken token, Revocations revocations) throws TokenRejected {
    try {
      RevocationAnswer answer = revocations.check(token.identity());
      return answer == null ? RevocationAnswer.UNKNOWN : answer;
    } catch (RuntimeException e) {
      throw TokenRejected.ofFailedRevocations(e);
    }
  }

  void markRevoked() {
    state = REVOKED;
  }
}
