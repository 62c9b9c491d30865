package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full outputs of {@code warder openapi}. */
final class OpenApiCommandTest extends WithDocument {
  private static final String CATALOGUE =
      """
      catalogue: notes
      format: 1
      version: "1"
      title: Notes
      basePath: /v1
      categories: {n: N}
      capabilities: {read: {label: R, category: n}}
      operations:
        get: {method: GET, path: "/notes/{id}", summary: Get, owner: {note: id}, requires: read}
        put: {method: PUT, path: "/notes/{id}", summary: Put, owner: {note: id}, requires: read}
      """;

  private Run compare(String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("openapi", "compare", "--catalogue"));
    args.add(file("notes.yaml", CATALOGUE));
    args.add(file("api.yaml", DOCUMENT));
    args.addAll(List.of(more));
    return run(args);
  }

  private static String fingerprint() throws Exception {
    return CatalogueReader.parse("c", CATALOGUE).fingerprint();
  }

  @Test
  void compare_different_namesEachSide() throws Exception {
    assertThat(compare())
        .isEqualTo(
            denied(
                """
                MISSING IN  METHOD  PATH                     OPERATION    PLACE
                catalogue   PATCH   /v1/notes/{note}         patch\\u{1b}  7:5
                catalogue   PUT     /v1/notes/{note}:{lock}               9:5
                document    PUT     /v1/notes/{id}           put
                  the same:             1
                  missing in catalogue: 2
                  missing in document:  1
                  catalogue:            notes 1 (%s)
                """
                    .formatted(fingerprint().substring(0, 12))));
  }

  @Test
  void compare_json_isOneObject() throws Exception {
    assertThat(compare("--json"))
        .isEqualTo(
            denied(
                """
                {"format":1,"same":false,"sameOperations":1,"missingInCatalogue":[\
                {"method":"PATCH","path":"/v1/notes/{note}","operationId":"patch\\u001B","line":7,"column":5},\
                {"method":"PUT","path":"/v1/notes/{note}:{lock}","line":9,"column":5}],\
                "missingInDocument":[{"method":"PUT","path":"/v1/notes/{id}","operation":"put"}],\
                "catalogue":"notes","version":"1","fingerprint":"%s"}
                """
                    .formatted(fingerprint())));
  }

  @Test
  void compare_otherBasePath_hints() throws Exception {
    String document = file("api.yaml", DOCUMENT.replace(".com/v1", ".com"));
    String catalogue = file("notes.yaml", CATALOGUE);
    assertThat(warder("openapi", "compare", "--catalogue", catalogue, document).out())
        .contains("  hint:                 with --base-path /v1, 1 would be the same\n");
    assertThat(
            warder("openapi", "compare", "--catalogue", catalogue, "--base-path", "/v1", document)
                .out())
        .contains("  the same:             1\n")
        .doesNotContain("hint");
  }

  /** A pipe has its text once. */
  @Test
  void compare_otherBasePathInAPipe_answersAsForAFile() throws Exception {
    String document = file("api.yaml", DOCUMENT.replace(".com/v1", ".com"));
    String catalogue = file("notes.yaml", CATALOGUE);
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process writer =
        new ProcessBuilder("sh", "-c", "cat " + document + " > " + pipe + "; exec : > " + pipe)
            .start();
    Run piped = warder("openapi", "compare", "--catalogue", catalogue, pipe.toString());
    writer.destroy();
    assertThat(piped).isEqualTo(warder("openapi", "compare", "--catalogue", catalogue, document));
  }

  @Test
  void compare_inATerminal_fitsAndStandsOut() throws Exception {
    String document = file("api.yaml", "openapi: 3.0.0\npaths: {/v1/me: {get: {}, put: {}}}\n");
    String header =
        "\033[1mMISSING IN\033[m  \033[1mMETHOD\033[m  \033[1mPATH\033[m              "
            + "\033[1mOPERATION\033[m        \033[1mPLACE\033[m";
    Run run = inTerminal(60, "openapi", "compare", document);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines().findFirst()).contains(header);
    assertThat(run.out())
        .contains("catalogue   PUT     /v1/me                             2:27\n")
        .contains("  missing in document:  23\n");
    assertThat(run.out().lines().skip(1)).allMatch(line -> line.length() <= 60);
  }

  @Test
  void export_importedAgain_isTheSameCatalogue() throws Exception {
    for (String format : List.of("json", "yaml")) {
      String exported = folder.resolve("exported").toString();
      assertThat(warder("openapi", "export", "--format", format, "-o", exported))
          .isEqualTo(allowed(""));
      Run imported = warder("openapi", "import", exported);
      assertThat(imported.exitCode()).isZero();
      assertThat(imported.err()).isEmpty();
      assertThat(CatalogueReader.parse("c", imported.out())).isEqualTo(ControlApi.catalogue());
      assertThat(warder("openapi", "compare", exported))
          .isEqualTo(
              allowed(
                  """
                    the same:             24
                    missing in catalogue: 0
                    missing in document:  0
                    catalogue:            control-api 2026-11 (FINGERPRINT)
                  """));
    }
  }

  @Test
  void export_changedAndImported_refused() throws Exception {
    String exported = warder("openapi", "export").out();
    String changed = file("e.json", exported.replaceFirst("\"read:stats\" \\]", "\"read:app\" ]"));
    int line = exported.substring(0, exported.indexOf("\"get\": {")).split("\n", -1).length;
    assertThat(run(List.of("openapi", "import", changed)).err())
        .isEqualTo(
            """
            e.json:%d:7: `GET /v1/accounts/{id}/stats` says otherwise in x-warder-catalogue, in security: one of the two was changed after the export
            warder: 1 problem in `e.json`; nothing of it was read
            """
                .formatted(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openapi | needs a command: type warder openapi and one of compare, import, export | openapi",
        "openapi compare | needs the file of an OpenAPI document: give DOCUMENT | openapi compare",
        "openapi import | needs the file of an OpenAPI document: give DOCUMENT | openapi import",
        "openapi export --format xml | --format is one of json, yaml, not `xml` | openapi export",
      })
  void openapi_misused_pointsToHelp(String args, String message, String help) {
    assertThat(warder(args.split(" ")))
        .isEqualTo(noAnswer("warder: " + message + "\nwarder: see warder " + help + " --help\n"));
  }

  @Test
  void openapi_unknownCommand_namesTheNearest() {
    Run run = warder("openapi", "comprae");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("warder: unknown command `comprae`; did you mean `warder openapi compare`?");
  }

  @Test
  void document_unreadable_saysWhy() {
    assertThat(warder("openapi", "compare", "no-such-file"))
        .isEqualTo(noAnswer("warder: cannot read `no-such-file`: there is no such file\n"));
    assertThat(warder("openapi", "export", "-o", "no-such-folder/x"))
        .isEqualTo(noAnswer("warder: cannot write `no-such-folder/x`: there is no such folder\n"));
  }
}
