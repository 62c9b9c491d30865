package dev.warder.cli.check;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.line;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import org.junit.jupiter.api.Test;

/** Full outputs of {@code warder check --operation}. */
final class CheckOperationTest {

  private static Run updateIn(String account) {
    return line(
        "check --capabilities write:app --account A --operation update-app --resource-account "
            + account);
  }

  @Test
  void ownAccount_isAllowed() {
    assertThat(updateIn("A"))
        .isEqualTo(
            allowed(
                """
                ALLOWED
                  reason:    allowed (every step passed)
                  status:    200
                  operation: update-app (PATCH /v1/apps/{id}: Update an app)
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void anotherAccount_isWrongAccount() {
    Run run = updateIn("B");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("DENIED\n  reason:    wrong-account");
  }

  @Test
  void accounts_areAskedForWhereCompared() {
    assertThat(line("check --capabilities write:app --operation update-app"))
        .isEqualTo(
            noAnswer(
                "warder: update-app compares accounts, so also needed:"
                    + " --account ACCOUNT, --resource-account ACCOUNT\n"));
    assertThat(line("check --capabilities= --account A --operation list-apps"))
        .isEqualTo(
            noAnswer(
                "warder: list-apps compares accounts, so also needed: --resource-account ACCOUNT\n"));
    assertThat(line("check --capabilities= --resource-account A --operation list-apps"))
        .isEqualTo(
            noAnswer("warder: list-apps compares accounts, so also needed: --account ACCOUNT\n"));
  }

  @Test
  void accounts_areNotAskedForOtherwise() {
    assertThat(line("check --capabilities= --operation get-me").exitCode()).isZero();
    assertThat(line("check --capabilities= --operation update-app-pkcs12"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    unmapped-operation (the provider has not said what the operation needs)
                  status:    403
                  operation: update-app-pkcs12 (POST /v1/apps/{id}/pkcs12: Update an app's APNs certificate from a `.p12` file)
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void anonymous_isAskedForNothing() {
    assertThat(line("check --anonymous --operation update-app"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    wrong-account (without a token there is no account)
                  status:    404
                  operation: update-app (PATCH /v1/apps/{id}: Update an app)
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void unknownOperation_namesTheNearest() {
    assertThat(line("check --capabilities= --operation updat-app"))
        .isEqualTo(noAnswer("warder: unknown operation `updat-app`; did you mean `update-app`?\n"));
    assertThat(warder("check", "--capabilities", "", "--operation", "\u001b"))
        .isEqualTo(
            noAnswer("warder: unknown operation `\\u{1b}`; `warder operations` lists all\n"));
  }
}
