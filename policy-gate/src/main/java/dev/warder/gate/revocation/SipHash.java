package dev.warder.gate.revocation;

import java.util.random.RandomGenerator;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) of a number and a text, without allocating: of the
 * number's eight bytes and a byte for each character; where one is beyond Latin-1, of the number's
 * complement and two bytes for each UTF-16 unit, so that no two texts are the same bytes. Least
 * significant first. Who does not know the key cannot aim at a value.
 */
final class SipHash {
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
    return isLatin1(text) ? hash(number, text, Byte.SIZE) : hash(~number, text, Character.SIZE);
  }

  private static boolean isLatin1(String text) {
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      all |= text.charAt(i);
    }
    return all <= 0xFF;
  }

  private long hash(long number, String text, int bits) {
    long v0 = k0 ^ 0x736f_6d65_7073_6575L;
    long v1 = k1 ^ 0x646f_7261_6e64_6f6dL;
    long v2 = k0 ^ 0x6c79_6765_6e65_7261L;
    long v3 = k1 ^ 0x7465_6462_7974_6573L;
    int charactersAWord = Long.SIZE / bits;
    int last = text.length() / charactersAWord;
    // The number is the word before the first, and the end is like a word of zero after the last.
    for (int i = -1; i <= last + 1; i++) {
      long word = 0;
      int rounds = 2;
      if (i > last) {
        v2 ^= 0xff;
        rounds = 4;
      } else {
        word =
            i < 0
                ? number
                : i < last
                    ? word(text, i * charactersAWord, bits)
                    : lastWord(text, i * charactersAWord, bits);
      }
      v3 ^= word;
      for (int round = 0; round < rounds; round++) {
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
      v0 ^= word;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long word(String text, int at, int bits) {
    long word = 0;
    for (int shift = 0; shift < Long.SIZE; shift += bits) {
      word |= (long) text.charAt(at++) << shift;
    }
    return word;
  }

  /** Returns the characters that are left, with the number of all bytes above them. */
  private static long lastWord(String text, int at, int bits) {
    long word = (long) (Long.BYTES + text.length() * bits / Byte.SIZE) << 56;
    for (int i = text.length() - 1; i >= at; i--) {
      word |= (long) text.charAt(i) << (bits * (i - at));
    }
    return word;
  }
}
