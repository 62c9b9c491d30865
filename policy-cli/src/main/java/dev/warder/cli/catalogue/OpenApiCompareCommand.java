package dev.warder.cli.catalogue;

import dev.warder.analysis.openapi.Comparison;
import dev.warder.analysis.openapi.DocumentedOperation;
import dev.warder.analysis.openapi.OpenApiDocument;
import dev.warder.analysis.openapi.ServerPaths;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TextTable;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers which operations only the catalogue or only an OpenAPI document has. */
@Command(
    name = "compare",
    customSynopsis = "warder openapi compare [OPTION]... DOCUMENT",
    header = "Shows which operations a catalogue or an OpenAPI document lacks.",
    footer = {
      "",
      "Two operations are the same when their methods and the shapes of their paths",
      "are; names of parameters do not matter. A catalogue's path begins with its base",
      "path, a document's with the path of its servers, or with --base-path. Every",
      "document lacks the catalogue's operations with a parameter that spans segments.",
      "The command does not compare what operations require.",
      "",
      "Exit codes: 0 both have the same operations, 1 they differ, 2 no answer.",
      "",
      "Examples:",
      "  warder openapi compare openapi.yaml",
      "  warder openapi compare --catalogue my.yaml --base-path /v1 --json openapi.json"
    })
final class OpenApiCompareCommand extends CatalogueTask {
  @Mixin DocumentOptions documentOptions;

  @Override
  protected void checkUsage() throws NoAnswer {
    documentOptions.check();
  }

  @Override
  protected int answer(Catalogue catalogue, Console console) throws NoAnswer {
    Comparison comparison = Comparison.of(catalogue, documentOptions.read());
    OptionalInt otherwise =
        json.isGiven() ? OptionalInt.empty() : sameWithTheCataloguesBasePath(comparison, catalogue);
    json.print(
        console,
        to -> print(comparison, otherwise, catalogue, to),
        object -> write(object, comparison, catalogue));
    return comparison.isSame() ? ALLOWED : DENIED;
  }

  private static void print(
      Comparison comparison, OptionalInt otherwise, Catalogue catalogue, Console console) {
    TextTable table = new TextTable("MISSING IN", "METHOD", "PATH", "OPERATION", "PLACE");
    for (DocumentedOperation operation : comparison.missingInCatalogue()) {
      table.row(
          "catalogue",
          operation.method(),
          operation.path(),
          operation.operationId(),
          operation.place().line() + ":" + operation.place().column());
    }
    for (Operation operation : comparison.missingInDocument()) {
      table.row("document", operation.method(), operation.template(), operation.id(), "");
    }
    if (!comparison.isSame()) {
      table.print(console);
    }
    NamedRows rows = new NamedRows();
    rows.add("the same", comparison.same());
    rows.add("missing in catalogue", comparison.missingInCatalogue().size());
    rows.add("missing in document", comparison.missingInDocument().size());
    if (otherwise.isPresent()) {
      rows.add(
          "hint",
          "with --base-path "
              + (catalogue.basePath().isEmpty() ? "\"\"" : catalogue.basePath())
              + ", "
              + otherwise.getAsInt()
              + " would be the same");
    }
    rows.add("catalogue", catalogue);
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

  private static void write(JsonObject json, Comparison comparison, Catalogue catalogue) {
    json.put("same", comparison.isSame());
    json.put("sameOperations", comparison.same());
    json.putObjects(
        "missingInCatalogue",
        comparison.missingInCatalogue(),
        (object, operation) -> {
          object.put("method", operation.method());
          object.put("path", operation.path());
          object.putIfPresent("operationId", operation.operationId());
          object.put("line", operation.place().line());
          object.put("column", operation.place().column());
        });
    json.putObjects(
        "missingInDocument",
        comparison.missingInDocument(),
        (object, operation) -> {
          object.put("method", operation.method());
          object.put("path", operation.template());
          object.put("operation", operation.id());
        });
    json.putCatalogue(catalogue);
  }
}
