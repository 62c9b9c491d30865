package dev.warder.authority.key;

/**
 * Thrown when a key cannot be read: a signing key that was stored, or the key that those are
 * encrypted by. The message is one line, and says nothing of any key but its id.
 */
public final class UnreadableKey extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableKey(String message) {
    super(message);
  }
}
