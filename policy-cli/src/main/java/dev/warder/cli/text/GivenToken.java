package dev.warder.cli.text;

import com.google.common.base.Ascii;
import dev.warder.model.text.InputText;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * The one token in a text that a user gives: its only line that is not blank, which may be a header
 * line ({@code SEMANTICS.md}, section 12). Nothing of the text stands in a message.
 */
public final class GivenToken {
  /** The most bytes of a text that holds a token. */
  static final int MOST_BYTES = 1 << 20;

  private static final String FIELD = "authorization:";
  private static final String SCHEME = "bearer";

  private GivenToken() {}

  /** Returns whether a text is probably a signed token, and not the name of something. */
  public static boolean looksLikeOne(String text) {
    return text.startsWith("eyJ") && text.indexOf('.') > 0;
  }

  /** Returns the token in a file's bytes. */
  static String of(byte[] bytes, String place) throws NoAnswer {
    if (bytes.length > MOST_BYTES) {
      throw NoAnswer.because(place + " holds no token: it is larger than " + MOST_BYTES + " bytes");
    }
    try {
      return only(InputText.lines(InputText.decode(bytes)), place);
    } catch (CharacterCodingException e) {
      throw NoAnswer.because(place + " holds no token: it is not UTF-8");
    }
  }

  /** Returns the token in a text; messages call it by its place. */
  public static String of(String text, String place) throws NoAnswer {
    return only(InputText.lines(InputText.withoutMark(text)), place);
  }

  private static String only(List<String> lines, String place) throws NoAnswer {
    if (lines.size() > 1) {
      throw NoAnswer.because(
          place
              + " holds "
              + lines.size()
              + " lines; a token is one line, alone or as a header line");
    }
    String token = lines.isEmpty() ? "" : bare(lines.get(0));
    if (token.isEmpty()) {
      throw NoAnswer.because(place + " holds no token");
    }
    if (!token.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
      throw NoAnswer.because(
          place + " holds no token: a token has neither spaces nor characters beyond ASCII");
    }
    return token;
  }

  private static String bare(String line) {
    String value = withoutPrefix(FIELD, line);
    return Ascii.equalsIgnoreCase(value, SCHEME) ? "" : withoutPrefix(SCHEME + " ", value);
  }

  private static String withoutPrefix(String prefix, String text) {
    int length = prefix.length();
    return text.length() >= length && Ascii.equalsIgnoreCase(text.substring(0, length), prefix)
        ? InputText.trimmed(text.substring(length))
        : text;
  }
}
