package dev.warder.cli.check;

import static dev.warder.cli.Run.NOW;
import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inEnvironment;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.reading;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.testkit.TestIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code warder check} of one signed token. */
final class CheckTokenTest extends WithSignedTokens {
  private static final String ME_ALLOWED =
      """
      ALLOWED
        reason:    allowed (every step passed)
        status:    200
        operation: get-me (GET /v1/me: Details of the token in use)
        catalogue: control-api 2026-11 (FINGERPRINT)
      """;
  private static final String EXPIRED =
      """
      DENIED
        reason:    expired-token (the token is genuine, and its time is over)
        status:    401
        fault:     expired (the token has expired)
        catalogue: control-api 2026-11 (FINGERPRINT)
      """;

  private Run me(String token, String... more) {
    List<String> args = new ArrayList<>(List.of(check("--token", token)));
    args.addAll(List.of(more));
    args.addAll(List.of("GET", "/v1/me"));
    return warder(args.toArray(String[]::new));
  }

  @Test
  void genuineToken_isDecided() throws Exception {
    assertThat(me(token().sign())).isEqualTo(allowed(ME_ALLOWED));
    Path file = Files.writeString(folder.resolve("t"), token().sign() + "\n");
    assertThat(warder(check("--token-file", file.toString(), "GET", "/v1/me")))
        .isEqualTo(allowed(ME_ALLOWED));
    assertThat(
            inEnvironment(Map.of("T", token().sign()), check("--token-env", "T", "GET", "/v1/me")))
        .isEqualTo(allowed(ME_ALLOWED));
    assertThat(reading(token().sign(), check("--token", "-", "GET", "/v1/me")))
        .isEqualTo(allowed(ME_ALLOWED));
  }

