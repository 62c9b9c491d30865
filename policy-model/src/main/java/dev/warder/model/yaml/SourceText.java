package dev.warder.model.yaml;

import dev.warder.model.text.InputText;
import java.nio.charset.CharacterCodingException;

/** The text of a file: UTF-8, and no more than a bound. */
public final class SourceText {
  private SourceText() {}

  /**
   * Returns the text of a file's bytes, without a byte order mark at its begin.
   *
   * @param source what the problem calls the file
   * @param most how many bytes it may have
   * @throws MalformedText when there are more, or they are not UTF-8
   */
  public static String of(String source, byte[] bytes, int most) throws MalformedText {
    Place start = new Place(source, 1, 1);
    if (bytes.length > most) {
      throw new MalformedText(start, "the file is larger than " + most + " bytes");
    }
    try {
      return InputText.decode(bytes);
    } catch (CharacterCodingException e) {
      throw new MalformedText(start, "the file is not UTF-8");
    }
  }
}
