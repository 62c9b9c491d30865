package dev.warder.analysis.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.yaml.Problem;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Documents for tests. */
final class Documents {
  private Documents() {}

  /** Returns the provider's document of the Control API. */
  static String controlApi() throws Exception {
    try (InputStream stream = Documents.class.getResourceAsStream("/openapi/control-api.yaml")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
    }
  }

  /** Returns a document with these lines below {@code paths}, each indented by two more spaces. */
  static OpenApiDocument withPaths(String paths) throws InvalidDocument {
    return parse(text(paths));
  }

  static String text(String paths) {
    return """
    openapi: 3.1.0
    info: {title: Pets, version: "1"}
    components:
      securitySchemes:
        oauth:
          type: oauth2
          flows:
            implicit: {authorizationUrl: "https://x", scopes: {read: Read pets, write: Write pets}}
        key: {type: apiKey, in: header, name: X-Key}
    paths:
    """
        + paths.indent(2);
  }

  static OpenApiDocument parse(String text) throws InvalidDocument {
    return OpenApiDocument.parse("api.yaml", text, ServerPaths.asDocumented());
  }

  /** Returns rules by which an import of a small document needs nothing more. */
  static ImportRules.Builder rules() {
    return ImportRules.builder(ScopeList.ALL_OF, "oauth")
        .accountNotCheckedWhereNoParameterIsDeclared();
  }

  /** Returns what is imported from a document with these paths. */
  static ImportedCatalogue imported(String paths, ImportRules.Builder rules)
      throws InvalidDocument {
    return CatalogueImport.of(withPaths(paths), rules.build());
  }

  /** Returns the problems with importing a document with these paths. */
  static List<String> problems(String paths, ImportRules.Builder rules) {
    try {
      imported(paths, rules);
      return List.of();
    } catch (InvalidDocument e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
