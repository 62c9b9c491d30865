package dev.warder.authority;

import dev.warder.gate.token.TokenLimits;
import java.text.Normalizer;

/** Text that names somebody or something, and that tokens and both databases can have. */
final class PlainText {
  /** What a user's id is. */
  static final String USER = "1 to 256 characters, none of them a control or a parenthesis";

  private PlainText() {}

  /**
   * Returns whether it may be a user's id: plain, and without parentheses, in which the audit has
   * those who are no users. What looks like one, or is one in another width, counts as one.
   */
  static boolean isUser(String text) {
    return isPlain(text)
        && Normalizer.normalize(text, Normalizer.Form.NFKC)
            .chars()
            .noneMatch(c -> c == '(' || c == ')');
  }

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
