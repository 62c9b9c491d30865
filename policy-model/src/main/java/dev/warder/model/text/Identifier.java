package dev.warder.model.text;

/**
 * A text that names an issuer, a token, an account or a user: 1 to 256 UTF-16 units, no control
 * character, no half of a surrogate pair.
 */
public final class Identifier {
  /** How many UTF-16 units it has at most. */
  public static final int MOST_UNITS = 256;

  /** The rule in words, for a message. */
  public static final String RULE = "1 to 256 characters, none of them a control or half of a pair";

  private Identifier() {}

  /** Returns whether a text is one. */
  public static boolean isOne(String text) {
    return hasLength(text) && isPlain(text);
  }

  /** Returns whether a text has the length of one. */
  public static boolean hasLength(String text) {
    return !text.isEmpty() && text.length() <= MOST_UNITS;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
