package dev.warder.authority.key;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A key of a ring, and from when on it signs.
 *
 * @param key the key
 * @param signsFrom the first instant at which it signs, until another key of the ring begins
 */
public record KeyUse(SigningKey key, Instant signsFrom) {
  /** Makes a use; neither part is null. */
  public KeyUse {
    requireNonNull(key);
    requireNonNull(signsFrom);
  }
}
