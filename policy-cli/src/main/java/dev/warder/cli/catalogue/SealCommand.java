package dev.warder.cli.catalogue;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Task;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueFile;
import dev.warder.model.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds the line to a catalogue file that proves it whole. */
@Command(
    name = "seal",
    customSynopsis = "warder seal FILE [OPTION]...",
    header = "Adds the line to a catalogue file that proves it whole.",
    footer = {
      "",
      "The last line of a whole file is `# warder: whole, sha256 ` and the SHA-256 of",
      "all bytes before it. A running gate loads a new catalogue from such a file",
      "only: another may be cut off. Seal a file again after each change. The new line",
      "replaces the old one, and nothing else in the file changes. A file with a",
      "problem stays as it is.",
      "",
      "Exit codes: 0 sealed, 2 not.",
      "",
      "Examples:",
      "  warder seal catalogue.yaml",
      "  warder seal catalogue.yaml --json"
    })
final class SealCommand extends Task {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      hideParamSyntax = true,
      description = "The catalogue file.")
  List<String> files = List.of();

  @Mixin JsonOption json;

  @Override
  protected int run(Console console) throws NoAnswer {
    if (files.size() != 1 || files.get(0).isEmpty()) {
      throw NoAnswer.usage("needs one catalogue file: type warder seal FILE");
    }
    Catalogue catalogue = seal(files.get(0));
    json.print(
        console,
        to -> {
          to.println("SEALED");
          new NamedRows().add("file", files.get(0)).add("catalogue", catalogue).print(to);
        },
        object -> object.putCatalogue(catalogue));
    return ALLOWED;
  }

  private static Catalogue seal(String file) throws NoAnswer {
    try {
      return CatalogueFile.seal(Path.of(file)).catalogue();
    } catch (InvalidCatalogue e) {
      throw CatalogueOption.invalid(e.problems(), file);
    } catch (IOException | InvalidPathException e) {
      throw NoAnswer.because(
          "cannot seal " + Shown.quoted(file) + ": " + FileFailure.ofReading(file, e));
    }
  }
}
