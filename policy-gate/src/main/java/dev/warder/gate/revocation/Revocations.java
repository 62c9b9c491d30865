package dev.warder.gate.revocation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What was revoked, as far as this process knows. Safe for use by many threads. */
public interface Revocations {
  /** Returns what is known of a token's revocation, from memory, without waiting for anybody. */
  RevocationAnswer check(TokenIdentity token);

  /**
   * Returns whether what is known is recent enough to allow by. To be asked before {@link #check}:
   * an answer given after this was true tells of everything revoked until a bound before.
   */
  boolean isCurrent();

  /**
   * Has a listener told of everything revoked from now on, after {@link #check} answers so, and
   * before the revoking call returns; where revocations come from elsewhere, before what is known
   * counts as recent. It receives a predicate that holds of every token just revoked, and of none
   * that was not revoked; it may be told twice, and on any thread.
   *
   * <p>What this returns may be dropped: the listener is then told for as long as these revocations
   * are in use.
   *
   * @return what ends it
   */
  @CanIgnoreReturnValue
  Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener);

  /**
   * Returns revocations by which nothing was ever revoked: who asks them accepts tokens until they
   * expire.
   */
  static Revocations acceptTokensThatWereRevoked() {
    return new Revocations() {
      @Override
      public RevocationAnswer check(TokenIdentity token) {
        return RevocationAnswer.CLEAR;
      }

      @Override
      public boolean isCurrent() {
        return true;
      }

      @Override
      @CanIgnoreReturnValue
      public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
        return () -> {};
      }
    };
  }

  /** The registration of a listener, until it is closed. */
  interface Listening extends AutoCloseable {
    /** Has the listener told of nothing more. To close twice is no error. */
    @Override
    void close();
  }
}
