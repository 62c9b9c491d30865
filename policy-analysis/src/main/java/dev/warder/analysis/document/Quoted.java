package dev.warder.analysis.document;

/** Text of a user's in a message: in backticks, shortened, and with nothing that moves a cursor. */
public final class Quoted {
  private static final int MOST_CHARACTERS = 80;

  private Quoted() {}

  /** Returns the text in backticks, at most 80 characters of it. */
  public static String of(String text) {
    return "`" + shown(text, MOST_CHARACTERS) + "`";
  }

  /** Returns the whole text, without backticks. */
  public static String harmless(String text) {
    return shown(text, Integer.MAX_VALUE);
  }

  private static String shown(String text, int most) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (count++ == most) {
        return shown.append('…').toString();
      }
      int c = text.codePointAt(i);
      if (isHarmless(c)) {
        shown.appendCodePoint(c);
      } else {
        shown.append("\\u{").append(Integer.toHexString(c)).append('}');
      }
    }
    return shown.toString();
  }

  /** Returns whether a catalogue's text may have this code point. */
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
