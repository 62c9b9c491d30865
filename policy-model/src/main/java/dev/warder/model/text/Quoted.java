package dev.warder.model.text;

/**
 * Text of others in a message. A character that a {@link VisibleName} may not have is written as
 * <code>&#92;u{202e}</code>, so nothing in the message moves a cursor, reorders letters or hides.
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
    int left = most;
    for (int i = 0; i < text.length(); ) {
      int end = VisibleName.endOfCluster(text, i);
      boolean isVisible = VisibleName.isVisible(text, i, end);
      int marks = i + Character.charCount(text.codePointAt(i));
      boolean isBaseVisible = isVisible || VisibleName.isVisible(text, i, marks);
      while (i < end) {
        if (left-- == 0) {
          return shown.append('…').toString();
        }
        append(shown, text.codePointAt(i), i < marks ? isBaseVisible : isVisible);
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c, boolean isVisible) {
    if (isVisible) {
      shown.appendCodePoint(c);
    } else {
      shown.append("\\u{").append(Integer.toHexString(c)).append('}');
    }
  }
}
