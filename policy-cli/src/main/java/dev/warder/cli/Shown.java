package dev.warder.cli;

/** Text from outside, made fit to be shown: nothing in it moves a cursor or reorders letters. */
final class Shown {
  private static final int MOST_QUOTED = 80;

  private Shown() {}

  /** Returns the text in backticks, shortened to 80 characters, and without a signed token. */
  static String quoted(String text) {
    return "`" + atMost(MOST_QUOTED, text) + "`";
  }

  /** Returns the whole message of a failure. */
  static String message(Exception e) {
    return whole(String.valueOf(e.getMessage()));
  }

  /** Returns the whole text. */
  static String whole(String text) {
    return shown(Integer.MAX_VALUE, text);
  }

  /**
   * Returns at most so many characters of the text, and an ellipsis where there are more. What
   * looks like the begin of a signed token (base64url of a JSON object) is left out: it may have
   * been put in a wrong place, and does not belong in a log.
   */
  static String atMost(int most, String text) {
    return shown(
        most, text.contains("eyJ") ? text.replaceAll("eyJ[A-Za-z0-9_.-]{5,}", "(a token)") : text);
  }

  private static String shown(int most, String text) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (count++ == most) {
        return shown.append('…').toString();
      }
      append(shown, text.codePointAt(i));
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    if (isHarmless(c)) {
      shown.appendCodePoint(c);
    } else {
      shown.append("\\u{").append(Integer.toHexString(c)).append('}');
    }
  }

  /** The characters that a catalogue's text may have. */
  private static boolean isHarmless(int c) {
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
