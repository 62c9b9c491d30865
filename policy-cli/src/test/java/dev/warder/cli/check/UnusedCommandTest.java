package dev.warder.cli.check;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.reading;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Full outputs of {@code warder unused}. */
class UnusedCommandTest {
  private static final String LOG =
      """
      {"method":"GET","target":"/v1/accounts/A/apps?limit=1","status":200}
      {"method":"GET","path":"/v1/accounts/A/apps"}
      {"method":"PATCH","target":"/v1/apps/28AB9a"}
      {"method":"GET","target":"/v1/apps/28AB9a/keys"}
      """;

  @Test
  void unused_isATable() {
    assertThat(reading(LOG, "unused", "--capabilities", "read:queue,x:y,write:app,read:app", "-"))
        .isEqualTo(
            denied(
                """
                CAPABILITY  LABEL       ANSWER   REQUESTS
                read:app    Read App    needed   2
                write:app   Write App   needed   1
                read:queue  Read Queue  unused   0
                x:y                     unknown  0
                  requests:           4
                  allowed:            3
                  missing-capability: 1
                  enough:             read:app,write:app
                  catalogue:          control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void nothingUnused_isZero(@TempDir Path folder) throws Exception {
    String file = Files.writeString(folder.resolve("log"), LOG).toString();
    assertThat(warder("unused", "--capabilities", "read:app,write:app", file))
        .isEqualTo(
            allowed(
                """
                CAPABILITY  LABEL      ANSWER  REQUESTS
                read:app    Read App   needed  2
                write:app   Write App  needed  1
                  requests:           4
                  allowed:            3
                  missing-capability: 1
                  enough:             read:app,write:app
                  catalogue:          control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void terminal_showsColours(@TempDir Path folder) throws Exception {
    String file = Files.writeString(folder.resolve("log"), LOG).toString();
    assertThat(inTerminal(80, "unused", "--capabilities", "read:app,read:key,\033", file))
        .isEqualTo(
            denied(
                """
                \033[1mCAPABILITY\033[m  \033[1mLABEL\033[m     \033[1mANSWER\033[m   \033[1mREQUESTS\033[m
                read:app    Read App  \033[32mneeded\033[m   2
                read:key    Read Key  \033[32mneeded\033[m   1
                \\u{1b}                \033[33munknown\033[m  0
                  requests:           4
                  allowed:            3
                  missing-capability: 1
                  enough:             read:app,read:key
                  catalogue:          control-api 2026-11 (FINGERPRINT)
                """));
  }

  /** Controls of either range, a fragment, what is not ASCII, and halves of surrogate pairs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0000", "\\n", "\\r", "\\u001f", " ", "#", "\\u007f", "\\u0085", "\\u009f", "\\u00e9",
        "é", "\\u010a", "\\u010d", "\\ud800", "\\udc00"
      })
  void queryThatIsNone_makesTheRequestMalformed(String text) {
    String log = "{\"method\":\"GET\",\"target\":\"/v1/accounts/A/apps?a" + text + "b\"}\n";
    assertThat(reading(log, "unused", "--json", "--capabilities", "read:app", "-"))
        .isEqualTo(
            denied(
                """
                {"format":1,"unused":["read:app"],"needed":{},"requests":1,"reasons":{"malformed-request":1},"badLines":0,"catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """));
  }

  @Test
  void noCapabilities_isStillAnAnswer() {
    assertThat(
            reading("{\"method\":\"GET\",\"target\":\"/v1/me\"}", "unused", "--capabilities=", "-"))
        .isEqualTo(
            allowed(
                """
                  requests:  1
                  allowed:   1
                  enough:    nothing
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void noRequests_isNoAnswer() {
    String message =
        "warder: the log has no request, so there is no answer; a line is a JSON object with method"
            + " and target\n";
    assertThat(reading("", "unused", "--capabilities", "read:app", "-"))
        .isEqualTo(noAnswer(message));
    assertThat(reading("", "unused", "--json", "--capabilities", "read:app", "-"))
        .isEqualTo(noAnswer(message));
  }

  @Test
  void capabilitiesWithSpaces_asNeedsPrintsThem_areTaken() {
    assertThat(reading(LOG, "unused", "--json", "--capabilities", "read:app, write:key", "-").out())
        .contains("\"unused\":[\"write:key\"],\"needed\":{\"read:app\":2}");
  }

  @Test
  void badLines_areToldAndTheAnswerIsNoProof() {
    String log = "[]\n" + LOG + "{\"Method\":\"GET\",\"target\":\"/\"}\n";
    assertThat(reading(log, "unused", "--json", "--capabilities", "read:app,write:key,x", "-"))
        .isEqualTo(
            new Run(
                2,
                """
                {"format":1,"unused":["write:key","x"],"needed":{"read:app":2},"requests":4,"reasons":{"allowed":2,"missing-capability":2},"badLines":2,"catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """,
                """
                warder: warning: line 1 is skipped: a line is one JSON object
                warder: warning: line 6 is skipped: no `method`; nearest: `Method`
                """));
    assertThat(reading(log, "unused", "--capabilities", "read:app", "-").out())
        .contains("  bad lines:          2 skipped\n");
  }

  @Test
  void manyBadLines_areToldInPart() {
    Run run = reading("[]\n".repeat(23), "unused", "--capabilities=", "-");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "warder: warning: line 20 is skipped: a line is one JSON object\nwarder: warning: 3 more lines are skipped\n")
        .doesNotContain("line 21");
    assertThat(reading("[]\n".repeat(20), "unused", "--capabilities=", "-").err())
        .endsWith(
            "warder: warning: line 20 is skipped: a line is one JSON object\n"
                + "warder: the log has no request, so there is no answer; a line is a JSON object with"
                + " method and target; bad lines: 20\n");
  }

  @Test
  void logThatCannotBeRead_isNoAnswer(@TempDir Path folder) {
    String file = folder.resolve("none").toString();
    assertThat(warder("unused", "--capabilities=", file))
        .isEqualTo(noAnswer("warder: cannot read `" + file + "`: there is no such file\n"));
  }

  @Test
  void misuse_pointsToTheHelp() {
    String help = "warder: see warder unused --help\n";
    assertThat(warder("unused", "log"))
        .isEqualTo(
            noAnswer(
                "warder: needs --capabilities LIST, what the token carries; \"\" for nothing\n"
                    + help));
    assertThat(warder("unused", "--capabilities="))
        .isEqualTo(
            noAnswer("warder: needs the log: give its FILE, or - for standard input\n" + help));
  }
}
