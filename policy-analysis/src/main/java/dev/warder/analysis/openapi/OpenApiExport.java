package dev.warder.analysis.openapi;

import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentParser;
import dev.warder.analysis.document.Keep;
import dev.warder.model.Catalogue;
import dev.warder.model.yaml.YamlText;
import java.util.Map;

/**
 * Writes a catalogue as an OpenAPI 3.1 document: paths with {@code operationId}, {@code summary},
 * {@code tags} and path parameters, and what each operation needs as {@code security} of the one
 * scheme {@code token}, a list of alternatives that each name the capabilities needed together.
 *
 * <ul>
 *   <li>{@code public} is the empty list, and {@code any token} the scheme without a scope.
 *   <li>{@code unmapped} is the scope {@code unmapped}, which is no capability, so nobody has it.
 *   <li>Operations of one shape stand at one path, with the parameters' names of the first.
 *   <li>An operation stands in the extension alone where its method is none of OpenAPI's, or where
 *       a parameter spans segments: in OpenAPI a parameter never has a slash.
 *   <li>The extension {@code x-warder-catalogue} is the catalogue's canonical form whole, so that
 *       {@link CatalogueImport#exported} gives back the same catalogue. What else it says
 *       (commands, accounts, labels, limits, which alternative is preferred) has no place in
 *       OpenAPI.
 * </ul>
 */
public final class OpenApiExport {
  /** The member of a document that holds the catalogue's canonical form. */
  public static final String EXTENSION = "x-warder-catalogue";

  private OpenApiExport() {}

  /** Returns the document as JSON, indented, with a line feed at its end. */
  public static String toJson(Catalogue catalogue) {
    return PlainDocument.json(tree(catalogue));
  }

  /** Returns the document as YAML 1.2. */
  public static String toYaml(Catalogue catalogue) {
    return YamlText.of(tree(catalogue));
  }

  private static Map<String, Object> tree(Catalogue catalogue) {
    Map<String, Object> tree = ExportedPaths.document(catalogue);
    try {
      tree.put(
          EXTENSION,
          YamlText.plain(
              DocumentParser.parseJson("canonical form", catalogue.canonicalForm(), Keep.ALL)));
    } catch (InvalidDocument e) {
      throw new AssertionError("the canonical form is JSON", e);
    }
    return tree;
  }
}
