package dev.warder.gate.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Base64url without padding (RFC 7515, section 2), in its one canonical spelling: bytes have no
 * second text, so that a signed token has none either.
 */
final class Base64Url {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /**
   * What each byte stands for as a character, in each of the four places of 24 bits; less than 0
   * where it stands for nothing.
   */
  private static final int[] FIRST = values(18);

  private static final int[] SECOND = values(12);
  private static final int[] THIRD = values(6);
  private static final int[] FOURTH = values(0);

  private Base64Url() {}

  private static int[] values(int shift) {
    int[] values = new int[256];
    Arrays.fill(values, -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = i << shift;
    }
    return values;
  }

  /** Returns the bytes, or null where the text is not their canonical spelling. */
  static byte @Nullable [] decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return decode(bytes, 0, bytes.length);
  }

  /**
   * Returns the bytes, or null where the part of a text is not their canonical spelling.
   *
   * @param text a byte a character
   */
  static byte @Nullable [] decode(byte[] text, int from, int to) {
    int rest = (to - from) % 4;
    if (rest == 1) {
      return null;
    }
    byte[] bytes = new byte[(int) ((to - from) * 3L / 4)];
    int wrong = 0;
    int at = 0;
    int end = to - rest;
    for (int i = from; i < end; i += 4) {
      int bits =
          FIRST[text[i] & 0xFF]
              | SECOND[text[i + 1] & 0xFF]
              | THIRD[text[i + 2] & 0xFF]
              | FOURTH[text[i + 3] & 0xFF];
      wrong |= bits;
      bytes[at++] = (byte) (bits >> 16);
      bytes[at++] = (byte) (bits >> 8);
      bytes[at++] = (byte) bits;
    }
    if (rest > 0) {
      int bits =
          FIRST[text[end] & 0xFF]
              | SECOND[text[end + 1] & 0xFF]
              | (rest == 3 ? THIRD[text[end + 2] & 0xFF] : 0);
      // Bits beyond the last byte make it another spelling of the same bytes.
      wrong |= (rest == 2 ? bits & 0xFFFF : bits & 0xFF) == 0 ? bits : -1;
      bytes[at++] = (byte) (bits >> 16);
      if (rest == 3) {
        bytes[at] = (byte) (bits >> 8);
      }
    }
    return wrong < 0 ? null : bytes;
  }
}
