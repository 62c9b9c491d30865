package dev.warder.engine;

/**
 * Why a request is allowed or denied. Callers branch on this; more reasons may be added, so a
 * {@code switch} needs a default, which denies.
 */
public enum Reason {
  /** Every step passed. */
  ALLOWED("allowed", 200),
  /** The path is not canonical, or the method is not a token. */
  MALFORMED_REQUEST("malformed-request", 400),
  /** No template matches the path. */
  UNKNOWN_OPERATION("unknown-operation", 404),
  /** Templates match the path, none with this method. */
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  /** The catalogue names the operation, but nobody said what it needs. */
  UNMAPPED_OPERATION("unmapped-operation", 403),
  /** The resource is not known to belong to the grant's account. */
  WRONG_ACCOUNT("wrong-account", 404),
  /** The owner of the resource could not be looked up. */
  UNAVAILABLE("unavailable", 503),
  /** No alternative is wholly held, or a token is needed and there is none. */
  MISSING_CAPABILITY("missing-capability", 403);

  private final String code;
  private final int status;

  Reason(String code, int status) {
    this.code = code;
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
