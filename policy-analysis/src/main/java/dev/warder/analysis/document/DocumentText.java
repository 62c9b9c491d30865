package dev.warder.analysis.document;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.yaml.MalformedText;
import dev.warder.model.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the text of a document: UTF-8, and no more than a bound. */
public final class DocumentText {
  /** The most bytes of a document. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  private DocumentText() {}

  /**
   * Returns the text of a stream, which is read to its end and not closed; a byte order mark is
   * left out.
   *
   * @throws IOException when the stream cannot be read
   * @throws InvalidDocument when it is too large or not UTF-8
   */
  public static String read(String source, InputStream stream) throws IOException, InvalidDocument {
    return read(source, stream, MAX_BYTES);
  }

  static String read(String source, InputStream stream, int most)
      throws IOException, InvalidDocument {
    try {
      return SourceText.of(source, stream.readNBytes(most + 1), most);
    } catch (MalformedText e) {
      throw new InvalidDocument(List.of(e.problem()));
    }
  }
}
