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
      if (Lexis.isHarmless(c)) {
        quoted.appendCodePoint(c);
      } else {
        quoted.append("\\u{").append(Integer.toHexString(c)).append('}');
      }
    }
    return quoted.append('`').toString();
  }
}
