package dev.warder.model.text;

/**
 * Text of others in a message. What is not {@link HarmlessText} is written as <code>
 * &#92;u{202e}</code>, so nothing in the message moves a cursor or reorders letters.
 */
public final class Quoted {
  private static final int MOST_CHARACTERS = 80;

  private Quoted() {}

  /** Returns the text in backticks; after 80 characters an ellipsis stands for the others. */
  public static String of(String text) {
    return "`" + atMost(MOST_CHARACTERS, text) + "`";
  }

  /** Returns the whole text, without backticks. */
  public static String harmless(String text) {
    return atMost(Integer.MAX_VALUE, text);
  }

  /** Returns the first characters of a text; an ellipsis stands for the others. */
  public static String atMost(int most, String text) {
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
    if (HarmlessText.isHarmless(c)) {
      shown.appendCodePoint(c);
    } else {
      shown.append("\\u{").append(Integer.toHexString(c)).append('}');
    }
  }
}
