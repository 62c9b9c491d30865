package dev.warder.analysis.openapi;

import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an OpenAPI 3.0 or 3.1 document says of its operations and of what they need. Schemas,
 * parameters, bodies and answers are passed over, so a document costs the memory of its text and of
 * its operations. Immutable.
 *
 * <p>At most 64 MiB of UTF-8, 256 levels deep. A document that begins with a brace is read as JSON,
 * any other as YAML 1.2. A {@code $ref} within the document is followed; one that leads out of it
 * is a problem, since what is not read could need more (SEMANTICS.md, section 5.3). In what is read
 * no name stands twice in one map, and no alias of YAML is followed.
 */
public final class OpenApiDocument {
  private final DocumentParts parts;

  OpenApiDocument(DocumentParts parts) {
    this.parts = parts;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidDocument when it is no such document, with all problems found
   */
  public static OpenApiDocument read(Path file, ServerPaths paths)
      throws IOException, InvalidDocument {
    try (InputStream stream = Files.newInputStream(file)) {
      return parse(file.toString(), DocumentText.read(file.toString(), stream), paths);
    }
  }

  /**
   * Reads text.
   *
   * @param source what problems call the text, such as a file's name
   * @throws InvalidDocument when it is no such document, with all problems found
   */
  public static OpenApiDocument parse(String source, String text, ServerPaths paths)
      throws InvalidDocument {
    return new OpenApiDocument(DocumentReader.read(source, text, paths));
  }

  /** Returns the operations in the order of their paths, methods in the order of OpenAPI. */
  public List<DocumentedOperation> operations() {
    return parts.operations();
  }

  /** Returns the title, where there is one. */
  public Optional<String> title() {
    return Optional.ofNullable(parts.title());
  }

  /** Returns the document's own version, where there is one. */
  public Optional<String> version() {
    return Optional.ofNullable(parts.version());
  }

  DocumentParts parts() {
    return parts;
  }

  /** Returns where the document came from. */
  @Override
  public String toString() {
    return parts.source();
  }
}
