package dev.warder.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the command shows alternatives, it marks the preferred one. */
class PreferredAlternativeTest {
  private static final String MARKED =
      """
      catalogue: tiny
      format: 1
      version: "1"
      title: Tiny
      categories: {c: C}
      capabilities:
        a: {label: A One, category: c}
        b: {label: B Two, category: c}
        c: {label: C Three, category: c}
      operations:
        get: {method: GET, path: /x, summary: Get, requires: {any: [a, {preferred: {all: [b, c]}}]}}
        put: {method: PUT, path: /x, summary: Put, requires: {any: [a, b]}}
      commands:
        tiny get: {calls: [get], when: [{name: put, condition: with a text, calls: [put]}]}
      """;

  @TempDir Path folder;
  private String marked;
  private String unmarked;

  @BeforeEach
  void write() throws Exception {
    marked = Files.writeString(folder.resolve("marked.yaml"), MARKED).toString();
    String without = MARKED.replace("{preferred: {all: [b, c]}}", "{all: [b, c]}");
    unmarked = Files.writeString(folder.resolve("unmarked.yaml"), without).toString();
  }

  @Test
  void check_request_saysWhichIsPreferredAndEnough() {
    assertThat(Run.warder("check", "--catalogue", marked, "--capabilities", "c", "GET", "/x").out())
        .contains(
            """
              missing:   a (A One)
                         or b (B Two) (preferred)
              enough:    b (B Two)
            """)
        .startsWith("DENIED\n");
  }

  @Test
  void check_command_saysWhichIsPreferredAndEnough() {
    assertThat(
            Run.warder(
                    "check", "--catalogue", marked, "--capabilities", "", "--command", "tiny get")
                .out())
        .contains(
            """
              calls:      get: missing-capability, a (A One) or b (B Two) and c (C Three) (preferred)
              enough:     b (B Two) and c (C Three)
            """)
        .contains("put would miss a (A One) or b (B Two)\n");
  }

  @Test
  void needs_operation_namesTheSameSetsAndTheMark() {
    String[] needs = {"needs", "--catalogue", marked, "get"};
    assertThat(Run.warder(needs).out())
        .startsWith("a\nor b, c\n")
        .contains("calls:     get: a, or b and c (preferred)\n");
    needs[2] = unmarked;
    assertThat(Run.warder(needs).out()).startsWith("a\nor b, c\n");
  }

  @Test
  void operations_marked_showsTheMark() {
    assertThat(Run.warder("operations", "--catalogue", marked).out())
        .isEqualTo(
            """
            OPERATION  METHOD  PATH  REQUIRES                   SUMMARY
            get        GET     /x    a, or b and c (preferred)  Get
            put        PUT     /x    a, or b                    Put
            """);
    assertThat(Run.warder("operations", "--catalogue", marked, "--json").out())
        .startsWith(
            """
            {"format":1,"operations":[{"operation":"get","method":"GET","path":"/x",\
            "summary":"Get","requires":[["a"],["b","c"]],"preferred":["b","c"]},\
            {"operation":"put","method":"PUT","path":"/x","summary":"Put",\
            "requires":[["a"],["b"]]}],\
            """);
  }

  @Test
  void diff_otherMark_isToldAndNothingIsGainedOrLost() {
    Run run = Run.warder("diff", unmarked, marked);
    assertThat(run.out()).contains("a, or b and c", "a, or b and c (preferred)");
    assertThat(run.exitCode()).isZero();
  }
}
