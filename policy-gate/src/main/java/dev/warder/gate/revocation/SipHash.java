package dev.warder.gate.revocation;

import java.util.random.RandomGenerator;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) of a number and a text, without allocating: of the
 * number's eight bytes and a byte for each character; where one is beyond Latin-1, of the number's
 * complement and two bytes for each UTF-16 unit, so that no two texts are the same bytes. Least
 * significant first. Who does not know the key cannot aim at a value.
 */
final class SipHash {
  private static final int LATIN_1 = 0xFF;

  private final long k0;
  private final long k1;

  SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  static SipHash withKeyOf(RandomGenerator randomness) {
    return new SipHash(randomness.nextLong(), randomness.nextLong());
  }

  /**
   * Returns the hash.
   *
   * @param number not less than 0
   */
  long hash(long number, String text) {
    return hash(number, text, false);
  }

  /**
   * Takes each character for one byte, and begins anew when one is more. The two rounds of a word
   * stand one after the other: as a loop within a loop they take twice as long.
   */
  private long hash(long number, String text, boolean isWide) {
    long v0 = k0 ^ 0x736f_6d65_7073_6575L;
    long v1 = k1 ^ 0x646f_7261_6e64_6f6dL;
    long v2 = k0 ^ 0x6c79_6765_6e65_7261L;
    long v3 = k1 ^ 0x7465_6462_7974_6573L;
    int bytes = isWide ? 2 * text.length() : text.length();
    int all = 0;
    long word = number;
    for (int next = 0; ; ) {
      v3 ^= word;
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);

      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
      v0 ^= word;
      if (next > bytes) {
        break;
      }
      word = 0;
      int shift = 0;
      for (int end = Math.min(next + Long.BYTES, bytes); next < end; next++) {
        int b =
            isWide ? text.charAt(next / 2) >>> (next % 2 * Byte.SIZE) & 0xFF : text.charAt(next);
        all |= b;
        word |= (long) b << shift;
        shift += Byte.SIZE;
      }
      if (shift < Long.SIZE) {
        // The last word has the number of all bytes, those of the number included, at its end.
        word |= (long) (Long.BYTES + bytes) << 56;
        next = bytes + 1;
      }
    }
    if (all > LATIN_1) {
      return hash(~number, text, true);
    }
    v2 ^= 0xff;
    for (int round = 0; round < 4; round++) {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }
}
