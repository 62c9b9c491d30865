package dev.warder.cli;

import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says of a command line that it cannot use. All of it ends with exit code 2. */
final class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "| nothing to check: give METHOD PATH, --operation ID, or --command SPELLING",
        "--capabilities= | nothing to check: give METHOD PATH, --operation ID, or --command SPELLING",
        "--capabilities= GET /v1/me --operation get-me | asks one question: METHOD PATH, --operation ID, or --command SPELLING",
        "--capabilities= --command x --operation get-me | asks one question: METHOD PATH, --operation ID, or --command SPELLING",
        "--capabilities= GET | METHOD PATH is two arguments; there is only `GET`",
        "--capabilities= GET /v1/me more | METHOD PATH is two arguments; there is also `more`",
        "--capabilities= --operation get-me --owner app/x=A | --owner goes with METHOD PATH only",
        "--capabilities= --command x --owner app/x=A | --owner goes with METHOD PATH only",
        "--capabilities= GET /v1/me --resource-account A | --resource-account goes with --operation only",
        "--capabilities= --operation get-me --resource-account= | --resource-account is empty",
        "--capabilities= GET /v1/me --when app | --when goes with --command only",
        "GET /v1/me | needs the token's --capabilities, or --anonymous",
        "--account A GET /v1/me | needs the token's --capabilities, or --anonymous",
        "--anonymous --capabilities= GET /v1/me | --anonymous is a request without a token; it goes with neither --capabilities, --account nor --without-account",
        "--anonymous --without-account GET /v1/me | --anonymous is a request without a token; it goes with neither --capabilities, --account nor --without-account",
        "--capabilities= --account A --without-account GET /v1/me | --account and --without-account do not go together",
        "--capabilities= --request-account A --operation get-me | --request-account goes with METHOD PATH only",
        "--anonymous --account A GET /v1/me | --anonymous is a request without a token; it goes with neither --capabilities, --account nor --without-account",
        "--capabilities= --account= GET /v1/me | --account is empty",
        "--capabilities a,,b GET /v1/me | --capabilities has nothing before or after a comma: `a,,b`",
        "--capabilities , GET /v1/me | --capabilities has nothing before or after a comma: `,`",
        "--capabilities= --catalogue= GET /v1/me | --catalogue names no file",
        "--capabilities= --owner x GET /v1/me | --owner is KIND/ID=ACCOUNT, not `x`",
        "--capabilities= --owner= GET /v1/me | --owner is KIND/ID=ACCOUNT, not ``",
        "--capabilities= --owner app/x= GET /v1/me | --owner is KIND/ID=ACCOUNT, not `app/x=`",
        "--capabilities= --owner app/=A GET /v1/me | --owner is KIND/ID=ACCOUNT, not `app/=A`",
        "--capabilities= --owner /x=A GET /v1/me | --owner is KIND/ID=ACCOUNT, not `/x=A`",
        "--capabilities= --owner app=A/x GET /v1/me | --owner is KIND/ID=ACCOUNT, not `app=A/x`",
        "--capabilities= --owner app/x=A --owner app/x=B GET /v1/me | --owner gives `app/x` two accounts, `A` and `B`",
        "--capabilities= --capabilities= GET /v1/me | option '--capabilities' (LIST) should be specified only once",
        "--capabilities --account A GET /v1/me | Expected parameter for option '--capabilities' but found '--account'",
        "--capabilities= GET /v1/me --account | Missing required parameter for option '--account' (ACCOUNT)",
        "--capabilities= --acount A GET /v1/me | unknown option `--acount`; nearest: --account, --accept-never-expiring, --accept-without-account",
        "--capabilities= GET -x | unknown option `-x`",
        "--capabilities= GET /v1/me --json=maybe | Invalid value for option '--json': 'maybe' is not a boolean",
        "--capabilities= GET --help | --help stands alone",
        "--help --json | --help stands alone",
      })
  void check(String args, String message) {
    String[] all = (args == null ? "check" : "check " + args).split(" ");
    assertThat(warder(all))
        .isEqualTo(noAnswer("warder: " + message + "\nwarder: see warder check --help\n"));
  }

  @Test
  void unknownCommand_namesTheNearest() {
    assertThat(warder("chekc"))
        .isEqualTo(
            noAnswer(
                "warder: unknown command `chekc`; nearest: check\nwarder: see warder --help\n"));
  }

  @Test
  void argumentTooMany_isCalledSo() {
    assertThat(warder("lint", "x"))
        .isEqualTo(
            noAnswer("warder: one argument too many: `x`\nwarder: see warder lint --help\n"));
    assertThat(warder("operations", "a", "b").err())
        .isEqualTo("warder: one argument too many: `b`\nwarder: see warder operations --help\n");
  }

  @Test
  void help_isTheSameAsTheOption() {
    assertThat(warder("help")).isEqualTo(warder("--help"));
    assertThat(warder("help", "lint")).isEqualTo(warder("lint", "--help"));
    assertThat(warder("help", "openapi", "import"))
        .isEqualTo(warder("openapi", "import", "--help"));
    assertThat(warder("help", "chekc").err()).contains("unknown command `chekc`; nearest: check");
    assertThat(warder("help", "token", "lst").err()).contains("unknown command `lst`");
  }

  @Test
  void emptyArgument_isNoCommand() {
    assertThat(warder(""))
        .isEqualTo(noAnswer("warder: unknown command ``\nwarder: see warder --help\n"));
  }

  @Test
  void nothing_showsTheHelpAsAnError() {
    Run run = warder();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Answers what the capabilities of an access token allow.\n");
  }

  @Test
  void escapesAndLongText_areNotEchoed() {
    Run run = warder("check", "--\u001b]0;x\u0007" + "y".repeat(100_000));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("warder: unknown option `--\\u{1b}]0;x\\u{7}yyy")
        .hasSizeLessThan(300);
  }

  @Test
  void atSign_isNoFileOfArguments() {
    assertThat(warder("check", "--capabilities", "", "GET", "@/etc/passwd").out())
        .startsWith("DENIED\n  reason:    malformed-request");
  }

  @Test
  void valueLikeAnOption_isRefused() {
    assertThat(warder("check", "--capabilities=", "--account=--json", "GET", "/v1/me"))
        .isEqualTo(
            noAnswer(
                """
                warder: Expected parameter for option '--account' but found '--json'
                warder: see warder check --help
                """));
  }

  @Test
  void textThatTheLocaleCouldNotExpress_isRefused() {
    assertThat(warder("check", "--capabilities=", "--account", "\uFFFD\uFFFD", "GET", "/v1/me"))
        .isEqualTo(
            noAnswer("warder: argument 4 is not text in the encoding of this locale; try UTF-8\n"));
  }
}
