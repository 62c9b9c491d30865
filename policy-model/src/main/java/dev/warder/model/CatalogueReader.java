package dev.warder.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.model.text.InputText;
import dev.warder.model.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads catalogue files: YAML 1.2, and so JSON, in UTF-8, as {@code SEMANTICS.md} defines them. A
 * catalogue with a problem is not read at all; its problems are reported all at once, but a syntax
 * error alone.
 */
public final class CatalogueReader {
  private CatalogueReader() {}

  /**
   * Reads a file, which may be cut off unless it ends with the line that proves it whole: {@link
   * CatalogueFile} tells.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidCatalogue when it is no catalogue, with all its problems
   */
  public static Catalogue read(Path file) throws IOException, InvalidCatalogue {
    return CatalogueFile.read(file).catalogue();
  }

  /**
   * Reads a stream to its end; it is not closed.
   *
   * @param source what problems call the stream, such as a file's name
   * @throws IOException when the stream cannot be read
   * @throws InvalidCatalogue when it is no catalogue, with all its problems
   */
  public static Catalogue read(String source, InputStream stream)
      throws IOException, InvalidCatalogue {
    return CatalogueFile.read(source, stream).catalogue();
  }

  /**
   * Reads text. A byte order mark at its beginning is left out, as from a file.
   *
   * @param source what problems call the text, such as a file's name
   * @throws InvalidCatalogue when it is no catalogue, with all its problems
   */
  public static Catalogue parse(String source, String text) throws InvalidCatalogue {
    Problems problems = new Problems();
    if (WholeLine.isIn(text)) {
      boolean unused = WholeLine.check(source, text.getBytes(UTF_8), problems);
    }
    return CatalogueFile.parse(source, InputText.withoutMark(text), problems);
  }
}
