package dev.warder.model.text;

/**
 * Characters that neither move a cursor nor reorder letters, as {@code SEMANTICS.md} lists them.
 */
public final class HarmlessText {
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
}
