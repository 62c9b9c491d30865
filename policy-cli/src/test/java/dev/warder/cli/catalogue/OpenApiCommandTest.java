package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import dev.warder.cli.Run;
import dev.warder.model.CatalogueFile;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full outputs of {@code warder openapi}. */
class OpenApiCommandTest {
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
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Notes, version: "1"}
      servers: [{url: "https://notes.example.com/v1"}]
      paths:
        /notes/{note}:
          get: {operationId: get-note, security: [{oauth: [read]}, {key: []}]}
          patch: {operationId: "patch\\e", security: []}
        "/notes/{note}:{lock}":
          put: {security: [{oauth: [write]}]}
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Returns what a run printed, without the folder's name. */
  private Run run(List<String> args) {
    Run run = warder(args.toArray(String[]::new));
    String prefix = folder + "/";
    return new Run(run.exitCode(), run.out().replace(prefix, ""), run.err().replace(prefix, ""));
  }

  private Run compare(String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("openapi", "compare", "--catalogue"));
    args.add(file("notes.yaml", CATALOGUE));
    args.add(file("api.yaml", DOCUMENT));
    args.addAll(List.of(more));
    return run(args);
  }

  private Run importing(String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("openapi", "import"));
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

  @Test
  void import_notDeclared_saysWhat() throws Exception {
    Run run = importing("--scopes", "all-of", "--scheme", "oauth");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            """
            api.yaml:7:5: `PATCH /v1/notes/{note}` cannot be expressed in a catalogue: the operationId `patch\\u{1b}` is no name: 1 to 256 printable ASCII characters without space, quotation mark, comma or backslash
            api.yaml:9:5: `PUT /v1/notes/{note}:{lock}` cannot be expressed in a catalogue: several parameters in the segment `{note}:{lock}`; write one for all that is between them, `{note}`, into the catalogue
            api.yaml:6:5: `GET /v1/notes/{note}`: whose account is it? Declare of `note` which is the account or a resource with an owner, that the account comes with the request, or that no account is checked
            warder: 3 problems in `\
            """);
  }

  @Test
  void import_accountFromRequest_isWrittenWhereNoParameterIsTheAccount() throws Exception {
    Run run =
        importing(
            "--scopes",
            "all-of",
            "--scheme",
            "oauth",
            "--account-from-request",
            "--omit-what-cannot-be-expressed");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("account: from-request").doesNotContain("not-checked");
  }

  private static final List<String> DECLARED =
      List.of(
          "--scopes",
          "all-of",
          "--scheme",
          "oauth",
          "--owner",
          "note=notes/note",
          "--omit-what-cannot-be-expressed");

  @Test
  void import_declared_writesTheCatalogueAndSaysWhatIsNotInIt() throws Exception {
    assertThat(importing(DECLARED.toArray(String[]::new)))
        .isEqualTo(
            new Run(
                0,
                whole(
                    """
                    catalogue: notes
                    format: 1
                    version: '1'
                    title: Notes
                    basePath: /v1
                    categories:
                      capabilities: Capabilities
                    capabilities:
                      read:
                        label: read
                        category: capabilities
                      write:
                        label: write
                        category: capabilities
                    operations:
                      get-note:
                        method: GET
                        path: /notes/{note}
                        summary: get-note
                        owner:
                          note: note
                        requires: read
                    """),
                """
                api.yaml:7:5: omitted operation `PATCH /v1/notes/{note}`: the operationId `patch\\u{1b}` is no name: 1 to 256 printable ASCII characters without space, quotation mark, comma or backslash
                api.yaml:9:5: omitted operation `PUT /v1/notes/{note}:{lock}`: several parameters in the segment `{note}:{lock}`; write one for all that is between them, `{note}`, into the catalogue
                api.yaml:6:62: dropped alternative `GET /v1/notes/{note}`: it needs `key`, which is another kind of token
                warder: note: omitted operation: 2
                warder: note: dropped alternative: 1
                """));
  }

  @Test
  void import_labelsWithWhatCannotBeSeen_haveSpacesInstead() throws Exception {
    String document =
        """
        \uFEFFopenapi: 3.1.0
        info: {title: Notes, version: "1"}
        components:
          securitySchemes:
            oauth: {type: oauth2, flows: {implicit: {scopes: {read: "Read\u200Bnotes"}}}}
        paths:
          /notes: {get: {operationId: list, tags: ["My\u00A0notes"], security: [{oauth: [read]}]}}
        """
            .replace("\n", "\r\n");
    Run run =
        warder(
            "openapi",
            "import",
            file("seen.yaml", document),
            "--scopes",
            "all-of",
            "--scheme",
            "oauth");
    assertThat(run)
        .isEqualTo(
            allowed(
                whole(
                    """
                    catalogue: notes
                    format: 1
                    version: '1'
                    title: Notes
                    categories:
                      My-notes: My notes
                    capabilities:
                      read:
                        label: Read notes
                        category: My-notes
                    operations:
                      list:
                        method: GET
                        path: /notes
                        summary: list
                        requires: read
                    """)));
  }

  /** Returns a catalogue and the line that proves it whole. */
  private static String whole(String yaml) {
    String hash = Hashing.sha256().hashString(yaml, UTF_8).toString();
    return yaml + "# warder: whole, sha256 " + hash + "\n";
  }

  @Test
  void import_inATerminal_isTheSameFile() throws Exception {
    List<String> args = new ArrayList<>(List.of("openapi", "import", file("api.yaml", DOCUMENT)));
    args.addAll(DECLARED);
    String[] all = args.toArray(String[]::new);
    assertThat(inTerminal(40, all)).isEqualTo(warder(all));
  }

  @Test
  void import_jsonAndAFile_writesBoth() throws Exception {
    List<String> args = new ArrayList<>(DECLARED);
    String written = folder.resolve("written.yaml").toString();
    args.addAll(List.of("--json", "-o", written, "--name", "mine"));
    Run run = importing(args.toArray(String[]::new));
    String fingerprint = CatalogueFile.read(Path.of(written)).requireWhole().fingerprint();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "{\"format\":1,\"operations\":1,\"capabilities\":2,\"notes\":[{\"kind\":\"omitted"
                + " operation\",\"subject\":\"PATCH /v1/notes/{note}\",")
        .endsWith(
            "\"line\":6,\"column\":62}],\"catalogue\":\"mine\",\"version\":\"1\",\"fingerprint\":\""
                + fingerprint
                + "\"}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | needs --scopes and --scheme; only a document that was exported says them itself",
        "--scheme oauth | needs --scopes all-of or any-of: what a list of scopes means",
        "--scopes all-of | needs --scheme, the security scheme of the token",
        "--scopes all --scheme oauth | --scopes is one of all-of, any-of, not `all`",
        "--scopes all-of --scheme oauth --owner app | --owner is KIND=NAME, not `app`",
        "--scopes all-of --scheme oauth --owner =a | --owner is KIND=NAME, not `=a`",
        "--scopes all-of --scheme oauth --owner a= | --owner is KIND=NAME, not `a=`",
        "--scopes all-of --scheme x --owner a=b --owner c=b | parameter b is of two kinds, a and c",
        "--base-path v1 | --base-path is a path such as /v1, without a slash at its end, not `v1`",
      })
  void import_misused_pointsToHelp(String args, String message) throws Exception {
    assertThat(importing(args.isEmpty() ? new String[0] : args.split(" ")))
        .isEqualTo(noAnswer("warder: " + message + "\nwarder: see warder openapi import --help\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openapi | needs one of compare, import, export | openapi",
        "openapi compare | needs the DOCUMENT | openapi compare",
        "openapi import | needs the DOCUMENT | openapi import",
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
    assertThat(run.err()).startsWith("warder: unknown command `comprae`; nearest: compare");
  }

  @Test
  void document_unreadable_saysWhy() {
    assertThat(warder("openapi", "compare", "no-such-file"))
        .isEqualTo(noAnswer("warder: cannot read `no-such-file`: there is no such file\n"));
    assertThat(warder("openapi", "export", "-o", "no-such-folder/x"))
        .isEqualTo(noAnswer("warder: cannot write `no-such-folder/x`: there is no such folder\n"));
  }
}
