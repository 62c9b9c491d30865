package dev.warder.cli.check;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.line;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import org.junit.jupiter.api.Test;

/** Full outputs of {@code warder check METHOD PATH}. */
final class CheckRequestTest {

  private static Run patch(String capability, String owner) {
    return line(
        "check --capabilities %s --account A --owner %s PATCH /v1/apps/28AB9a"
            .formatted(capability, owner));
  }

  @Test
  void ownersAccountWithTheCapability_isAllowed() {
    assertThat(patch("write:app", "app/28AB9a=A"))
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
  void inATerminal_standsOutAndFits() {
    assertThat(
            inTerminal(
                60,
                "check",
                "--capabilities",
                "read:app",
                "--account",
                "A",
                "--owner",
                "app/28AB9a=A",
                "PATCH",
                "/v1/apps/28AB9a"))
        .isEqualTo(
            denied(
                """
                \033[31mDENIED\033[m
                  reason:    missing-capability (the token does not carry
                             what the operation needs)
                  status:    403
                  operation: update-app (PATCH /v1/apps/{id}: Update an app)
                  missing:   write:app (Write App)
                  enough:    write:app (Write App)
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
    assertThat(inTerminal(80, "check", "--capabilities", "", "GET", "/v1/me").out())
        .isEqualTo(
            """
            \033[32mALLOWED\033[m
              reason:    allowed (every step passed)
              status:    200
              operation: get-me (GET /v1/me: Details of the token in use)
              catalogue: control-api 2026-11 (FINGERPRINT)
            """);
  }

  @Test
  void readAlone_deniesAndNamesWrite() {
    assertThat(patch("read:app", "app/28AB9a=A"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    missing-capability (the token does not carry what the operation needs)
                  status:    403
                  operation: update-app (PATCH /v1/apps/{id}: Update an app)
                  missing:   write:app (Write App)
                  enough:    write:app (Write App)
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void anotherOwner_isWrongAccount() {
    assertThat(patch("write:app", "app/28AB9a=B"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    wrong-account (the resource is not known to belong to the token's account)
                  status:    404
                  operation: update-app (PATCH /v1/apps/{id}: Update an app)
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void anotherAccountInThePath_isWrongAccount() {
    Run run = line("check --capabilities read:app --account B GET /v1/accounts/A/apps");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("DENIED\n  reason:    wrong-account (");
  }

  @Test
  void noAccountAndNoOwner_areAskedForTogether() {
    assertThat(line("check --capabilities write:app PATCH /v1/apps/28AB9a"))
        .isEqualTo(
            noAnswer(
                """
                warder: update-app compares accounts, so also needed: --account ACCOUNT, --owner app/28AB9a=ACCOUNT
                """));
  }

  @Test
  void noOwner_isAskedFor() {
    assertThat(patch("write:app", "app/28AB9A=A"))
        .isEqualTo(
            noAnswer(
                """
                warder: update-app compares accounts, so also needed: --owner app/28AB9a=ACCOUNT
                """));
  }

  @Test
  void noAccountForThePaths_isAskedFor() {
    assertThat(line("check --capabilities read:app GET /v1/accounts/A/apps"))
        .isEqualTo(
            noAnswer(
                """
                warder: list-apps compares accounts, so also needed: --account ACCOUNT
                """));
  }

  @Test
  void noAccountWhereNoneIsCompared_isAllowed() {
    assertThat(line("check --capabilities= GET /v1/me"))
        .isEqualTo(
            allowed(
                """
                ALLOWED
                  reason:    allowed (every step passed)
                  status:    200
                  operation: get-me (GET /v1/me: Details of the token in use)
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void unmapped_isDeniedBeforeAnAccountIsAskedFor() {
    assertThat(line("check --capabilities write:app POST /v1/apps/28AB9a/pkcs12"))
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
  void anotherMethod_listsThoseAllowed() {
    assertThat(line("check --capabilities read:app GET /v1/apps/28AB9a"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    method-not-allowed (templates match the path, none with this method)
                  status:    405
                  allow:     PATCH, DELETE
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void methodInOtherLetters_isHinted() {
    assertThat(line("check --capabilities= get /v1/me"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    method-not-allowed (templates match the path, none with this method)
                  status:    405
                  allow:     GET, HEAD
                  hint:      a method is compared letter by letter: type GET
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void unknownPath_isHintedAtTheBasePath() {
    assertThat(line("check --capabilities= GET /me"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    unknown-operation (no template matches the path)
                  status:    404
                  hint:      all paths of this catalogue begin with /v1: type `/v1/me`
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void unknownPathUnderTheBasePath_hasNoHint() {
    assertThat(line("check --capabilities= GET /v1/nothing").out()).doesNotContain("hint");
  }

  @Test
  void malformedPath_isDenied() {
    assertThat(line("check --capabilities= GET /v1/../me"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    malformed-request (the path is not canonical or the method is not a token)
                  status:    400
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void slipsInAPath_areHinted() {
    assertThat(hint("/v1/me?x=1")).isEqualTo("a path has no query: type `/v1/me`");
    assertThat(hint("/v1/me/")).isEqualTo("the catalogue has this path without a / at its end");
    assertThat(hint("/v1/me//")).isEqualTo("no path has //");
    assertThat(hint("/v1/apps/{id}"))
        .isEqualTo("a path has no braces: type the id or the account itself");
    assertThat(hint("https://example.com/v1/me"))
        .isEqualTo("a path has no scheme and no host: type `/v1/me`");
    assertThat(hint("")).isEqualTo("a path begins with /: type `/`");
  }

  private static String hint(String path) {
    Run run = warder("check", "--capabilities", "", "GET", path);
    assertThat(run.exitCode()).isEqualTo(1);
    return run.out()
        .lines()
        .filter(line -> line.startsWith("  hint:"))
        .findFirst()
        .orElseThrow()
        .substring(13);
  }

  @Test
  void anonymous_needsAToken() {
    assertThat(line("check --anonymous GET /v1/me"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    missing-capability (a token is needed and there is none)
                  status:    403
                  operation: get-me (GET /v1/me: Details of the token in use)
                  missing:   a token
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void anonymous_hasNoAccountAndIsAskedForNothing() {
    assertThat(line("check --anonymous PATCH /v1/apps/28AB9a"))
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
  void pathLikeAnOption_isAPathAfterTwoHyphens() {
    assertThat(line("check --capabilities= -- GET --help").out())
        .startsWith("DENIED\n  reason:    malformed-request");
    assertThat(line("check --capabilities= -- --json -h").out())
        .startsWith("DENIED\n  reason:    malformed-request");
  }

  @Test
  void veryLongPath_isMalformed() {
    Run run = warder("check", "--capabilities", "", "GET", "/" + "a".repeat(100_000));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("DENIED\n  reason:    malformed-request").hasSizeLessThan(300);
  }

  @Test
  void pathThatMovesACursor_isNeverPrinted() {
    Run run = warder("check", "--capabilities", "", "GET\u001b[2J", "/v1/\u001b[2J");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).doesNotContain("\u001b");
  }
}
