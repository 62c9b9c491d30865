package dev.warder.cli;

import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenReason;

/** A signed token was refused, which denies whatever was asked about it. */
final class RejectedToken extends Exception {
  private static final long serialVersionUID = 1L;

  private final TokenFault fault;

  RejectedToken(TokenFault fault) {
    super(fault.message(), null, false, false);
    this.fault = fault;
  }

  TokenFault fault() {
    return fault;
  }

  TokenReason reason() {
    return fault.reason();
  }

  /** Returns what the reason means, in a few words. */
  String meaning() {
    return switch (reason()) {
      case EXPIRED_TOKEN -> "the token is genuine, and its time is over";
      case REVOKED_TOKEN -> "the token is genuine, and was revoked";
      case UNAVAILABLE -> "the token could not be judged";
      default -> "it is no token of this issuer for this audience that may be used now";
    };
  }
}
