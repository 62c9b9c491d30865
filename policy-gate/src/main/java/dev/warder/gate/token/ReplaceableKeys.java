package dev.warder.gate.token;

import static java.util.Objects.requireNonNull;

/**
 * Keys that the application replaces, such as when a file changed. After {@link #replace} returns,
 * no verification that starts later accepts a token of a key that is gone. Safe for use by many
 * threads.
 */
public final class ReplaceableKeys extends KeySource {
  private volatile KeySet keys;

  /** Makes a source of these keys, until they are replaced. */
  public ReplaceableKeys(KeySet keys) {
    this.keys = requireNonNull(keys);
  }

  /** Replaces all keys at once. */
  public void replace(KeySet keys) {
    this.keys = requireNonNull(keys);
  }

  @Override
  KeySet keysAtHand() {
    return keys;
  }

  @Override
  KeySet keys() {
    return keys;
  }

  @Override
  KeySet newerKeys() {
    return keys;
  }
}
