package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.analysis.reference.Reference;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the reference of a catalogue: what needs which capabilities, for people or programs. */
@Command(
    name = "reference",
    customSynopsis = "warder reference --format markdown|html|json [OPTION]...",
    header = "Writes the reference of a catalogue.",
    sortOptions = false,
    optionListHeading = "%n",
    footer = {
      "",
      "It has every capability with the operations and commands that it is for, every",
      "operation with what it requires, and every command with what is documented and",
      "what it really needs. The HTML page loads nothing and can be opened from a file.",
      "",
      "Exit codes: 0 written (or help asked for alone), 2 nothing written.",
      "",
      "Examples:",
      "  warder reference --format markdown",
      "  warder reference --format html -o reference.html",
      "  warder reference --format json --catalogue mine.yaml -o mine.json"
    })
final class ReferenceCommand implements Task {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "markdown, html (one page, to search and to pick from), or json.")
  @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write, replacing what it has; by default standard output.")
  @Nullable String output;

  @Mixin CatalogueOption catalogueOption;

  @Mixin HelpOption helpOption;

  @Spec CommandSpec spec;

  private final Console console;

  ReferenceCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() throws NoAnswer {
    if (helpOption.isGiven()) {
      return helpOption.show(spec.commandLine());
    }
    Format chosen = Format.of(format);
    if (output != null && output.isEmpty()) {
      throw NoAnswer.usage("--output names no file");
    }
    Reference reference = Reference.of(catalogueOption.read());
    String text =
        switch (chosen) {
          case MARKDOWN -> reference.markdown();
          case HTML -> reference.html();
          case JSON -> reference.json();
        };
    if (output == null) {
      console.out().print(text);
    } else {
      write(output, text);
    }
    return ExitCode.ALLOWED;
  }

  private static void write(String file, String text) throws NoAnswer {
    try {
      Files.writeString(Path.of(file), text, UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw NoAnswer.because("cannot write " + Shown.quoted(file) + ": " + why(file, e));
    }
  }

  private static String why(String file, Exception e) {
    if (e instanceof InvalidPathException) {
      return "this cannot be a file's name";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return Files.isDirectory(Path.of(file))
        ? "it is a folder"
        : Shown.quoted(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }

  /** What the reference is written as. */
  private enum Format {
    MARKDOWN,
    HTML,
    JSON;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Format of(@Nullable String word) throws NoAnswer {
      if (word == null) {
        throw NoAnswer.usage("needs --format markdown, html or json");
      }
      for (Format format : values()) {
        if (format.word().equals(word)) {
          return format;
        }
      }
      throw NoAnswer.usage("--format is markdown, html or json, not " + Shown.quoted(word));
    }
  }
}
