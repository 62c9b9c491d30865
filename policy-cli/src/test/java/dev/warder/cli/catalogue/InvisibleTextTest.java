package dev.warder.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters of a catalogue's text that cannot be seen are shown escaped, by each command. */
final class InvisibleTextTest {
  private static final String NOTES =
      """
      catalogue: notes
      format: 1
      version: "1"
      title: "No\u200btes"
      categories: {n: N}
      capabilities:
        read: {label: Read, category: n, escalates: "Re\u200bads \u00ad all."}
        spare: {label: Spare, category: n}
      operations:
        list: {method: GET, path: /a, summary: "Li\u200bst", requires: read}
        more: {method: GET, path: /b, summary: "Mo\u200bre", requires: read}
      commands:
        notes: {calls: [list, {unspecified: "GET \u200b/x"}]}
        some:
          calls: [list]
          when: [{name: all, condition: "a\u200bll of it", calls: [more]}]
        none:
          when: [{name: all, condition: "a\u200bll of it", calls: [more]}]
      accepted:
        - {warning: guards-nothing, at: spare, reason: "so\u200bon"}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lint --accepted",
        "needs some",
        "needs notes",
        "needs none",
        "needs --operation list",
        "check --capabilities read --command notes",
        "check --capabilities read --command none",
        "check --capabilities spare --command some --when all",
        "check --capabilities spare GET /a",
        "can --capabilities read",
        "capabilities",
        "operations",
        "commands",
        "commands some",
        "reference --format markdown",
        "reference --format html",
        "reference --format json",
        "openapi export"
      })
  void command_invisibleTextOfTheCatalogue_isEscaped(String command) throws Exception {
    Path file = Files.writeString(folder.resolve("notes.yaml"), NOTES);
    Run run = Run.line(command + " --catalogue " + file);
    assertThat(run.out() + run.err())
        .doesNotContain("\u200b", "\u00ad", "unknown option", "is not read", "problem in")
        .isNotEmpty();
  }

  @Test
  void text_invisible_isShownByItsCode() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.yaml"), NOTES);
    assertThat(Run.warder("lint", "--catalogue", file.toString()).out())
        .contains("Re\\u{200b}ads \\u{ad} all.");
    assertThat(Run.warder("openapi", "export", "--catalogue", file.toString()).out())
        .contains("\"Li\\u200Bst\"");
  }
}
