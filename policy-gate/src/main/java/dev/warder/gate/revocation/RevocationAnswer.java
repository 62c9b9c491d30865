package dev.warder.gate.revocation;

/** What is known of a token's revocation. */
public enum RevocationAnswer {
  /** Nothing that was revoked covers the token. */
  CLEAR,
  /** Something that was revoked covers the token. It stays so, until the token is long expired. */
  REVOKED,
  /** It is unknown: what is known is too old, or the token is so old that it was forgotten. */
  UNKNOWN
}
