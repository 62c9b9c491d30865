package dev.warder.cli.check;

import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.reading;
import static dev.warder.cli.Run.warder;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.document.JsonLines;
import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  private static final String ME =
      "{\"account\":\"A\",\"capabilities\":[],\"method\":\"GET\",\"path\":\"/v1/me\"}";
  private static final String ME_ALLOWED =
      "{\"format\":1,\"allowed\":true,\"reason\":\"allowed\",\"status\":200,\"operation\":\"get-me\","
          + "\"fingerprint\":\"FINGERPRINT\"}\n";

  private static String answer(String line) {
    Run run = reading(line + "\n", "check", "--batch", "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private static String error(String line) {
    Run run = reading(line, "check", "--batch", "-");
    assertThat(run.exitCode()).isEqualTo(2);
    return run.out();
  }

  @Test
  void request_missingCapability_isAnswered() {
    assertThat(
            answer(
                """
                {"id":"r1","account":"A","capabilities":["read:app"],"owners":{"app":{"28AB9a":"A"}},"method":"PATCH","path":"/v1/apps/28AB9a"}"""))
        .isEqualTo(
            """
            {"format":1,"id":"r1","allowed":false,"reason":"missing-capability","status":403,"operation":"update-app","missing":[["write:app"]],"enough":["write:app"],"fingerprint":"FINGERPRINT"}
            """);
  }

  @Test
  void line_notUtf8_isNoQuestionAndReplacementCharacterIsOne(@TempDir Path folder)
      throws Exception {
    String line = ME.replace("{\"account", "{\"id\":\"\uFFFD\",\"account") + "\n";
    Path file = folder.resolve("lines");
    Files.writeString(file, line.replace('\uFFFD', '\u00ff'), ISO_8859_1);
    Files.writeString(file, line, StandardOpenOption.APPEND);
    Run run = warder("check", "--batch", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out().lines())
        .satisfiesExactly(
            bad -> assertThat(bad).contains("\"line\":1,\"error\":\"not UTF-8\""),
            good -> assertThat(good).contains("\"id\":\"\\uFFFD\",\"allowed\":true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\uFEFF", " \t\r\n\n"})
  void batch_withoutAQuestion_isNoAnswer(String text) {
    assertThat(reading(text, "check", "--batch", "-"))
        .isEqualTo(noAnswer("warder: the batch has no question; write one JSON object a line\n"));
  }

  /** As the command line does. */
  @Test
  void account_notGivenAndNotCompared_isAnswered() {
    assertThat(answer("{\"capabilities\":[],\"operation\":\"get-me\"}"))
        .contains("\"reason\":\"allowed\"");
    assertThat(answer("{\"capabilities\":[],\"method\":\"GET\",\"path\":\"/v1/none\"}"))
        .contains("\"reason\":\"unknown-operation\"");
  }

  @Test
  void id_withADelete_isEscaped() {
    assertThat(answer("{\"id\":\"a\u007Fb\"," + ME.substring(1))).contains("\"id\":\"a\\u007Fb\"");
  }

  @Test
  void request_otherOwner_isWrongAccount() {
    assertThat(
            answer(
                """
                {"id":2,"account":"A","capabilities":["write:app"],"owners":{"app":{"28AB9a":"B"}},"method":"PATCH","path":"/v1/apps/28AB9a"}"""))
        .isEqualTo(
            """
            {"format":1,"id":2,"allowed":false,"reason":"wrong-account","status":404,"operation":"update-app","fingerprint":"FINGERPRINT"}
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"owners\":{\"app\":{\"28AB9a\":null}},",
        "\"owners\":{\"app\":{\"other\":\"A\"}},",
        "\"owners\":{},",
        "~~"
      })
  void request_ownerNotGiven_isUnavailable(String owners) {
    assertThat(
            answer(
                "{\"account\":\"A\",\"capabilities\":[\"write:app\"],"
                    + owners
                    + "\"method\":\"PATCH\",\"path\":\"/v1/apps/28AB9a\"}"))
        .contains("\"reason\":\"unavailable\",\"status\":503,\"operation\":\"update-app\"");
  }

  @Test
  void request_methodNotAllowed_listsTheMethods() {
    assertThat(
            answer(
                """
                {"account":"A","capabilities":[],"method":"POST","path":"/v1/me"}"""))
        .isEqualTo(
            """
            {"format":1,"allowed":false,"reason":"method-not-allowed","status":405,"allow":["GET","HEAD"],"fingerprint":"FINGERPRINT"}
            """);
  }

  @Test
  void request_anonymous_misses() {
    assertThat(
            answer(
                """
                {"anonymous":true,"method":"GET","path":"/v1/me"}"""))
        .contains(
            "\"reason\":\"missing-capability\",\"status\":403,\"operation\":\"get-me\",\"missing\":[],");
  }

  @Test
  void operation_resourceAccount_isCompared() {
    assertThat(
            answer(
                """
                {"account":"A","capabilities":["write:app"],"operation":"update-app","resourceAccount":"A"}"""))
        .contains("\"allowed\":true");
    assertThat(
            answer(
                """
                {"account":"A","capabilities":["write:app"],"operation":"update-app"}"""))
        .contains("\"reason\":\"wrong-account\"");
  }

  @Test
  void command_denied_namesTheCallsThatFail() {
    assertThat(
            answer(
                """
                {"capabilities":["write:app"],"command":"ably apps update"}"""))
        .isEqualTo(
            """
            {"format":1,"allowed":false,"reason":"missing-capability","status":403,"command":"ably apps update","calls":[{"call":"list-apps","reason":"missing-capability","missing":[["read:app"]]}],"enough":["read:app"],"fingerprint":"FINGERPRINT"}
            """);
  }

  @Test
  void command_withConditions_isAnswered() {
    assertThat(
            answer(
                """
                {"account":"A","capabilities":["read:app","write:app"],"command":"ably push config set-apns","when":["p8"]}"""))
        .contains("\"command\":\"ably push config set-apns\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | a line is one JSON object",
        "1 | a line is one JSON object",
        "{} {} | something stands after the object",
        "{\"method\":\"GET\"} | a question is `method` and `path`, or `operation`, or `command`",
        "{\"path\":\"/\",\"command\":\"x\",\"method\":\"G\"} | a question is `method` and `path`, or `operation`, or `command`",
        "{\"method\":1} | `method` is a string",
        "{\"capabilities\":\"a\"} | `capabilities` is a list of strings",
        "{\"capabilities\":[1]} | `capabilities` is a list of strings",
        "{\"anonymous\":1} | `anonymous` is true or false",
        "{\"owners\":[]} | `owners` is an object of kinds, each an object of ids and accounts",
        "{\"owners\":{\"app\":1}} | `owners` is an object of kinds, each an object of ids and accounts",
        "{\"owners\":{\"app\":{\"x\":1}}} | `owners` is a string",
        "{\"id\":1.5} | `id` is a string or a whole number",
        "{\"capabilites\":[]} | unknown member `capabilites`; nearest: `capabilities`",
        "{\"account\":\"A\",\"account\":\"B\"} | `account` stands twice",
        "{\"owners\":{\"app\":{},\"app\":{}}} | `app` stands twice",
        "{\"owners\":{\"app\":{\"x\":null,\"x\":\"A\"}}} | `x` stands twice",
        "{\"command\":\"x\"} | needs the token's `capabilities`, or `anonymous`",
        "{\"operation\":\"update-app\",\"capabilities\":[]} | needs the token's `account`, or"
            + " `withoutAccount`",
        "{\"method\":\"PATCH\",\"path\":\"/v1/apps/1\",\"owners\":{\"app\":{\"1\":\"A\"}},\"capabilities\":[\"write:app\"]}"
            + " | needs the token's `account`, or"
            + " `withoutAccount`",
        "{\"operation\":\"nothing-like-it\",\"capabilities\":[]} | unknown operation"
            + " `nothing-like-it`; `warder operations` lists all",
        "{\"operation\":\"get-me\",\"capabilities\":[],\"account\":\"A\",\"withoutAccount\":true} |"
            + " `account` and `withoutAccount` do not go together",
        "{\"operation\":\"get-me\",\"anonymous\":true,\"withoutAccount\":true} | `anonymous` goes"
            + " with neither `account`, `withoutAccount` nor `capabilities`",
        "{\"operation\":\"get-me\",\"anonymous\":true,\"requestAccount\":\"A\"} | `requestAccount`"
            + " goes with `method` and `path` only",
        "{\"operation\":\"get-me\",\"capabilities\":[],\"account\":\"\"} | `account` is empty",
        "{\"operation\":\"get-me\",\"anonymous\":true,\"account\":\"A\"} | `anonymous` goes with neither `account`, `withoutAccount` nor `capabilities`",
        "{\"operation\":\"get-m\",\"anonymous\":true} | unknown operation `get-m`; did you mean `get-me`?",
        "{\"command\":\"ably app\",\"anonymous\":true,\"owners\":{}} | `owners` goes with `method` and `path` only",
        "{\"command\":\"x\",\"anonymous\":true,\"resourceAccount\":\"A\"} | `resourceAccount` goes with `operation` only",
        "{\"operation\":\"get-me\",\"anonymous\":true,\"when\":[]} | `when` goes with `command` only",
      })
  void badLine_isAnError(String line, String message) {
    assertThat(error(line + "\n"))
        .isEqualTo(
            "{\"format\":1,\"line\":1,\"error\":\""
                + message
                + "\",\"fingerprint\":\"FINGERPRINT\"}\n");
  }

  @Test
  void badLine_notJson_saysWhere() {
    assertThat(error("{\"id\":\"x\",\"method\" 1}\n"))
        .isEqualTo(
            "{\"format\":1,\"id\":\"x\",\"line\":1,\"error\":\"not JSON, from column 20 on\","
                + "\"fingerprint\":\"FINGERPRINT\"}\n");
  }

  @Test
  void badLine_notJsonInALaterLine_columnsCountFromTheLinesBegin() {
    Run run = reading(ME + "\n{\"id\":\"x\",\"method\" 1}\n", "check", "--batch", "-");
    assertThat(run.out()).contains("\"line\":2,\"error\":\"not JSON, from column 20 on\"");
  }

  @Test
  void badLine_longNameOrNumber_isToldAsWhatItIs() {
    assertThat(error("{\"" + "n".repeat(60_000) + "\":1}\n")).contains("unknown member `nnn");
    assertThat(error("{\"id\":1,\"method\":" + "1".repeat(2_000) + "}\n"))
        .contains("`method` is a string");
  }

  @Test
  void request_unknownCapabilities_areNamed() {
    assertThat(
            answer(
                "{\"account\":\"A\",\"capabilities\":[\"read:apps\",\"x\"],"
                    + "\"method\":\"GET\",\"path\":\"/v1/me\"}"))
        .isEqualTo(
            """
            {"format":1,"allowed":true,"reason":"allowed","status":200,"operation":"get-me","unknownCapabilities":["read:apps","x"],"fingerprint":"FINGERPRINT"}
            """);
  }

  @Test
  void badLine_ownersOfAKindThatTheCatalogueLacks_namesTheNearest() {
    assertThat(
            error(
                "{\"anonymous\":true,\"owners\":{\"apps\":{}},\"method\":\"GET\",\"path\":\"/v1/me\"}\n"))
        .contains(
            "\"error\":\"unknown kind of resource `apps`; did you mean `app`? (in the built-in"
                + " catalogue; name your own with --catalogue FILE)\"");
  }

  @Test
  void badLines_theRestIsAnsweredInOrder() {
    Run run = reading(ME + "\n[]\nx\n" + ME + "\n", "check", "--batch", "-");
    assertThat(run.exitCode()).isEqualTo(2);
    String[] lines = run.out().split("(?<=\n)", -1);
    assertThat(lines[0]).isEqualTo(ME_ALLOWED);
    assertThat(lines[1]).contains("\"line\":2,\"error\":\"a line is one JSON object\"");
    assertThat(lines[2]).contains("\"line\":3,\"error\":\"not JSON");
    assertThat(lines[3]).isEqualTo(ME_ALLOWED);
  }

  @Test
  void blankLinesAndAByteOrderMark_arePassedOverAsInALog() {
    Run run = reading("\uFEFF" + ME + "\n\n \t\r\n[]\n" + ME + "\n\n", "check", "--batch", "-");
    assertThat(run.out()).startsWith(ME_ALLOWED + "{\"format\":1,\"line\":4,").endsWith(ME_ALLOWED);
    assertThat(run.out().lines()).hasSize(3);
  }

  @Test
  void lastLine_withoutEnd_isAnswered() {
    assertThat(reading(ME, "check", "--batch", "-")).isEqualTo(new Run(0, ME_ALLOWED, ""));
    assertThat(reading(ME + "\r\n", "check", "--batch", "-")).isEqualTo(new Run(0, ME_ALLOWED, ""));
  }

  @Test
  void longLine_isAnErrorAndTheRestAnswered() {
    String spaces = " ".repeat(JsonLines.MOST_BYTES - ME.length());
    String tooLong = ME + spaces + " \n" + ME + "\n";
    assertThat(reading(ME + spaces + "\n" + ME + "\n", "check", "--batch", "-").out())
        .isEqualTo(ME_ALLOWED + ME_ALLOWED);
    assertThat(reading(tooLong, "check", "--batch", "-").out())
        .isEqualTo(
            "{\"format\":1,\"line\":1,\"error\":\"longer than 1048576 bytes\",\"fingerprint\":\"FINGERPRINT\"}\n"
                + ME_ALLOWED);
    assertThat(reading("x".repeat(5_000_000) + "\n" + ME, "check", "--batch", "-").out())
        .endsWith(ME_ALLOWED)
        .contains("longer than");
  }

  @Test
  void manyLines_areAnsweredEach() {
    String out = reading((ME + "\n").repeat(20_000), "check", "--batch", "-").out();
    assertThat(out).isEqualTo(ME_ALLOWED.repeat(20_000));
  }

  @Test
  void file_isRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("batch.jsonl");
    Files.writeString(file, ME + "\n", UTF_8);
    assertThat(warder("check", "--batch", file.toString())).isEqualTo(new Run(0, ME_ALLOWED, ""));
  }

  @Test
  void progress_isShownWhereStandardErrorIsATerminal(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("batch.jsonl");
    Files.writeString(file, ME + "\n", UTF_8);
    Run run = Run.showingErrors("check", "--batch", file.toString());
    assertThat(run.out()).isEqualTo(ME_ALLOWED);
    assertThat(run.err()).startsWith("\rbatch ").contains("100%").endsWith("\n");
  }

  @Test
  void file_notThere_isNoAnswer() {
    assertThat(warder("check", "--batch", "no/such/file"))
        .isEqualTo(noAnswer("warder: cannot read `no/such/file`: there is no such file\n"));
  }

  @Test
  void otherOptions_areRefused() {
    assertThat(warder("check", "--batch", "-", "--capabilities", ""))
        .isEqualTo(
            noAnswer(
                """
                warder: each line of a batch names its token and question: leave out all options but --catalogue, --keys and those that go with --keys
                warder: see warder check --help
                """));
  }
}
