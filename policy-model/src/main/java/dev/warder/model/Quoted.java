package dev.warder.model;

/** Text of a user's in a message: in backticks, shortened, and with nothing that moves a cursor. */
final class Quoted {
  private static final int MOST_CHARACTERS = 80;

  private Quoted() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder("`");
    int shown = 0;
    for (int c : (Iterable<Integer>) text.codePoints()::iterator) {
      if (shown++ == MOST_CHARACTERS) {
        return quoted.append("…`").toString();
      }
      append(quoted, c);
    }
    return quoted.append('`').toString();
  }

  /** Returns a message of another library's, which may repeat text of the user's. */
  static String harmless(String message) {
    StringBuilder harmless = new StringBuilder();
    message.codePoints().forEach(c -> append(harmless, c));
    return harmless.toString();
  }

  private static void append(StringBuilder text, int c) {
    if (Lexis.isHarmless(c)) {
      text.appendCodePoint(c);
    } else {
      text.append("\\u{").append(Integer.toHexString(c)).append('}');
    }
  }
}
