package dev.warder.gate.token;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Base64url without padding (RFC 7515, section 2), in its one canonical spelling: bytes have no
 * second text, so that a signed token has none either.
 */
final class Base64Url {
  private static final byte[] VALUES = new byte[128];

  static {
    java.util.Arrays.fill(VALUES, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
  }

  private Base64Url() {}

  /** Returns the bytes, or null where the text is not their canonical spelling. */
  static byte @Nullable [] decode(String text) {
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      last = c < VALUES.length ? VALUES[c] : -1;
      if (last < 0) {
        return null;
      }
    }
    int unused =
        switch (text.length() % 4) {
          case 0 -> 0;
          case 2 -> 0b1111;
          case 3 -> 0b11;
          default -> -1;
        };
    return unused < 0 || (last & unused) != 0 ? null : Base64.getUrlDecoder().decode(text);
  }
}
