package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.analysis.openapi.Comparison;
import dev.warder.analysis.openapi.DocumentedOperation;
import dev.warder.analysis.openapi.OpenApiDocument;
import dev.warder.analysis.openapi.ServerPaths;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.io.IOException;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers which operations only the catalogue or only an OpenAPI document has. */
@Command(
    name = "compare",
    customSynopsis = "warder openapi compare [OPTION]... DOCUMENT",
    header = "Answers which operations a catalogue or an OpenAPI document lacks.",
    footer = {
      "",
      "Two operations are the same when method and shape are; parameters' names mean",
      "nothing. Paths are compared whole: the catalogue's with its base path, the",
      "document's with the path of its servers, or with --base-path. What is required",
      "is not compared.",
      "",
      "Exit codes: 0 both have the same (or help asked for alone), 1 they differ,",
      "2 no answer.",
      "",
      "Examples:",
      "  warder openapi compare openapi.yaml",
      "  warder openapi compare --catalogue my.yaml --base-path /v1 --json openapi.json"
    })
final class OpenApiCompareCommand extends CatalogueTask {
  @Mixin DocumentOptions documentOptions;

  @Override
  void checkUsage() throws NoAnswer {
    documentOptions.check();
  }

  @Override
  int answer(Catalogue catalogue, Console console) throws NoAnswer, IOException {
    Comparison comparison = Comparison.of(catalogue, documentOptions.read());
    if (json) {
      Json.print(console.out(), json -> write(json, comparison, catalogue));
    } else {
      print(comparison, catalogue, console);
    }
    return comparison.isSame() ? ExitCode.ALLOWED : ExitCode.DENIED;
  }

  private void print(Comparison comparison, Catalogue catalogue, Console console) throws NoAnswer {
    Table table = new Table("MISSING IN", "METHOD", "PATH", "OPERATION", "PLACE");
    for (DocumentedOperation operation : comparison.missingInCatalogue()) {
      table.row(
          "catalogue",
          operation.method(),
          Shown.whole(operation.path()),
          Shown.whole(operation.operationId().orElse("")),
          operation.place().line() + ":" + operation.place().column());
    }
    for (Operation operation : comparison.missingInDocument()) {
      table.row(
          "document", operation.method(), operation.template().toString(), operation.id(), "");
    }
    if (!comparison.isSame()) {
      table.print(console);
    }
    Rows rows = new Rows();
    rows.add("the same", comparison.same() + "");
    rows.add("missing in catalogue", comparison.missingInCatalogue().size() + "");
    rows.add("missing in document", comparison.missingInDocument().size() + "");
    OptionalInt otherwise = sameWithTheCataloguesBasePath(comparison, catalogue);
    if (otherwise.isPresent()) {
      rows.add(
          "hint",
          "with --base-path "
              + (catalogue.basePath().isEmpty() ? "\"\"" : catalogue.basePath())
              + ", "
              + otherwise.getAsInt()
              + " would be the same");
    }
    rows.add("catalogue", catalogue.toString());
    rows.print(console);
  }

  /** Returns how many would be the same, where none is and the base path may be why. */
  private OptionalInt sameWithTheCataloguesBasePath(Comparison comparison, Catalogue catalogue)
      throws NoAnswer {
    if (comparison.same() > 0 || documentOptions.basePath != null) {
      return OptionalInt.empty();
    }
    OpenApiDocument document = documentOptions.read(ServerPaths.replacedBy(catalogue.basePath()));
    int same = Comparison.of(catalogue, document).same();
    return same == 0 ? OptionalInt.empty() : OptionalInt.of(same);
  }

  private static void write(JsonGenerator json, Comparison comparison, Catalogue catalogue)
      throws IOException {
    json.writeBooleanField("same", comparison.isSame());
    json.writeNumberField("sameOperations", comparison.same());
    json.writeArrayFieldStart("missingInCatalogue");
    for (DocumentedOperation operation : comparison.missingInCatalogue()) {
      json.writeStartObject();
      json.writeStringField("method", operation.method());
      json.writeStringField("path", operation.path());
      if (operation.operationId().isPresent()) {
        json.writeStringField("operationId", operation.operationId().get());
      }
      json.writeNumberField("line", operation.place().line());
      json.writeNumberField("column", operation.place().column());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("missingInDocument");
    for (Operation operation : comparison.missingInDocument()) {
      json.writeStartObject();
      json.writeStringField("method", operation.method());
      json.writeStringField("path", operation.template().toString());
      json.writeStringField("operation", operation.id());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.writeCatalogue(json, catalogue);
  }
}
