package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.plainTerminal;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.model.CatalogueReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full outputs of {@code warder diff}. */
final class DiffCommandTest {
  private static final String SHOP =
      """
      catalogue: shop
      format: 1
      version: "1"
      title: Shop
      categories: {all: All}
      capabilities: {look: {label: Look, category: all}, make: {label: Make, category: all}}
      operations:
        get: {method: GET, path: "/items/{id}", summary: Get, owner: {item: id}, requires: look}
        me: {method: GET, path: /me, summary: Me, requires: any token}
      commands:
        shop get: {calls: [me], when: [{name: id, condition: By id, calls: [get]}]}
      """;

  @TempDir Path folder;

  /** A run on the shop and one with another text, in which fingerprints are left out. */
  private Run diff(String text, String other, String... options) throws Exception {
    Path older = write("old.yaml", SHOP);
    Path newer = write("new.yaml", SHOP.replace(text, other));
    String[] args = new String[options.length + 3];
    System.arraycopy(options, 0, args, 1, options.length);
    args[0] = "diff";
    args[options.length + 1] = older.toString();
    args[options.length + 2] = newer.toString();
    return withoutFingerprints(warder(args), older, newer);
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Run withoutFingerprints(Run run, Path older, Path newer) throws Exception {
    String before = CatalogueReader.read(older).fingerprint();
    String after = CatalogueReader.read(newer).fingerprint();
    String out =
        run.out()
            .replace(before, "BEFORE")
            .replace(after, "AFTER")
            .replace(before.substring(0, 12), "BEFORE")
            .replace(after.substring(0, 12), "AFTER");
    return new Run(run.exitCode(), out, run.err());
  }

  @Test
  void requirement_another_isBreakingAndWidening() throws Exception {
    assertThat(diff("requires: look}", "requires: make}"))
        .isEqualTo(
            new Run(
                5,
                """
                changed operation get
                  requires: look -> make
                  lost:     GET /items/x with look
                  gained:   GET /items/x with make

                changed command shop get
                  lost:   shop get (when id) with look
                  gained: shop get (when id) with make

                BREAKING and WIDENING
                  older: shop 1 (BEFORE)
                  newer: shop 1 (AFTER)
                """,
                ""));
  }

  @Test
  void operation_removed_isBreaking() throws Exception {
    assertThat(
            diff(
                "operations:\n",
                "operations:\n  put: {method: PUT, path: /me, summary: Put, requires: unmapped}\n"))
        .isEqualTo(
            new Run(
                0,
                """
                added operation put
                  id:       put
                  method:   PUT
                  path:     /me
                  summary:  Put
                  requires: unmapped

                NOTHING GAINED OR LOST
                  older: shop 1 (BEFORE)
                  newer: shop 1 (AFTER)
                """,
                ""));
    assertThat(diff("requires: any token}", "requires: {all: [look, make]}}").exitCode())
        .isEqualTo(1);
  }

  @Test
  void accountRule_dropped_isWidening() throws Exception {
    assertThat(diff("owner: {item: id}", "account: not-checked"))
        .isEqualTo(
            new Run(
                4,
                """
                changed operation get
                  account: (none) -> not-checked
                  owner:   item: id -> (none)
                  gained:  GET /items/x with look, of another account

                WIDENING
                  older: shop 1 (BEFORE)
                  newer: shop 1 (AFTER)
                """,
                ""));
  }

  @Test
  void sameFile_isEqual() throws Exception {
    assertThat(diff("shop", "shop"))
        .isEqualTo(
            allowed(
                """
                EQUAL
                  older: shop 1 (BEFORE)
                  newer: shop 1 (BEFORE)
                """));
  }

  @Test
  void removed_parts_areShownAsTheyWere() throws Exception {
    assertThat(diff("categories: {all: All}", "categories: {all: All, more: More}").out())
        .startsWith("added category more\n  label: More\n\nNOTHING GAINED OR LOST\n");
    Path older =
        write("a.yaml", SHOP.replace("categories: {all: All}", "categories: {all: All, b: B}"));
    Path newer = write("b.yaml", SHOP);
    assertThat(warder("diff", older.toString(), newer.toString()).out())
        .startsWith("removed category b\n  label: B\n\n");
  }

  @Test
  void terminal_colours_areThose() throws Exception {
    Path older = write("a.yaml", SHOP);
    Path newer = write("b.yaml", SHOP.replace("requires: look}", "requires: make}"));
    String shown = inTerminal(40, "diff", older.toString(), newer.toString()).out();
    assertThat(shown)
        .startsWith("changed operation \u001b[1mget\u001b[m\n  requires: look -> make\n")
        .contains("\u001b[31mBREAKING\u001b[m and \u001b[33mWIDENING\u001b[m\n")
        .contains("  lost:   shop get (when id) with look\n");
    assertThat(plainTerminal(40, "diff", older.toString(), newer.toString()).out())
        .doesNotContain("\u001b");
    assertThat(inTerminal(40, "diff", older.toString(), older.toString()).out())
        .startsWith("\u001b[32mEQUAL\u001b[m\n");
  }

  @Test
  void json_changes_areOneObject() throws Exception {
    assertThat(
            diff("requires: look}", "requires: public}".replace("public", "any token"), "--json"))
        .isEqualTo(
            new Run(
                4,
                "{\"format\":1,\"breaking\":false,\"widening\":true,\"changes\":["
                    + "{\"sort\":\"operation\",\"kind\":\"changed\",\"name\":\"get\",\"breaking\":false,"
                    + "\"widening\":true,\"values\":[{\"name\":\"requires\",\"before\":\"look\",\"after\":\"any"
                    + " token\"}],\"gain\":{\"capabilities\":[],\"account\":\"own\","
                    + "\"method\":\"GET\",\"path\":\"/items/x\"}},{\"sort\":\"command\",\"kind\":\"changed\",\"name\":\"shop"
                    + " get\",\"breaking\":false,"
                    + "\"widening\":true,\"values\":[],\"gain\":{\"capabilities\":[],\"command\":\"shop"
                    + " get\",\"when\":\"id\"}}],\"older\":{\"catalogue\":\"shop\",\"version\":\"1\",\"fingerprint\":\"BEFORE\"},\"newer\":{\"catalogue\":\"shop\",\"version\":\"1\",\"fingerprint\":\"AFTER\"}}\n",
                ""));
    assertThat(diff("requires: any token}", "requires: public}", "--json").out())
        .contains(
            "\"gain\":{\"anonymous\":true,\"account\":\"own\",\"method\":\"GET\",\"path\":\"/me\"}");
    assertThat(diff("owner: {item: id}", "owner: {thing: id}", "--json").out())
        .contains("\"loss\":{\"capabilities\":[\"look\"],\"account\":\"other\",");
  }

  @Test
  void files_otherThanTwo_areRefused() throws Exception {
    String older = write("a.yaml", SHOP).toString();
    assertThat(warder("diff", older))
        .isEqualTo(
            noAnswer(
                """
                warder: needs two files, not 1: type warder diff OLD NEW
                warder: see warder diff --help
                """));
    assertThat(warder("diff", older, older, older).exitCode()).isEqualTo(2);
    assertThat(warder("diff", older, "no\u001bsuch"))
        .isEqualTo(noAnswer("warder: cannot read `no\\u{1b}such`: there is no such file\n"));
    String broken = write("broken.yaml", "catalogue: [x]\n").toString();
    assertThat(warder("diff", broken, older).err()).contains("nothing of it was read");
  }

  @Test
  void help_hasTheExitCodesAndExamples() {
    assertThat(warder("diff", "--help"))
        .isEqualTo(
            allowed(
                """
                Shows what changed between two catalogues, and what tokens gain and lose.
                Usage: warder diff [OPTION]... OLD NEW

                      OLD NEW   The files of the older and of the newer catalogue.

                Output and help:
                      --json    Answers with one JSON object on one line.
                  -h, --help    Shows this help.

                Breaking: some token is denied what it was allowed. Widening: some token is
                allowed what it was denied. Each comes with an example: a request or a command,
                and capabilities of which none can be left out. Limits, lifetimes and texts are
                listed, but no token gains or loses by them.

                Exit codes: 0 neither, also if something else changed; 1 breaking; 4 widening;
                5 both; 2 no answer.

                Examples:
                  warder diff before.yaml after.yaml
                  warder diff --json before.yaml after.yaml
                """));
  }
}
