package dev.warder.authority.key;

/**
 * Thrown when a key cannot be read: a signing key that was stored, or the key that those are
 * encrypted by. The message is one line, and says nothing of any key but its id.
 */
public final class UnreadableKey extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean isForLackOfAKey;

  UnreadableKey(String message) {
    this(message, false);
  }

  private UnreadableKey(String message, boolean isForLackOfAKey) {
    super(message);
    this.isForLackOfAKey = isForLackOfAKey;
  }

  static UnreadableKey forLackOfAKey(String message) {
    return new UnreadableKey(message, true);
  }

  /** Returns whether a signing key is encrypted, and no key to decrypt it was given. */
  public boolean isForLackOfAKey() {
    return isForLackOfAKey;
  }
}
