package dev.warder.gate.token;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where a verifier has its keys from: a set that stays ({@link #of}), one that the application
 * replaces ({@link ReplaceableKeys}), or one that the issuer publishes ({@link RemoteKeys}).
 */
public abstract class KeySource {
  KeySource() {}

  /** Returns a source that always has the same keys. */
  public static KeySource of(KeySet keys) {
    return new Constant(requireNonNull(keys));
  }

  /** Returns a source without any key. */
  static KeySource none() {
    return new None();
  }

  /** Returns by which rules keys are left out. */
  abstract KeyRules rules();

  /** Returns the keys to verify by now, or null if they have to be fetched first. */
  abstract @Nullable KeySet keysAtHand();

  /** Returns the last set that there was, be it too old; null where there was none. */
  @Nullable KeySet lastKeys() {
    return keysAtHand();
  }

  /** Returns whether there is a key of this id to verify by now, and reads nothing. */
  boolean hasAtHand(String id) {
    @Nullable KeySet last = lastKeys();
    return last != null && last.has(id);
  }

  /**
   * Returns the keys to verify by now. The same set is the same object.
   *
   * @throws TokenRejected when there are none that may be used
   */
  abstract KeySet keys() throws TokenRejected;

  /**
   * Returns the keys, after looking once more for one of this id, which was not among {@link
   * #keys}. Where it is still not among them, it is unknown.
   *
   * @throws TokenRejected when there are none that may be used, or nobody can tell yet
   */
  abstract KeySet newerKeys(String id) throws TokenRejected;

  private static final class None extends KeySource {
    @Override
    KeyRules rules() {
      return KeyRules.STRICT;
    }

    @Override
    @Nullable KeySet keysAtHand() {
      return null;
    }

    @Override
    KeySet keys() throws TokenRejected {
      throw TokenRejected.of(TokenFault.UNKNOWN_KEY);
    }

    @Override
    KeySet newerKeys(String id) throws TokenRejected {
      return keys();
    }
  }

  private static final class Constant extends KeySource {
    private final KeySet keys;

    Constant(KeySet keys) {
      this.keys = keys;
    }

    @Override
    KeyRules rules() {
      return keys.rules();
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
    KeySet newerKeys(String id) {
      return keys;
    }
  }
}
