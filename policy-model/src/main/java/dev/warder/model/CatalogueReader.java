package dev.warder.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads catalogue files: YAML 1.2, and so JSON, in UTF-8, as {@code SEMANTICS.md} defines them. A
 * catalogue with a problem is not read at all; its problems are reported all at once, but a syntax
 * error alone.
 */
public final class CatalogueReader {
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  private CatalogueReader() {}

  /**
   * Reads a file.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidCatalogue when it is no catalogue, with all its problems
   */
  public static Catalogue read(Path file) throws IOException, InvalidCatalogue {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(file.toString(), stream);
    }
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
    byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
    Problems problems = new Problems();
    if (bytes.length > MAX_BYTES) {
      problems.add(new Place(source, 1, 1), "the file is larger than " + MAX_BYTES + " bytes");
      throw problems.asException();
    }
    try {
      return parse(source, UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      problems.add(new Place(source, 1, 1), "the file is not UTF-8");
      throw problems.asException();
    }
  }

  /**
   * Reads text.
   *
   * @param source what problems call the text, such as a file's name
   * @throws InvalidCatalogue when it is no catalogue, with all its problems
   */
  public static Catalogue parse(String source, String text) throws InvalidCatalogue {
    Problems problems = new Problems();
    return CatalogueParser.parse(YamlNodes.read(source, text, problems), problems);
  }
}
