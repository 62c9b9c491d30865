package dev.warder.model.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * A name that people can see and tell from another one ({@code SEMANTICS.md}, section 11): without
 * characters that show nothing, and with combining marks only where a script writes them. Which
 * characters are letters and marks is what the JDK's version of Unicode says.
 */
public final class VisibleName {
  /** The rule in words, for a message. */
  public static final String RULE =
      "1 to 256 characters that can be seen: no control, no invisible character, no space but"
          + " U+0020, and combining marks only on letters of their script, composed (NFC)";

  /** Burmese writes six marks on one letter; no script writes more than eight in a name. */
  private static final int MOST_MARKS = 8;

  private VisibleName() {}

  /** Returns whether a text is one. It is composed when each character with its marks is. */
  public static boolean isOne(String text) {
    if (!Identifier.isOne(text) || text.isBlank()) {
      return false;
    }
    for (int i = 0; i < text.length(); i = endOfCluster(text, i)) {
      if (!isVisible(text, i, endOfCluster(text, i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the end of the character that begins here, with the marks on it. */
  static int endOfCluster(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && isMark(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** Returns whether a character with its marks may stand in a name. */
  static boolean isVisible(String text, int start, int end) {
    int base = text.codePointAt(start);
    int marks = start + Character.charCount(base);
    if (!HarmlessText.isVisible(base) || isMark(base)) {
      return false;
    }
    if (marks == end) {
      return base < 0x80 || Normalizer.isNormalized(text.substring(start, end), Form.NFC);
    }
    return Character.isLetter(base)
        && text.codePointCount(marks, end) <= MOST_MARKS
        && text.substring(marks, end).codePoints().allMatch(mark -> isMarkOn(base, mark))
        && Normalizer.isNormalized(text.substring(start, end), Form.NFC);
  }

  /** Vowels and finals of old Korean syllables, and vowels of Kirat Rai, are written like marks. */
  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default ->
          (c >= 0x1161 && c <= 0x11FF)
              || (c >= 0xD7B0 && c <= 0xD7FF)
              || c == 0x16D63
              || (c >= 0x16D67 && c <= 0x16D6A);
    };
  }

  private static boolean isMarkOn(int base, int mark) {
    UnicodeScript script = UnicodeScript.of(mark);
    return HarmlessText.isVisible(mark)
        && Character.getType(mark) != Character.ENCLOSING_MARK
        && !(mark >= 0x0334 && mark <= 0x0338)
        && (script == UnicodeScript.INHERITED
            || script == UnicodeScript.COMMON
            || script == UnicodeScript.of(base));
  }
}
