package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyUse;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.SigningKey;
import dev.warder.authority.key.StoredKey;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.token.Algorithm;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The signing keys that a store keeps: made on first use, rotated with overlap. Safe for use by
 * many threads and processes.
 */
public final class StoredKeys {
  private final Store store;
  private final KeyWrapping wrapping;
  private final SecureRandom random;

  private StoredKeys(Store store, KeyWrapping wrapping, SecureRandom random) {
    this.store = store;
    this.wrapping = wrapping;
    this.random = random;
  }

  /**
   * Returns the keys of a store.
   *
   * @throws IllegalArgumentException when a server would keep them unencrypted: a file is its
   *     owner's alone, a database server is not
   */
  public static StoredKeys of(Store store, KeyWrapping wrapping, SecureRandom random) {
    if (!wrapping.isEncrypting() && !store.isFile()) {
      throw new IllegalArgumentException(
          "a database server keeps private keys only encrypted; give a key to encrypt them by");
    }
    return new StoredKeys(store, wrapping, random);
  }

  /**
   * Returns the keys. Where there are none yet one is made.
   *
   * @param algorithm of the first key; not looked at when there is one
   * @throws UnreadableKey when they are encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be read or written
   */
  public KeyRing ring(Algorithm algorithm) throws UnreadableKey, StoreFailure {
    List<SigningKeyRow> kept = store.read(StoredKeys::inUse);
    if (kept.isEmpty()) {
      // Made outside of the transaction, as it may take a second; of two made at once one is kept.
      SigningKey made = SigningKey.generate(algorithm, random, store.now());
      kept =
          store.write(
              rows -> {
                if (inUse(rows).isEmpty()) {
                  rows.signingKeys().add(row(made, made.createdAt()));
                }
                return inUse(rows);
              });
    }
    return unwrapped(kept);
  }

  /**
   * Adds a key, which is published at once and signs after a time.
   *
   * @param lead at least how long it may take until every verifier has fetched it
   * @return the keys then
   * @throws UnreadableKey when the keys there are cannot be read
   * @throws StoreFailure when the store cannot be read or written
   * @throws IllegalArgumentException for a negative lead, a secret (HS256) beside other keys, or
   *     more keys than a ring has, or when another rotates at once; nothing is added then
   */
  public KeyRing rotate(Algorithm algorithm, Duration lead) throws UnreadableKey, StoreFailure {
    KeyRing before = ring(algorithm);
    SigningKey made = SigningKey.generate(algorithm, random, store.now());
    KeyRing unused = before.rotate(made, store.now(), lead);
    return unwrapped(
        store.write(
            rows -> {
              checkArgument(
                  inUse(rows).size() == before.uses().size(),
                  "another rotated the keys just now; do it again if it is still wanted");
              rows.signingKeys().add(row(made, rows.now().plus(lead)));
              return inUse(rows);
            }));
  }

  private static List<SigningKeyRow> inUse(Rows rows) throws StoreFailure {
    return rows.signingKeys().list().stream().filter(key -> key.retiredAt().isEmpty()).toList();
  }

  private SigningKeyRow row(SigningKey key, Instant signsFrom) {
    StoredKey stored = wrapping.wrap(key, random);
    return new SigningKeyRow(
        stored.id(),
        stored.algorithm().code(),
        stored.material(),
        stored.isEncrypted(),
        stored.createdAt(),
        signsFrom,
        Optional.empty());
  }

  private KeyRing unwrapped(List<SigningKeyRow> rows) throws UnreadableKey {
    List<KeyUse> uses = new ArrayList<>();
    for (SigningKeyRow row : rows) {
      StoredKey stored =
          new StoredKey(
              row.id(),
              algorithm(row.algorithm()),
              row.material(),
              row.isEncrypted(),
              row.createdAt());
      uses.add(new KeyUse(wrapping.unwrap(stored), row.signsFrom()));
    }
    return KeyRing.of(uses);
  }

  private static Algorithm algorithm(String code) {
    for (Algorithm algorithm : Algorithm.values()) {
      if (algorithm.code().equals(code)) {
        return algorithm;
      }
    }
    throw new IllegalStateException(
        "the store has a key of an unknown algorithm " + Quoted.of(code));
  }
}
