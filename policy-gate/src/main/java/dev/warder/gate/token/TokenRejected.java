package dev.warder.gate.token;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when no {@link AccessToken} came of a text. It carries neither a stack trace nor anything
 * of the text, and there is one for each fault, so that throwing allocates nothing. It is made anew
 * in two cases: where the host's {@link dev.warder.gate.revocation.Revocations} failed, and what
 * they threw is the cause; and where it says when to try again.
 */
public final class TokenRejected extends Exception {
  private static final long serialVersionUID = 1;
  private static final ImmutableMap<TokenFault, TokenRejected> BY_FAULT =
      Maps.toMap(Arrays.asList(TokenFault.values()), fault -> new TokenRejected(fault, null));

  /** What is wrong. */
  private final TokenFault fault;

  private final int retrySeconds;

  private TokenRejected(TokenFault fault, @Nullable RuntimeException cause) {
    this(fault, cause, 0);
  }

  private TokenRejected(TokenFault fault, @Nullable RuntimeException cause, int retrySeconds) {
    super(fault.message(), cause, false, false);
    this.fault = fault;
    this.retrySeconds = retrySeconds;
  }

  static TokenRejected of(TokenFault fault) {
    TokenRejected rejected = BY_FAULT.get(fault);
    if (rejected == null) {
      throw new AssertionError(fault);
    }
    return rejected;
  }

  /** Revocations that fail are too old: nobody can tell what they would have answered. */
  static TokenRejected ofFailedRevocations(RuntimeException cause) {
    return new TokenRejected(TokenFault.REVOCATIONS_UNAVAILABLE, cause);
  }

  /** Keys may be read anew after so many seconds. */
  static TokenRejected ofKeyNotLookedFor(int retrySeconds) {
    return new TokenRejected(TokenFault.KEY_NOT_LOOKED_FOR, null, retrySeconds);
  }

  /**
   * Returns after how many seconds the same token may get another answer; 0 where nobody can tell.
   */
  public int retrySeconds() {
    return retrySeconds;
  }

  /** Returns the reason: what to branch on, and what a client may see. */
  public TokenReason reason() {
    return fault.reason();
  }

  /** Returns what is wrong, for operators. */
  public TokenFault fault() {
    return fault;
  }
}
