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
        "| nothing to check: give METHOD PATH, --operation ID or --command NAME",
        "--capabilities= | nothing to check: give METHOD PATH, --operation ID or --command NAME",
        "--capabilities= GET /v1/me --operation get-me | one question at a time: give METHOD PATH, --operation ID or --command NAME",
        "--capabilities= --command x --operation get-me | one question at a time: give METHOD PATH, --operation ID or --command NAME",
        "--capabilities= GET | a method without a path, `GET`: give METHOD PATH, such as GET /v1/me",
        "--capabilities= GET /v1/me more | METHOD PATH is two arguments, not 3: `GET`, `/v1/me`, `more`; put values with blanks in quotes, and commas between capabilities",
        "--capabilities= --operation get-me --owner app/x=A | --owner goes with METHOD PATH only",
        "--capabilities= --command x --owner app/x=A | --owner goes with METHOD PATH only",
        "--capabilities= GET /v1/me --resource-account A | --resource-account goes with --operation only",
        "--capabilities= --operation get-me --resource-account= | the account has no name: give --resource-account ACCOUNT, or leave the option out",
        "--capabilities= GET /v1/me --when app | --when goes with --command only",
        "GET /v1/me | needs a token: give --capabilities LIST, --token-file FILE or --anonymous",
        "--account A GET /v1/me | needs a token: give --capabilities LIST, --token-file FILE or --anonymous",
        "--anonymous --capabilities= GET /v1/me | --anonymous is a request without a token: leave it out, or leave out --capabilities, --account and --without-account",
        "--anonymous --without-account GET /v1/me | --anonymous is a request without a token: leave it out, or leave out --capabilities, --account and --without-account",
        "--capabilities= --account A --without-account GET /v1/me | --account and --without-account contradict each other: leave one out",
        "--capabilities= --request-account A --operation get-me | --request-account goes with METHOD PATH only",
        "--anonymous --account A GET /v1/me | --anonymous is a request without a token: leave it out, or leave out --capabilities, --account and --without-account",
        "--capabilities= --account= GET /v1/me | the account has no name: give --account ACCOUNT, or --without-account",
        "--capabilities a,,b GET /v1/me | --capabilities has an empty name in `a,,b`; type one comma between names",
        "--capabilities , GET /v1/me | --capabilities has an empty name in `,`; type one comma between names",
        "--capabilities= --catalogue= GET /v1/me | --catalogue has an empty value: give --catalogue FILE, or leave --catalogue out",
        "--capabilities= --owner x GET /v1/me | --owner is KIND/ID=ACCOUNT, such as app/28AB9a=A, not `x`",
        "--capabilities= --owner= GET /v1/me | --owner is KIND/ID=ACCOUNT, such as app/28AB9a=A, not ``",
        "--capabilities= --owner app/x= GET /v1/me | --owner is KIND/ID=ACCOUNT, such as app/28AB9a=A, not `app/x=`",
        "--capabilities= --owner app/=A GET /v1/me | --owner is KIND/ID=ACCOUNT, such as app/28AB9a=A, not `app/=A`",
        "--capabilities= --owner /x=A GET /v1/me | --owner is KIND/ID=ACCOUNT, such as app/28AB9a=A, not `/x=A`",
        "--capabilities= --owner app=A/x GET /v1/me | --owner is KIND/ID=ACCOUNT, such as app/28AB9a=A, not `app=A/x`",
        "--capabilities= --owner app/x=A --owner app/x=B GET /v1/me | --owner gives `app/x` two accounts, `A` and `B`",
        "--capabilities= --account A --account B GET /v1/me | --account is given twice; give it once",
        "--capabilities --account A GET /v1/me | --capabilities needs a value: type --capabilities LIST",
        "--capabilities= GET /v1/me --account | --account needs a value: type --account ACCOUNT",
        "--capabilities= --acount A GET /v1/me | unknown option `--acount`; did you mean `--account`?",
        "--capabilities= GET -x | unknown option `-x`",
        "--capabilities= GET /v1/me --json=maybe | --json takes no value; type --json alone",
        "--capabilities= GET --help | type --help alone, right after the command",
        "--help --json | type --help alone, right after the command",
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
                "warder: unknown command `chekc`; did you mean `warder check`?\nwarder: see warder --help\n"));
  }

  @Test
  void argumentTooMany_isCalledSo() {
    assertThat(warder("me", "x"))
        .isEqualTo(
            noAnswer(
                "warder: one argument too many: `x`; leave it out\nwarder: see warder me --help\n"));
    assertThat(warder("operations", "a", "b").err())
        .isEqualTo(
            """
            warder: one argument too many: `b`; put text with blanks in quotes
            warder: see warder operations --help
            """);
  }

  @Test
  void help_isTheSameAsTheOption() {
    assertThat(warder("help")).isEqualTo(warder("--help"));
    assertThat(warder("help", "lint")).isEqualTo(warder("lint", "--help"));
    assertThat(warder("help", "openapi", "import"))
        .isEqualTo(warder("openapi", "import", "--help"));
    assertThat(warder("help", "chekc").err())
        .contains("unknown command `chekc`; did you mean `warder check`?");
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
                warder: --account needs a value: type --account ACCOUNT
                warder: see warder check --help
                """));
  }

  @Test
  void textThatTheLocaleCouldNotExpress_isRefused() {
    assertThat(warder("check", "--capabilities=", "--account", "\uFFFD\uFFFD", "GET", "/v1/me"))
        .isEqualTo(
            noAnswer(
                "warder: argument 4 is not text in the encoding of this locale; type export LC_ALL=C.UTF-8 first\n"));
  }
}
