package dev.warder.model.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * Text that a user gives, read alike wherever it is given ({@code SEMANTICS.md}, section 12):
 * UTF-8, and a byte order mark at its begin is no part of it.
 */
public final class InputText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private InputText() {}

  /**
   * Returns the text of bytes, without a byte order mark at its begin.
   *
   * @throws CharacterCodingException when they are not UTF-8
   */
  public static String decode(byte[] bytes) throws CharacterCodingException {
    return withoutMark(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** Returns a text without a byte order mark at its begin. */
  public static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * Returns the lines that are not blank, without the spaces and tabs around them. A line ends with
   * a line feed, or with a carriage return and a line feed.
   */
  public static List<String> lines(String text) {
    return withoutMark(text)
        .lines()
        .map(InputText::trimmed)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String trimmed(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && isBlank(line.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
