package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.plainTerminal;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full outputs of {@code warder lint}. */
final class LintCommandTest {
  private static final String SHOP =
      """
      catalogue: shop
      format: 1
      version: "1"
      title: Shop
      categories: {all: All}
      capabilities: {look: {label: Item, category: all}, make: {label: Item, category: all}}
      operations:
        list: {method: GET, path: /items, summary: List, requires: look}
        put: {method: PUT, path: /items, summary: Put, requires: {all: [look, make]}}
      """;

  @TempDir Path folder;

  private String file = "";

  @BeforeEach
  void nameFile() {
    file = folder.resolve("shop.yaml").toString();
  }

  private void write(String text) throws IOException {
    Files.writeString(Path.of(file), text);
  }

  /** The characters of each pair of places, 64 apart, are swapped: the key stays. */
  @Test
  void catalogue_thatNoEngineCanBeMadeOf_isNoAnswer() throws Exception {
    StringBuilder text = new StringBuilder(SHOP);
    for (int number = 0; number < 300; number++) {
      StringBuilder literal = new StringBuilder("a".repeat(78));
      for (int bit = 0; bit < 14; bit++) {
        literal.setCharAt((number >> bit & 1) == 0 ? bit : bit + 64, 'b');
      }
      text.append(
          "  o%d: {method: GET, path: /%s, summary: O, requires: look}\n"
              .formatted(number, literal));
    }
    write(text.toString());
    Run run = warder("lint", "--catalogue", file);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "warder: the catalogue cannot be compiled: too many of the 301 segments that may")
        .endsWith("have equal keys: write shorter literals, 9 characters or fewer\n");
  }

  @Test
  void controlApi_hasFourteenWarnings() {
    assertThat(warder("lint"))
        .isEqualTo(
            denied(
                """
                crossed-label: the label of one capability matches the raw name of another
                  read:namespace: its label `Read Rule` has the words of `read:rule`, which is labelled `Read Integration`
                  write:namespace: its label `Write Rule` has the words of `write:rule`, which is labelled `Write Integration`

                escalating-capability: its holder can obtain more than it gives, so grant it as if it gave that too
                  read:key: Returns the full secret of every API key of an app; its holder has all the rights of these keys.
                  write:key: Can create an API key with every right in an app, and use it.

                unmapped-operation: it is denied to everyone until the catalogue has its requirement
                  update-app-pkcs12: nobody has said what `POST /v1/apps/{id}/pkcs12` needs

                understated-documentation: a token made by the documentation is denied
                  ably apps update: `write:app` is documented, and `read:app` is needed too
                  ably apps delete: `write:app` is documented, and `read:app` is needed too
                  ably auth keys update: `write:key` is documented, and `read:key` is needed too
                  ably auth keys revoke: `write:key` is documented, and `read:key` is needed too
                  ably integrations update: `write:rule` is documented, and `read:rule` is needed too
                  ably integrations delete: `write:rule` is documented, and `read:rule` is needed too
                  ably queues delete: `write:queue` is documented, and `read:queue` is needed too
                  ably apps rules update: `write:namespace` is documented, and `read:namespace` is needed too
                  ably apps rules delete: `write:namespace` is documented, and `read:namespace` is needed too

                14 warnings in control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void terminal_warnings_areFittedAndStandOut() throws IOException {
    write(SHOP);
    String end = fingerprint();
    assertThat(inTerminal(40, "lint", "--catalogue", file))
        .isEqualTo(
            denied(
                """
                \u001b[1mduplicate-label\u001b[m: on a dashboard the two
                cannot be told apart
                  make: its label `Item` is that of
                    `look` too

                \u001b[33m1 warning\u001b[m in shop 1 (%s)
                """
                    .formatted(end)));
    assertThat(plainTerminal(80, "lint", "--catalogue", file))
        .isEqualTo(
            denied(
                """
                duplicate-label: on a dashboard the two cannot be told apart
                  make: its label `Item` is that of `look` too

                1 warning in shop 1 (%s)
                """
                    .formatted(end)));
  }

  @Test
  void accepted_warningsAlone_areNone() throws IOException {
    write(SHOP + "accepted: [{warning: duplicate-label, at: make, reason: Both look}]\n");
    assertThat(warder("lint", "--catalogue", file))
        .isEqualTo(allowed("no warnings, and 1 accepted in shop 1 (" + fingerprint() + ")\n"));
    assertThat(inTerminal(40, "lint", "--catalogue", file).out())
        .isEqualTo(
            "\u001b[32mno warnings\u001b[m, and 1 accepted in shop 1 (" + fingerprint() + ")\n");
    assertThat(warder("lint", "--catalogue", file, "--accepted"))
        .isEqualTo(
            allowed(
                """
                duplicate-label: on a dashboard the two cannot be told apart
                  make: its label `Item` is that of `look` too
                    accepted: Both look

                no warnings, and 1 accepted in shop 1 (%s)
                """
                    .formatted(fingerprint())));
  }

  @Test
  void json_warnings_areOneObject() throws IOException {
    write(
        SHOP
            + "accepted: [{warning: duplicate-label, at: make, reason: Both},"
            + " {warning: duplicate-lable, at: make, reason: Slip}]\n");
    Run run = warder("lint", "--catalogue", file, "--accepted", "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            "{\"format\":1,\"warnings\":[{\"warning\":\"duplicate-label\",\"at\":\"make\",\"message\":\"its"
                + " label `Item` is that of `look` too\",\"why\":\"on a dashboard the two cannot be"
                + " told"
                + " apart\",\"accepted\":\"Both\"},{\"warning\":\"unused-acceptance\",\"at\":\"duplicate-lable"
                + " make\",\"message\":\"there is no kind of warning `duplicate-lable`; nearest:"
                + " `duplicate-label`\",\"why\":\"it would hide the warning if that came back for"
                + " another"
                + " reason\"}],\"catalogue\":\"shop\",\"version\":\"1\",\"fingerprint\":\"");
  }

  @Test
  void json_acceptedWarning_isShownOnlyWhereAskedFor() throws IOException {
    write(SHOP + "accepted: [{warning: duplicate-label, at: make, reason: Both look}]\n");
    Run run = warder("lint", "--catalogue", file, "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("{\"format\":1,\"warnings\":[],\"catalogue\":\"shop\",");
    assertThat(warder("lint", "--catalogue", file, "--accepted", "--json").out())
        .contains("\"accepted\":\"Both look\"");
  }

  @Test
  void nothingFound_isZero() throws IOException {
    write(SHOP.replace("make: {label: Item", "make: {label: Make"));
    assertThat(warder("lint", "--catalogue", file))
        .isEqualTo(allowed("no warnings in shop 1 (" + fingerprint() + ")\n"));
  }

  @Test
  void help_hasTheExitCodesAndExamples() {
    assertThat(warder("lint", "--help"))
        .isEqualTo(
            allowed(
                """
                Warns of what a review of a catalogue should look at.
                Usage: warder lint [OPTION]... [FILE]

                      FILE               The catalogue, as --catalogue names it too.
                      --accepted         Shows accepted warnings too, with their reasons.

                Catalogue:
                      --catalogue=FILE   The catalogue; by default the one that comes with the
                                           program.

                Output and help:
                      --json             Answers with one JSON object on one line.
                  -h, --help             Shows this help.

                Accept a warning in the catalogue itself, with its kind, what it is about,
                and a reason:
                  accepted:
                    - {warning: unmapped-operation, at: update-app, reason: Asked the provider}

                Exit codes: 0 no warnings, or only accepted ones; 1 warnings; 2 no answer, also
                if no engine can be made of the catalogue.

                Examples:
                  warder lint
                  warder lint my.yaml --accepted
                  warder lint --catalogue my.yaml --json
                """));
  }

  @Test
  void argumentTooMany_isRefused() {
    assertThat(warder("lint", "my.yaml", "other.yaml").exitCode()).isEqualTo(2);
    assertThat(warder("lint", "--acepted"))
        .isEqualTo(
            noAnswer(
                """
                warder: unknown option `--acepted`; did you mean `--accepted`?
                warder: see warder lint --help
                """));
  }

  private String fingerprint() {
    String out = warder("lint", "--catalogue", file, "--json").out();
    int start = out.indexOf("\"fingerprint\":\"") + 15;
    return out.substring(start, start + 12);
  }
}
