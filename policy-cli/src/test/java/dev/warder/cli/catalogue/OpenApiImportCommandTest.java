package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import dev.warder.cli.Run;
import dev.warder.model.CatalogueFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full outputs of {@code warder openapi import}. */
final class OpenApiImportCommandTest extends WithDocument {
  private Run importing(String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("openapi", "import"));
    args.add(file("api.yaml", DOCUMENT));
    args.addAll(List.of(more));
    return run(args);
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
        "'' | needs --scopes all-of or any-of, and --scheme NAME; only a document that warder openapi export wrote works without them",
        "--scheme oauth | needs what a list of scopes means: give --scopes all-of or --scopes any-of",
        "--scopes all-of | needs the security scheme of the token: give --scheme NAME",
        "--scopes all --scheme oauth | --scopes is one of all-of, any-of, not `all`",
        "--scopes all-of --scheme oauth --owner app | --owner is KIND=NAME, such as app=app_id, not `app`",
        "--scopes all-of --scheme oauth --owner =a | --owner is KIND=NAME, such as app=app_id, not `=a`",
        "--scopes all-of --scheme oauth --owner a= | --owner is KIND=NAME, such as app=app_id, not `a=`",
        "--scopes all-of --scheme x --owner a=b --owner c=b | parameter b is of two kinds, a and c",
        "--base-path v1 | --base-path is a path such as /v1, without a slash at its end, not `v1`",
      })
  void import_misused_pointsToHelp(String args, String message) throws Exception {
    assertThat(importing(args.isEmpty() ? new String[0] : args.split(" ")))
        .isEqualTo(noAnswer("warder: " + message + "\nwarder: see warder openapi import --help\n"));
  }
}
