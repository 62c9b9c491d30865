package dev.warder.analysis.openapi;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.yaml.Problem;
import java.util.List;

/**
 * Documents whose root needs no token, with parts to refer to, and what an import makes of them.
 */
final class OpenDocuments {
  static final String SHARED =
      """
      x-shared:
        remove: {operationId: remove, security: [{oauth: [admin]}]}
        note: {delete: {$ref: '#/x-shared/remove'}}
        security: [{oauth: [admin]}]
        alternative: {oauth: [admin]}
        scopes: [admin]
        list: [{security: [{oauth: [admin]}]}]
      """;

  private static final String SCHEMES = "components: {securitySchemes: {oauth: {type: http}}}\n";

  private OpenDocuments() {}

  /** Returns a document whose root needs no token. */
  static String open(String paths, String more) {
    return """
    openapi: 3.1.0
    info: {title: Notes, version: "1"}
    security: []
    paths:
    """
        + paths.indent(2)
        + more
        + SCHEMES;
  }

  /** Returns what operations require where no security was declared to mean public. */
  static List<String> requirements(String text) throws InvalidDocument {
    ImportRules rules =
        Documents.rules().noSecurityMeansPublic().omitWhatCannotBeExpressed().build();
    return CatalogueImport.of(Documents.parse(text), rules).catalogue().operations().stream()
        .map(operation -> operation.method() + " " + operation.requirement())
        .toList();
  }

  /** Returns the problems with importing it. */
  static List<String> problems(String text) {
    try {
      requirements(text);
      return List.of();
    } catch (InvalidDocument e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
