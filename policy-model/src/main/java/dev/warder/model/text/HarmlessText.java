package dev.warder.model.text;

import java.util.Arrays;

/**
 * Characters that neither move a cursor nor reorder letters, as {@code SEMANTICS.md} lists them.
 */
public final class HarmlessText {
  /** The first and the last of each range. */
  private static final int[] INVISIBLE = {
    0x00A0, 0x00A0, 0x00AD, 0x00AD, 0x034F, 0x034F, 0x0600, 0x0605, 0x061C, 0x061C, 0x06DD, 0x06DD,
    0x070F, 0x070F, 0x0890, 0x0891, 0x08E2, 0x08E2, 0x115F, 0x1160, 0x1680, 0x1680, 0x17B4, 0x17B5,
    0x180B, 0x180F, 0x2000, 0x200F, 0x2028, 0x202F, 0x205F, 0x206F, 0x2800, 0x2800, 0x3000, 0x3000,
    0x3164, 0x3164, 0xD800, 0xF8FF, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFC,
    0x110BD, 0x110BD, 0x110CD, 0x110CD, 0x13430, 0x1343F, 0x16FE4, 0x16FE4, 0x1BCA0, 0x1BCA3,
    0x1D159, 0x1D159, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF, 0xF0000, 0x10FFFF
  };

  private HarmlessText() {}

  /**
   * Returns whether a code point may stand in a catalogue's text and in a message. The ranges are
   * fixed, so that an answer does not depend on a JDK's Unicode table.
   */
  public static boolean isHarmless(int c) {
    return c >= 0x20
        && !(c >= 0x7F && c <= 0x9F)
        && c != 0x061C
        && c != 0x200E
        && c != 0x200F
        && !(c >= 0x2028 && c <= 0x202E)
        && !(c >= 0x2066 && c <= 0x2069)
        && !(c >= 0xD800 && c <= 0xDFFF)
        && !(c >= 0xFDD0 && c <= 0xFDEF)
        && c != 0xFEFF
        && (c & 0xFFFE) != 0xFFFE;
  }

  /**
   * Returns whether a code point is harmless and can be seen: it is no format character, no space
   * but U+0020, no filler, variation selector or tag, and not for private use. The ranges are
   * fixed, too, and have room for characters that Unicode will make invisible.
   */
  public static boolean isVisible(int c) {
    if (c < 0x80) {
      return isHarmless(c);
    }
    int i = Arrays.binarySearch(INVISIBLE, c);
    boolean isInvisible = i >= 0 || (-i - 1) % 2 == 1;
    return isHarmless(c) && !isInvisible;
  }
}
