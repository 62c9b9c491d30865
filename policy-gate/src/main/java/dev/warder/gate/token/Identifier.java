package dev.warder.gate.token;

import org.jspecify.annotations.Nullable;

/** A string that names something: 1 to 256 UTF-16 units, none of them a control character. */
final class Identifier {
  private Identifier() {}

  static String of(@Nullable Object value, TokenFault otherwise) throws TokenRejected {
    if (value instanceof String text && isOne(text)) {
      return text;
    }
    throw TokenRejected.of(otherwise);
  }

  static boolean isOne(String text) {
    if (!hasLength(text)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a text is as long as one may be. */
  static boolean hasLength(String text) {
    return !text.isEmpty() && text.length() <= TokenLimits.MOST_OF_AN_IDENTIFIER;
  }
}
