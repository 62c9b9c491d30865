package dev.warder.cli.catalogue;

import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.openapi.CatalogueImport;
import dev.warder.analysis.openapi.ImportNote;
import dev.warder.analysis.openapi.ImportedCatalogue;
import dev.warder.analysis.openapi.OpenApiDocument;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Task;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a catalogue of an OpenAPI document. */
@Command(
    name = "import",
    customSynopsis = {
      "warder openapi import DOCUMENT --scopes all-of|any-of --scheme NAME",
      "           [--account-parameter NAME]... [--owner KIND=NAME]... [OPTION]...",
      "       warder openapi import DOCUMENT [-o FILE]"
    },
    header = "Makes a catalogue of an OpenAPI document's security lists.",
    footer = {
      "",
      "You declare what a document does not say, and nothing is guessed: what a list",
      "of scopes means, which scheme is the token, whose account a path touches. If the",
      "document does not say what a token must carry, nobody is allowed: the operation",
      "is unmapped, or the alternative is dropped. Standard error names each place.",
      "An operation that requests for an omitted one would match is unmapped too.",
      "",
      "Whose account a path touches is declared by --account-parameter, --owner,",
      "--account-from-request, or --account-not-checked-where-no-parameter-is-declared.",
      "",
      "Without any of these options, the document must be one that `warder openapi",
      "export` wrote. Its catalogue comes back, unless the document was changed since.",
      "",
      "Exit codes: 0 made, 2 not.",
      "",
      "Examples:",
      "  warder openapi import openapi.yaml --scopes all-of --scheme oauth \\",
      "      --account-parameter account_id --owner app=app_id -o catalogue.yaml",
      "  warder openapi import exported.json -o catalogue.yaml"
    })
final class OpenApiImportCommand extends Task {
  @Mixin DocumentOptions documentOptions;

  @Mixin ImportOptions importOptions;

  @Mixin OutputOption outputOption;

  @Mixin JsonOption json;

  @Override
  protected int run(Console console) throws NoAnswer {
    documentOptions.check();
    outputOption.check();
    if (importOptions.isGiven()) {
      var unused = importOptions.rules();
    }
    OpenApiDocument document = documentOptions.read();
    try {
      return importOptions.isGiven()
          ? fromSecurity(document, console)
          : fromExport(document, console);
    } catch (InvalidDocument e) {
      throw CatalogueOption.invalid(e.problems(), documentOptions.file);
    }
  }

  private int fromExport(OpenApiDocument document, Console console)
      throws InvalidDocument, NoAnswer {
    Optional<Catalogue> catalogue = CatalogueImport.exported(document);
    if (catalogue.isEmpty()) {
      throw NoAnswer.usage(
          "needs --scopes all-of or any-of, and --scheme NAME; only a document that warder openapi"
              + " export wrote works without them");
    }
    return give(catalogue.get(), List.of(), console);
  }

  private int fromSecurity(OpenApiDocument document, Console console)
      throws InvalidDocument, NoAnswer {
    ImportedCatalogue imported = CatalogueImport.of(document, importOptions.rules());
    if (!json.isGiven()) {
      for (ImportNote note : imported.notes()) {
        console.err().println(Shown.whole(note.toString()));
      }
      for (ImportNote.Kind kind : ImportNote.Kind.values()) {
        int count = imported.notes(kind).size();
        if (count > 0) {
          console.tell("note: " + kind + ": " + count);
        }
      }
    }
    return give(imported.catalogue(), imported.notes(), console);
  }

  private int give(Catalogue catalogue, List<ImportNote> notes, Console console) throws NoAnswer {
    String text = CatalogueWriter.toYaml(catalogue);
    if (outputOption.isGiven() || !json.isGiven()) {
      outputOption.write(text, console);
    }
    if (json.isGiven()) {
      JsonObject.print(console.out(), object -> write(object, catalogue, notes, text));
    }
    return ALLOWED;
  }

  private void write(JsonObject json, Catalogue catalogue, List<ImportNote> notes, String text) {
    json.put("operations", catalogue.operations().size());
    json.put("capabilities", catalogue.capabilities().size());
    json.putObjects(
        "notes",
        notes,
        (object, note) -> {
          object.put("kind", note.kind());
          object.put("subject", note.subject());
          object.put("why", note.why());
          object.put("line", note.place().line());
          object.put("column", note.place().column());
        });
    if (!outputOption.isGiven()) {
      json.put("text", text);
    }
    json.putCatalogue(catalogue);
  }
}
