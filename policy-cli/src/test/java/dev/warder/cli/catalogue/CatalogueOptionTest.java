package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.noAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueOptionTest {
  private static final String TWO_OPERATIONS =
      """
      catalogue: tiny
      format: 1
      version: "1"
      title: Tiny
      documentation: https://example.com/capabilities
      categories: {c: C}
      capabilities:
        a: {label: A One, category: c, implies: [b]}
        b: {label: B Two, category: c}
        c: {label: C Three, category: c}
      operations:
        left: {method: GET, path: "/x/{l}", summary: Left, owner: {left: l}, requires: {any: [c, {all: [a, b]}]}}
        by-literal: {method: GET, path: "/{r}/y", summary: Right, account: r, requires: b}
        open: {method: GET, path: "/open", summary: Open, requires: public}
        odd: {method: GET, path: "/odd", summary: Odd, requires: any token}
      commands:
        tiny go: {documented: {any: [c, {all: [a, b]}]}, calls: [left, odd]}
        tiny open: {documented: public, calls: [odd, by-literal]}
        tiny odd: {documented: any token, calls: [odd, by-literal]}
        tiny token: {documented: public, calls: [odd]}
        tiny known: {documented: unmapped, calls: [odd]}
      """;

  @TempDir Path folder;

  private Run check(String catalogue, String... args) throws Exception {
    Path file = Files.writeString(folder.resolve("catalogue.yaml"), catalogue);
    String[] all = new String[args.length + 3];
    all[0] = "check";
    all[1] = "--catalogue";
    all[2] = file.toString();
    System.arraycopy(args, 0, all, 3, args.length);
    Run run = Run.warder(all);
    return new Run(
        run.exitCode(),
        run.out().replaceAll("\\([0-9a-f]{12}\\)", "(FINGERPRINT)"),
        run.err().replace(file.toString(), "catalogue.yaml"));
  }

  @Test
  void brokenCatalogue_printsAllProblems() throws Exception {
    String broken =
        """
        catalogue: broken
        format: 1
        version: "1"
        title: Broken
        categories: {apps: Apps}
        capabilities:
          read:app: {lable: Read App, category: apps}
          write:app: {label: Write App, category: aps}
        operations:
          list: {method: GET, path: /apps, summary: List, requires: read:ap}
        """;
    assertThat(check(broken, "--capabilities", "", "GET", "/apps"))
        .isEqualTo(
            noAnswer(
                """
                catalogue.yaml:7:3: capability `read:app` has no `label`
                catalogue.yaml:7:14: unknown key `lable` in capability `read:app`; nearest: `label`
                catalogue.yaml:8:43: unknown category `aps`; nearest: `apps`
                catalogue.yaml:10:61: unknown capability `read:ap`; nearest: `read:app`
                warder: 4 problems in `catalogue.yaml`; nothing of it was read
                """));
  }

  /** Operation i is literal at segment i alone, so every set of operations can match some path. */
  @Test
  void catalogueThatCannotBeCompiled_isOneLine() throws Exception {
    StringBuilder overlapping =
        new StringBuilder(
            """
            catalogue: overlapping
            format: 1
            version: "1"
            title: Overlapping
            categories: {}
            capabilities: {}
            operations:
            """);
    for (int i = 0; i < 32; i++) {
      overlapping.append(
          "  o"
              + i
              + ": {method: GET, summary: S, account: not-checked, requires: public, path: \"");
      for (int k = 0; k < 32; k++) {
        overlapping.append(k == i ? "/x" : "/{p" + k + "}");
      }
      overlapping.append("\"}\n");
    }
    Run run = check(overlapping.toString(), "--anonymous", "GET", "/x");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("warder: the catalogue cannot be compiled: the templates overlap in too many");
  }

  @Test
  void alternatives_areListedOneUnderAnother() throws Exception {
    assertThat(
            check(
                TWO_OPERATIONS,
                "--capabilities",
                "",
                "--account",
                "A",
                "--operation",
                "left",
                "--resource-account",
                "A"))
        .isEqualTo(
            Run.denied(
                """
                DENIED
                  reason:    missing-capability (the token does not carry what the operation needs)
                  status:    403
                  operation: left (GET /x/{l}: Left)
                  missing:   c (C Three)
                             or a (A One) and b (B Two)
                  enough:    c (C Three)
                  see:       https://example.com/capabilities
                  catalogue: tiny 1 (FINGERPRINT)
                """));
  }

  @Test
  void overlap_namesAllThatIsAsked() throws Exception {
    assertThat(
            check(
                TWO_OPERATIONS,
                "--capabilities",
                "c",
                "--account",
                "x",
                "--owner",
                "left/y=x",
                "GET",
                "/x/y"))
        .isEqualTo(
            Run.denied(
                """
                DENIED
                  reason:     missing-capability (the token does not carry what the operation needs)
                  status:     403
                  operation:  by-literal (GET /{r}/y: Right)
                  also asked: left (GET /x/{l}: Left)
                  missing:    b (B Two)
                  enough:     b (B Two)
                  see:        https://example.com/capabilities
                  catalogue:  tiny 1 (FINGERPRINT)
                """));
  }

  @Test
  void overlap_asksForTheOwnerOnlyWhereItDecides() throws Exception {
    assertThat(check(TWO_OPERATIONS, "--capabilities", "c", "GET", "/x/y"))
        .isEqualTo(
            noAnswer(
                "warder: left and by-literal compare accounts, so also needed:"
                    + " --account ACCOUNT, --owner left/y=ACCOUNT\n"));
    assertThat(
            check(
                    TWO_OPERATIONS,
                    "--capabilities",
                    "c",
                    "--account",
                    "A",
                    "--owner",
                    "left/y=B",
                    "GET",
                    "/x/y")
                .out())
        .contains("reason:     wrong-account")
        .contains("operation:  left ");
    assertThat(
            check(
                    TWO_OPERATIONS,
                    "--capabilities",
                    "c",
                    "--account",
                    "A",
                    "--owner",
                    "left/y=A",
                    "GET",
                    "/x/y")
                .out())
        .contains("reason:     wrong-account")
        .contains("operation:  by-literal ");
  }

  @Test
  void public_isOpenToTheAnonymous() throws Exception {
    assertThat(check(TWO_OPERATIONS, "--anonymous", "GET", "/open").exitCode()).isZero();
  }

  @Test
  void documented_isComparedWayByWay() throws Exception {
    assertThat(documented("tiny go")).isEqualTo("documented: c\n              a and b");
    assertThat(documented("tiny open"))
        .isEqualTo("documented: public alone; that is not enough: b is missing too");
    assertThat(documented("tiny odd"))
        .isEqualTo("documented: any token alone; that is not enough: b is missing too");
    assertThat(documented("tiny token"))
        .isEqualTo("documented: public alone; that is not enough: a token is missing too");
    assertThat(documented("tiny known")).isEqualTo("documented: unmapped");
  }

  private String documented(String command) throws Exception {
    String out = check(TWO_OPERATIONS, "--capabilities", "a,b,c", "--command", command).out();
    return out.substring(out.indexOf("documented:"), out.indexOf("\n  catalogue:"));
  }

  @Test
  void fileThatIsNotThere_isOneLine() {
    assertThat(
            Run.warder("check", "--capabilities", "", "--catalogue", folder + "/none", "GET", "/"))
        .isEqualTo(noAnswer("warder: cannot read `" + folder + "/none`: there is no such file\n"));
  }

  @Test
  void folder_isOneLine() {
    assertThat(
            Run.warder("check", "--capabilities", "", "--catalogue", folder.toString(), "GET", "/"))
        .isEqualTo(noAnswer("warder: cannot read `" + folder + "`: it is a folder; name a file\n"));
  }

  @Test
  void nameOfNoFile_isOneLine() {
    assertThat(Run.warder("check", "--capabilities", "", "--catalogue", "a\0b\u001b", "GET", "/"))
        .isEqualTo(
            noAnswer("warder: cannot read `a\\u{0}b\\u{1b}`: this cannot be a file's name\n"));
  }

  @Test
  void escapesInAFilesName_areNotPrinted() throws Exception {
    Path file = Files.writeString(folder.resolve("\u001b[2J.yaml"), "[]");
    Run run = Run.warder("check", "--capabilities", "", "--catalogue", file.toString(), "GET", "/");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("\\u{1b}[2J.yaml:1:1: ").doesNotContain("\u001b");
  }
}
