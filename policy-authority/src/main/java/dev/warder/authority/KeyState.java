package dev.warder.authority;

/** What a key of a store is for at a time. */
public enum KeyState {
  /** It is published, and signs later. */
  WAITING,
  /** It signs. */
  SIGNING,
  /** It signs no more, and tokens of its are left to be verified. */
  VERIFYING,
  /** Nothing of it is kept but that it was. */
  RETIRED
}
