package dev.warder.gate.token;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Keys that the application replaces, such as when a file changed. After {@link #replace} returns,
 * no verification that starts later accepts a token of a key that is gone. Safe for use by many
 * threads.
 */
public final class ReplaceableKeys extends KeySource {
  private volatile @Nullable KeySet keys;

  /** Makes a source of these keys, until they are replaced. */
  public ReplaceableKeys(KeySet keys) {
    this.keys = requireNonNull(keys);
  }

  /** Replaces all keys at once. */
  public void replace(KeySet keys) {
    this.keys = requireNonNull(keys);
  }

  /**
   * Withdraws all keys, such as when nobody knows any more which are right. Until the next {@link
   * #replace}, every token is {@link TokenReason#UNAVAILABLE}.
   */
  public void withdraw() {
    this.keys = null;
  }

  @Override
  @Nullable KeySet keysAtHand() {
    return keys;
  }

  @Override
  KeySet keys() throws TokenRejected {
    KeySet present = keys;
    if (present == null) {
      throw TokenRejected.of(TokenFault.KEYS_UNAVAILABLE);
    }
    return present;
  }

  @Override
  KeySet newerKeys() throws TokenRejected {
    return keys();
  }
}
