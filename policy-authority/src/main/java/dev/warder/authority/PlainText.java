package dev.warder.authority;

import dev.warder.gate.token.TokenLimits;

/** Text that names somebody or something, and that tokens and both databases can have. */
final class PlainText {
  private PlainText() {}

  /** Returns whether it is 1 to 256 characters, none of them a control or half of a pair. */
  static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.length() <= TokenLimits.MOST_OF_AN_IDENTIFIER
        && text.codePoints().noneMatch(PlainText::isControlOrHalf);
  }

  private static boolean isControlOrHalf(int c) {
    return Character.isISOControl(c)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
