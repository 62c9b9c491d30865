package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableList;
import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentParser;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the catalogue in a document's extension, and holds the document against it. */
final class ExportedDocument {
  private final Problems problems = new Problems();
  private final DocumentParts said;
  private final DocumentParts expected;

  private ExportedDocument(DocumentParts said, DocumentParts expected) {
    this.said = said;
    this.expected = expected;
  }

  static Optional<Catalogue> catalogue(OpenApiDocument document) throws InvalidDocument {
    Node extension = document.parts().extension();
    if (extension == null) {
      return Optional.empty();
    }
    String source = document + ": " + OpenApiExport.EXTENSION;
    Catalogue catalogue;
    try {
      catalogue = CatalogueReader.parse(source, PlainDocument.json(extension));
    } catch (InvalidCatalogue e) {
      throw new InvalidDocument(e.problems());
    }
    OpenApiDocument export =
        OpenApiDocument.parse(source, OpenApiExport.toJson(catalogue), ServerPaths.asDocumented());
    new ExportedDocument(document.parts(), export.parts()).compare(extension.place());
    return Optional.of(catalogue);
  }

  private void compare(Place extension) throws InvalidDocument {
    Map<String, DocumentedOperation> rest = new LinkedHashMap<>();
    expected.operations().forEach(operation -> rest.put(operation.toString(), operation));
    for (DocumentedOperation operation : said.operations()) {
      DocumentedOperation other = rest.remove(operation.toString());
      if (other == null) {
        differ(operation.place(), operation, "is not in " + OpenApiExport.EXTENSION);
      } else if (!facts(operation).equals(facts(other))) {
        differ(
            operation.place(),
            operation,
            "says otherwise in %s, in %s"
                .formatted(OpenApiExport.EXTENSION, difference(operation, other)));
      }
    }
    rest.values()
        .forEach(
            operation ->
                differ(extension, operation, "is in " + OpenApiExport.EXTENSION + " alone"));
    if (!about(said).equals(about(expected))) {
      problems.add(
          extension,
          "title, version or documentation are otherwise in " + OpenApiExport.EXTENSION + CHANGED);
    }
    DocumentParser.refuseAny(problems);
  }

  private static final String CHANGED = ": one of the two was changed after the export";

  private void differ(Place place, DocumentedOperation operation, String how) {
    problems.add(place, Quoted.of(operation.toString()) + " " + how + CHANGED);
  }

  private static ImmutableList<Object> about(DocumentParts parts) {
    return ImmutableList.of(
        Optional.ofNullable(parts.title()),
        Optional.ofNullable(parts.version()),
        Optional.ofNullable(parts.documentation()),
        parts.tags());
  }

  /** Returns what is compared, named. */
  private static Map<String, Object> facts(DocumentedOperation operation) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("operationId", operation.operationId());
    facts.put("summary", operation.summary());
    facts.put("tags", operation.tags());
    facts.put("externalDocs", operation.documentation());
    facts.put("security", operation.security().map(SecurityList::said));
    return facts;
  }

  private static String difference(DocumentedOperation operation, DocumentedOperation other) {
    Map<String, Object> others = facts(other);
    return String.join(
        ", ",
        facts(operation).entrySet().stream()
            .filter(fact -> !fact.getValue().equals(others.get(fact.getKey())))
            .map(Map.Entry::getKey)
            .toList());
  }
}
