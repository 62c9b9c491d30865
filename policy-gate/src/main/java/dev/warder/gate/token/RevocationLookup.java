package dev.warder.gate.token;

/**
 * Tells whether a verified token was revoked. It is asked by a verifier after the token is where
 * {@link TokenVerifier#markRevoked} finds it, and must answer from memory. Safe for use by many
 * threads.
 */
@FunctionalInterface
public interface RevocationLookup {
  /** What is known of a token's revocation. */
  enum Answer {
    /** Neither the token nor this value of it was revoked. */
    CLEAR,
    /** The token, or this value of it, was revoked. */
    REVOKED,
    /** It cannot be told, as what is known is too old. */
    UNKNOWN
  }

  /** Returns what is known. An exception stands for {@link Answer#UNKNOWN}. */
  Answer lookUp(AccessToken token);
}
