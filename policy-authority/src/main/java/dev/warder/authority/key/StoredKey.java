package dev.warder.authority.key;

import static java.util.Objects.requireNonNull;

import dev.warder.gate.token.Algorithm;
import java.time.Instant;

/**
 * A signing key in the form in which it is stored. {@link KeyWrapping} makes it, and reads it.
 *
 * @param id the key's id
 * @param algorithm the algorithm that the key is for
 * @param material the key itself, in ASCII: as secret as the key, unless it is encrypted
 * @param isEncrypted whether it takes another key to read the material
 * @param createdAt when the key was made
 */
public record StoredKey(
    String id, Algorithm algorithm, String material, boolean isEncrypted, Instant createdAt) {

  /** Makes a stored key; none of its parts is null, and none is looked at. */
  public StoredKey {
    requireNonNull(id);
    requireNonNull(algorithm);
    requireNonNull(material);
    requireNonNull(createdAt);
  }

  /** Returns all but the material. */
  @Override
  public String toString() {
    return id + " (" + algorithm + (isEncrypted ? ", encrypted" : ", not encrypted") + ")";
  }
}
