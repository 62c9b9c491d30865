package dev.warder.gate.token;

import dev.warder.model.text.Quoted;
import java.util.Optional;

/** A key of a key set that verifies tokens. Immutable and safe for use by many threads. */
public final class UsedKey {
  private final int number;
  private final KeyEntry entry;

  /**
   * Makes one.
   *
   * @param number the place in the set, from 1
   */
  UsedKey(int number, KeyEntry entry) {
    this.number = number;
    this.entry = entry;
  }

  /** Returns the key's place in the set, from 1. */
  public int number() {
    return number;
  }

  /** Returns the key's {@code kid}, or nothing where it has none. */
  public Optional<String> id() {
    return entry.id().equals(KeyEntry.NO_ID) ? Optional.empty() : Optional.of(entry.id());
  }

  /** Returns the one algorithm that the key is for: its {@code alg}, or that of the profile. */
  public Algorithm algorithm() {
    return entry.algorithm();
  }

  /** Returns how many bits its modulus, its curve or its secret has. */
  public int bits() {
    return entry.bits();
  }

  /** Returns place, id, algorithm and size, and nothing of the key. */
  @Override
  public String toString() {
    return "key "
        + number
        + id().map(id -> " (" + Quoted.of(id) + ")").orElse("")
        + ": "
        + algorithm()
        + ", "
        + bits()
        + " bits";
  }
}
