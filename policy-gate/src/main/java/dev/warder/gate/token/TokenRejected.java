package dev.warder.gate.token;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when no {@link AccessToken} came of a text. It carries neither a stack trace nor anything
 * of the text, and there is one for each fault, so that throwing allocates nothing; but where the
 * host's {@link dev.warder.gate.revocation.Revocations} failed, it is made anew, and what they
 * threw is the cause.
 */
public final class TokenRejected extends Exception {
  private static final long serialVersionUID = 1;
  private static final ImmutableMap<TokenFault, TokenRejected> BY_FAULT =
      Maps.toMap(Arrays.asList(TokenFault.values()), fault -> new TokenRejected(fault, null));

  /** What is wrong. */
  private final TokenFault fault;

  private TokenRejected(TokenFault fault, @Nullable RuntimeException cause) {
    super(fault.message(), cause, false, false);
    this.fault = fault;
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

  /** Returns the reason: what to branch on, and what a client may see. */
  public TokenReason reason() {
    return fault.reason();
  }

  /** Returns what is wrong, for operators. */
  public TokenFault fault() {
    return fault;
  }
}
