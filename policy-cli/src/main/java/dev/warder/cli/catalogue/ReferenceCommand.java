package dev.warder.cli.catalogue;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.reference.Reference;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import dev.warder.cli.text.Task;
import dev.warder.model.Catalogue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the reference of a catalogue: what needs which capabilities, for people or programs. */
@Command(
    name = "reference",
    customSynopsis = "warder reference --format markdown|html|json [OPTION]...",
    header = "Writes the reference of a catalogue.",
    footer = {
      "",
      "The reference has every capability with the operations and commands that need",
      "it, every operation with what it requires, and every command with what is",
      "documented and what it really needs. The HTML page needs no network.",
      "",
      "Exit codes: 0 written, 2 nothing written.",
      "",
      "Examples:",
      "  warder reference --format markdown",
      "  warder reference --format html -o reference.html",
      "  warder reference --format json --catalogue mine.yaml -o mine.json"
    })
final class ReferenceCommand extends Task {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "markdown, html (one page, to search and to pick from), or json.")
  @Nullable String format;

  @Mixin OutputOption outputOption;

  @Mixin CatalogueOption catalogueOption;

  @Override
  protected int run(Console console) throws NoAnswer {
    if (format == null) {
      throw NoAnswer.usage(
          "needs a format: give --format markdown, --format html or --format json");
    }
    Format chosen = OptionValue.choose("--format", format, Format.values(), Format::word);
    outputOption.check();
    Reference reference = reference(catalogueOption.read());
    String text =
        switch (chosen) {
          case MARKDOWN -> reference.markdown();
          case HTML -> reference.html();
          case JSON -> reference.json();
        };
    outputOption.write(text, console);
    return ALLOWED;
  }

  private static Reference reference(Catalogue catalogue) throws NoAnswer {
    try {
      return Reference.of(catalogue);
    } catch (TooMuchWork e) {
      throw NoAnswer.because("no answer: " + e.getMessage());
    }
  }

  /** What the reference is written as. */
  private enum Format {
    MARKDOWN,
    HTML,
    JSON;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
