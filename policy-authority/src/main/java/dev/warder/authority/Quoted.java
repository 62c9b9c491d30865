package dev.warder.authority;

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
      if (isHarmless(c)) {
        quoted.appendCodePoint(c);
      } else {
        quoted.append("\\u{").append(Integer.toHexString(c)).append('}');
      }
    }
    return quoted.append('`').toString();
  }

  /** Of ranges that are fixed, so that a message does not depend on a JDK's Unicode table. */
  private static boolean isHarmless(int c) {
    return c >= 0x20
        && !(c >= 0x7F && c <= 0x9F)
        && c != 0x061C
        && c != 0x200E
        && c != 0x200F
        && !(c >= 0x2028 && c <= 0x202E)
        && !(c >= 0x2066 && c <= 0x2069)
        && !(c >= 0xD800 && c <= 0xDFFF)
        && c != 0xFEFF;
  }
}
