package dev.warder.authority;

import dev.warder.authority.key.SigningKey;
import dev.warder.gate.token.Algorithm;
import dev.warder.model.text.Quoted;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that signs tokens, as it is kept.
 *
 * @param material the key as text, sealed or not; of one that is retired, nothing
 * @param signsFrom when it begins to sign
 * @param retiredAt since when it signs no more, and is not to be trusted
 */
record SigningKeyRow(
    String id,
    String algorithm,
    String material,
    boolean isEncrypted,
    Instant createdAt,
    Instant signsFrom,
    Optional<Instant> retiredAt) {

  /** Returns all but the material. */
  @Override
  public String toString() {
    return "signing key %s (%s, from %s)".formatted(id, algorithm, signsFrom);
  }

  /** Returns the algorithm that the code names. */
  Algorithm knownAlgorithm() {
    for (Algorithm each : SigningKey.ALGORITHMS) {
      if (each.code().equals(algorithm)) {
        return each;
      }
    }
    throw new IllegalStateException(
        "the store has a key of an unknown algorithm " + Quoted.of(algorithm));
  }
}
