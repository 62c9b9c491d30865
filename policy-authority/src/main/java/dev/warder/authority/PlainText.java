package dev.warder.authority;

import dev.warder.model.text.Identifier;
import java.text.Normalizer;

/** Text that names somebody or something, and that tokens and both databases can have. */
final class PlainText {
  /** What a user's id is. */
  static final String USER = "1 to 256 characters, none of them a control or a bracket";

  /** Parentheses over several lines are put together of these, which Unicode has as symbols. */
  private static final int FIRST_PIECE_OF_A_PARENTHESIS = 0x239B;

  private static final int LAST_PIECE_OF_A_PARENTHESIS = 0x23A0;

  private PlainText() {}

  /**
   * Returns whether it may be a user's id: plain, and without brackets, as the audit has those who
   * are no users in parentheses, and many brackets look like these. What is one in another width
   * counts as one.
   */
  static boolean isUser(String text) {
    return Identifier.isOne(text)
        && Normalizer.normalize(text, Normalizer.Form.NFKC)
            .codePoints()
            .noneMatch(PlainText::isBracket);
  }

  private static boolean isBracket(int c) {
    int type = Character.getType(c);
    return type == Character.START_PUNCTUATION
        || type == Character.END_PUNCTUATION
        || (c >= FIRST_PIECE_OF_A_PARENTHESIS && c <= LAST_PIECE_OF_A_PARENTHESIS);
  }
}
