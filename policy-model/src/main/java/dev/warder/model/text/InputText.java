package dev.warder.model.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * Text that a user gives, read alike wherever it is given ({@code SEMANTICS.md}, section 12):
 * UTF-8, and one byte order mark at its begin is no part of it.
 */
public final class InputText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CharMatcher BLANK = CharMatcher.anyOf(" \t");
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();

  private InputText() {}

  /**
   * Returns the text of bytes, without a byte order mark at its begin.
   *
   * @throws CharacterCodingException when they are not UTF-8
   */
  public static String decode(byte[] bytes) throws CharacterCodingException {
    return withoutMark(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** Returns a text that is not decoded here without a byte order mark at its begin. */
  public static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * Returns the lines that are not blank, {@link #trimmed}. A line ends with a line feed, or with a
   * carriage return and a line feed; any other carriage return is a character of its line.
   */
  public static List<String> lines(String text) {
    return LINES.trimResults(BLANK).splitToList(text.replace("\r\n", "\n"));
  }

  /** Returns a text without the spaces (U+0020) and tabs around it. */
  public static String trimmed(String text) {
    return BLANK.trimFrom(text);
  }
}
