package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.reference.Reference;
import dev.warder.cli.Run;
import dev.warder.model.ControlApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceCommandTest {
  private static final String CAFE =
      """
      catalogue: cafe
      format: 1
      version: "1"
      title: Café
      categories: {all: All}
      capabilities: {read: {label: Read, category: all}}
      operations:
        menu: {method: GET, path: /menu, summary: The menu, requires: read}
      """;

  @TempDir Path folder;

  private static String printed(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertThat(Run.printing(new PrintWriter(out), new PrintWriter(err), args)).isZero();
    assertThat(err.toString()).isEmpty();
    return out.toString();
  }

  @Test
  void eachFormat_isPrintedAsTheLibraryMakesIt() throws Exception {
    Reference reference = Reference.of(ControlApi.catalogue());
    assertThat(printed("reference", "--format", "markdown")).isEqualTo(reference.markdown());
    assertThat(printed("reference", "--format", "html")).isEqualTo(reference.html());
    assertThat(printed("reference", "--format", "json")).isEqualTo(reference.json());
  }

  @Test
  void output_isTheFileInUtf8_replaced() throws Exception {
    Path catalogue = Files.writeString(folder.resolve("cafe.yaml"), CAFE);
    Path file = Files.writeString(folder.resolve("cafe.md"), "x".repeat(10_000));
    assertThat(
            printed(
                "reference",
                "--catalogue",
                catalogue.toString(),
                "--format=markdown",
                "-o",
                file.toString()))
        .isEmpty();
    assertThat(Files.readString(file, UTF_8))
        .startsWith("# Café: capabilities\n")
        .contains("| Read | `read` | `GET /menu` |  |\n");
  }

  @Test
  void outputThatCannotBeWritten_saysWhy() {
    Path missing = folder.resolve("no").resolve("such");
    assertThat(warder("reference", "--format", "json", "-o", missing.toString()))
        .isEqualTo(noAnswer("warder: cannot write `" + missing + "`: there is no such folder\n"));
    assertThat(warder("reference", "--format", "json", "-o", folder.toString()))
        .isEqualTo(
            noAnswer("warder: cannot write `" + folder + "`: it is a folder; name a file\n"));
    assertThat(warder("reference", "--format", "json", "-o", "\u0000\u001b"))
        .isEqualTo(
            noAnswer("warder: cannot write `\\u{0}\\u{1b}`: this cannot be a file's name\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | needs a format: give --format markdown, --format html or --format json",
        "--format md | --format is one of markdown, html, json, not `md`",
        "--format JSON | --format is one of markdown, html, json, not `JSON`",
        "--format json --output= | --output has an empty value: give --output FILE, or leave --output out",
        "--format json --catalogue= | --catalogue has an empty value: give --catalogue FILE, or leave --catalogue out",
        "--formt json | unknown option `--formt`; did you mean `--format`?",
        "--help --format json | type --help alone, right after the command",
      })
  void wrongUsage_saysWhatWouldBeRight(String args, String message) {
    String[] all = args.isEmpty() ? new String[] {"reference"} : ("reference " + args).split(" ");
    assertThat(warder(all))
        .isEqualTo(noAnswer("warder: " + message + "\nwarder: see warder reference --help\n"));
  }

  @Test
  void help_hasExamples() {
    assertThat(warder("reference", "--help"))
        .isEqualTo(
            Run.allowed(
                """
                Writes the reference of a catalogue.
                Usage: warder reference --format markdown|html|json [OPTION]...

                      --format=FORMAT    markdown, html (one page, to search and to pick from),
                                           or json.

                Catalogue:
                      --catalogue=FILE   The catalogue; by default the one that comes with the
                                           program.

                Output and help:
                  -o, --output=FILE      The file to write, replaced when it is there; by
                                           default standard output.
                  -h, --help             Shows this help.

                The reference has every capability with the operations and commands that need
                it, every operation with what it requires, and every command with what is
                documented and what it really needs. The HTML page needs no network.

                Exit codes: 0 written, 2 nothing written.

                Examples:
                  warder reference --format markdown
                  warder reference --format html -o reference.html
                  warder reference --format json --catalogue mine.yaml -o mine.json
                """));
  }
}
