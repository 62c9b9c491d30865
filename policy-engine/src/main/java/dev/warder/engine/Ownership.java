package dev.warder.engine;

/** The answer to "does this account own this resource?", see {@link ResourceOwners}. */
public enum Ownership {
  /** The account owns the resource. */
  OWNED,
  /** Another account owns the resource, or nobody knows it; the two are one answer. */
  NOT_OWNED,
  /** It is unknown now. */
  UNAVAILABLE
}
