package dev.warder.gate.token;

import dev.warder.model.text.EnumCode;

/**
 * Why a text is not an accepted token, as far as a caller branches on it and a client may see. More
 * reasons may be added, so a {@code switch} needs a default, which denies.
 */
public enum TokenReason {
  /** It is no token of this issuer for this audience, or not one that may be used now. */
  INVALID_TOKEN(401),
  /** It is genuine, and its time is over. */
  EXPIRED_TOKEN(401),
  /** It is genuine, and it, or all values of its token, were revoked. */
  REVOKED_TOKEN(401),
  /** It could not be judged: the keys, or the revocations, could not be had. */
  UNAVAILABLE(503);

  private final String code = EnumCode.of(this);
  private final int status;

  TokenReason(int status) {
    this.status = status;
  }

  /** Returns the reason as it is written in vectors, logs and answers. */
  public String code() {
    return code;
  }

  /** Returns the HTTP status (RFC 9110, section 15) for an answer with this reason. */
  public int status() {
    return status;
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }
}