  @Test
  void genuineToken_bringsAccountAndCapabilities() {
    String text = token().sign();
    assertThat(
            warder(check("--token", text, "--owner", "app/28AB9a=B", "PATCH", "/v1/apps/28AB9a"))
                .out())
        .startsWith("DENIED\n  reason:    wrong-account ");
    assertThat(
            warder(
                    check(
                        "--token",
                        text,
                        "--json",
                        "--operation",
                        "update-app",
                        "--resource-account",
                        "A"))
                .out())
        .startsWith("{\"format\":1,\"allowed\":true,");
    Run command = warder(check("--token", text, "--command", "ably apps update"));
    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.out()).contains("list-apps: missing-capability, read:app (Read App)");
  }

  @Test
  void rejectedToken_isDenied() {
    String expired = ISSUER.token(NOW.minusSeconds(3600)).sign();
    assertThat(me(expired)).isEqualTo(denied(EXPIRED));
    assertThat(me(expired, "--json"))
        .isEqualTo(
            denied(
                """
                {"format":1,"allowed":false,"reason":"expired-token","status":401,"fault":"expired",\
                "catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """));
    assertThat(me(expired, "--clock-skew", "1")).isEqualTo(allowed(ME_ALLOWED));
    assertThat(me(token().neverExpires().sign()).out()).contains("fault:     never-expires (");
    assertThat(me(token().neverExpires().sign(), "--accept-never-expiring"))
        .isEqualTo(allowed(ME_ALLOWED));
    assertThat(inTerminal(60, check("--token", "x", "GET", "/v1/me")))
        .isEqualTo(
            denied(
                """
                \033[31mDENIED\033[m
                  reason:    invalid-token (the token is not valid now for
                             this issuer and audience)
                  status:    401
                  fault:     not-compact (the token is not three non-empty
                             parts with dots between)
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void tokenOfAProfile_isReadByIt() throws Exception {
    String text = keycloakToken();
    assertThat(me(text).out()).contains("fault:     type (");
    String[] update = {"--owner", "app/28AB9a=B", "PATCH", "/v1/apps/28AB9a"};
    assertThat(profile(text, update, "--profile", "keycloak", "--account-claim", "tenant").out())
        .startsWith("ALLOWED\n");
    assertThat(profile(text, update, "--profile", "keycloak", "--constant-account", "B").out())
        .startsWith("ALLOWED\n");
    assertThat(profile(text, update, "--profile", "keycloak", "--constant-account", "A").out())
        .startsWith("DENIED\n  reason:    wrong-account ");
    Path file =
        Files.writeString(folder.resolve("p.yaml"), "format: 1\nbase: keycloak\naccount: tenant\n");
    assertThat(profile(text, update, "--profile", file.toString()).out()).startsWith("ALLOWED\n");
    assertThat(profile(text, update, "--profile", "okta", "--account-claim", "tenant").out())
        .contains("fault:     type (");
  }

  @Test
  void claimThatIsMissing_isNamedAsTheProfileReadsIt() throws Exception {
    Path file = Files.writeString(folder.resolve("p.yaml"), "format: 1\nvalueId: uti\n");
    assertThat(me(token().sign(), "--profile", file.toString()).out())
        .contains("fault:     value-id (`uti` is missing or not text of 1 to 256 characters)");
    assertThat(me(token().withoutClaim("jti").sign()).out())
        .contains("fault:     value-id (`jti` is missing or not text of 1 to 256 characters)");
  }

  private Run profile(String token, String[] question, String... options) {
    List<String> args = new ArrayList<>(List.of(check("--token", token)));
    args.addAll(List.of(options));
    args.addAll(List.of(question));
    return warder(args.toArray(String[]::new));
  }

  @Test
  void profileThatIsWrong_isSaidWithWhatToType() throws Exception {
    String text = keycloakToken();
    String[] me = {"GET", "/v1/me"};
    assertThat(profile(text, me, "--profile", "keycloak").err())
        .startsWith(
            "warder: the profile names no account: give --account-claim NAME, --constant-account"
                + " ACCOUNT or --accept-without-account\n");
    assertThat(profile(text, me, "--profile", "cognito").err())
        .startsWith(
            "warder: the profile cognito asks for more: name the accepted values of `client_id`"
                + " (acceptedClients); write a file with `base: cognito` and that");
    assertThat(profile(text, me, "--profile", "keycloak", "--scope").err())
        .startsWith("warder: --scope and --profile contradict each other: leave one out\n");
    assertThat(profile(text, me, "--profile", folder + "/none.yaml").err())
        .startsWith("warder: cannot read `" + folder + "/none.yaml`: there is no such file\n");
    Path file = Files.writeString(folder.resolve("p.yaml"), "format: 1\ntypes: [JWT]\n");
    assertThat(profile(text, me, "--profile", file.toString()).err())
        .startsWith(file + ":2:1: these types let in the issuer's other tokens")
        .endsWith("warder: `" + file + "` is no profile of tokens\n");
    assertThat(profile(text, me, "--profile", file.toString(), "--account-claim", "tenant").err())
        .startsWith(
            "warder: --account-claim goes with the name of a profile: in a file, write account:"
                + " tenant\n");
  }

  @Test
  void otherIssuersToken_isDeniedUnlessWaived() {
    assertThat(me(TestIssuer.create().token(NOW).sign()).out()).contains("fault:     signature (");
    String text = token().claim("iss", "other").claim("aud", "other").sign();
    assertThat(me(text).out()).contains("fault:     other-issuer (");
    assertThat(me(token().audience("other").sign()).out()).contains("fault:     other-audience (");
    assertThat(
            warder(
                "check",
                "--keys",
                keys,
                "--any-issuer",
                "--any-audience",
                "--token",
                text,
                "GET",
                "/v1/me"))
        .isEqualTo(allowed(ME_ALLOWED));
  }

  @Test
  void scope_isReadWhereAsked() {
    String text = token().withoutClaim("capabilities").claim("scope", "write:app").sign();
    assertThat(me(text).out()).contains("fault:     capabilities (");
    assertThat(me(text, "--scope")).isEqualTo(allowed(ME_ALLOWED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--token x | a signed token needs a key set: give --keys JWKS_FILE",
        "--keys= --token x | a signed token needs a key set: give --keys JWKS_FILE",
        "--keys k --token x | a signed token needs one of two: give --issuer ISS or --any-issuer",
        "--keys k --token x --issuer= --any-audience | --issuer ISS has 1 to 256 characters",
        "--keys k --token x --issuer i --any-issuer | --issuer ISS and --any-issuer contradict each other: leave one out",
        "--keys k --token x --issuer i | a signed token needs one of two: give --audience AUD or --any-audience",
        "--keys k --token x --issuer i --audience a --any-audience | --audience AUD and --any-audience contradict each other: leave one out",
        "--keys k --any-issuer --any-audience | needs a token: --token, --token-file or --token-env",
        "--keys k --any-issuer --any-audience --token x --token-env y | takes one token: --token, --token-file or --token-env",
        "--keys k --any-issuer --any-audience --token x --clock-skew 601 | --clock-skew is a number from 0 to 600, not 601",
        "--keys k --any-issuer --any-audience --token x --clock-skew=-1 | --clock-skew is a number from 0 to 600, not -1",
        "--token x --capabilities= | a signed token says its capabilities and account itself: leave out --capabilities, --account, --without-account and --anonymous",
        "--scope --account A | a signed token says its capabilities and account itself: leave out --capabilities, --account, --without-account and --anonymous",
        "--any-issuer --anonymous | a signed token says its capabilities and account itself: leave out --capabilities, --account, --without-account and --anonymous",
      })
  void usage_isExplained(String args, String message) {
    assertThat(warder(("check GET /v1/me " + args).split(" ")))
        .isEqualTo(noAnswer("warder: " + message + "\nwarder: see warder check --help\n"));
  }

  @Test
  void keySet_unusable_isNoAnswer() throws Exception {
    String[] question = {"--any-issuer", "--any-audience", "--token", "x", "GET", "/v1/me"};
    assertThat(warder(with("no/file", question)))
        .isEqualTo(noAnswer("warder: cannot read `no/file`: there is no such file\n"));
    Path file = Files.writeString(folder.resolve("bad.json"), "{\"keys\":[1]}");
    assertThat(warder(with(file.toString(), question)))
        .isEqualTo(
            noAnswer(
                file
                    + ": key 1: not a JSON object\nwarder: `"
                    + file
                    + "` is not a key set that can verify tokens\n"));
  }

  private static String[] with(String keys, String... more) {
    List<String> args = new ArrayList<>(List.of("check", "--keys", keys));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }
}
