package dev.warder.gate.limit;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;

/**
 * What stands for an id in a table: 64 bits of its SHA-256. That two of a million ids have the same
 * is as likely as one in thirty million; they would then share a counter.
 */
final class Key {
  private Key() {}

  /** Returns the key of some texts in this order, each told from the next by its length. */
  static long of(String... texts) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String text : texts) {
      hasher.putInt(text.length()).putUnencodedChars(text);
    }
    return hasher.hash().asLong();
  }

  /** Returns the key of the first bits of an address, the others being 0. */
  static long of(int bits, long high, long low) {
    return Hashing.sha256().newHasher().putInt(bits).putLong(high).putLong(low).hash().asLong();
  }
}
