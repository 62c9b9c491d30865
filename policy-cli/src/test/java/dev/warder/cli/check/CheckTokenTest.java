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
import dev.warder.testkit.TestToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code warder check} of signed tokens: one, and many. */
final class CheckTokenTest {
  private static final TestIssuer ISSUER = TestIssuer.create();
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

  @TempDir Path folder;
  private String keys;

  @BeforeEach
  void writeKeys() throws Exception {
    keys = Files.writeString(folder.resolve("keys.json"), ISSUER.keySetJson()).toString();
  }

  private static TestToken token() {
    return ISSUER.token(NOW).account("A").capabilities("write:app");
  }

  private String[] check(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "check",
                "--keys",
                keys,
                "--issuer",
                TestIssuer.ISSUER,
                "--audience",
                TestIssuer.AUDIENCE));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

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

  /** A token as Keycloak makes it. */
  private static String keycloakToken() {
    return token()
        .header("typ", "JWT")
        .claim("typ", "Bearer")
        .withoutClaim("capabilities")
        .withoutClaim("account")
        .claim("scope", "profile write:app")
        .claim("tenant", "B")
        .sign();
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

  @Test
  void batch_tokens_areVerifiedEach() {
    String good = token().sign();
    String lines =
        """
        {"id":1,"token":"GOOD","method":"GET","path":"/v1/me"}
        {"id":2,"token":"EXPIRED","method":"GET","path":"/v1/me"}
        {"id":3,"token":"x","command":"ably apps update"}
        {"id":4,"token":"GOOD","operation":"update-app","resourceAccount":"A"}
        {"id":5,"anonymous":true,"operation":"get-me"}
        """
            .replace("GOOD", good)
            .replace("EXPIRED", ISSUER.token(NOW.minusSeconds(3600)).sign());
    assertThat(reading(lines, check("--batch", "-")))
        .isEqualTo(
            allowed(
                """
                {"format":1,"id":1,"allowed":true,"reason":"allowed","status":200,"operation":"get-me","fingerprint":"FINGERPRINT"}
                {"format":1,"id":2,"allowed":false,"reason":"expired-token","status":401,"fault":"expired","fingerprint":"FINGERPRINT"}
                {"format":1,"id":3,"allowed":false,"reason":"invalid-token","status":401,"fault":"not-compact","fingerprint":"FINGERPRINT"}
                {"format":1,"id":4,"allowed":true,"reason":"allowed","status":200,"operation":"update-app","fingerprint":"FINGERPRINT"}
                {"format":1,"id":5,"allowed":false,"reason":"missing-capability","status":403,"operation":"get-me","missing":[],"enough":[],"fingerprint":"FINGERPRINT"}
                """));
  }

  @Test
  void batch_tokenWithoutKeysOrBesideCapabilities_isABadLine() {
    assertThat(reading("{\"token\":\"x\",\"operation\":\"get-me\"}\n", "check", "--batch", "-"))
        .isEqualTo(
            new Run(
                2,
                """
                {"format":1,"line":1,"error":"`token` needs --keys and what belongs to it on the command line","fingerprint":"FINGERPRINT"}
                """,
                ""));
    for (String other :
        new String[] {"\"account\":\"A\"", "\"capabilities\":[]", "\"anonymous\":true"}) {
      assertThat(
              reading(
                      "{\"token\":\"x\"," + other + ",\"operation\":\"get-me\"}\n",
                      check("--batch", "-"))
                  .out())
          .isEqualTo(
              """
              {"format":1,"line":1,"error":"`token` goes with neither `account`, `withoutAccount`, `capabilities` nor `anonymous`","fingerprint":"FINGERPRINT"}
              """);
    }
  }

  /** As at the command line: a header line's words are left out, and other text is no denial. */
  @Test
  void batch_tokenThatIsAHeaderLine_isVerified() {
    for (String prefix : new String[] {" ", "Bearer ", "authorization: bearer ", "\uFEFF"}) {
      assertThat(
              reading(
                      "{\"token\":\"" + prefix + token().sign() + "\",\"operation\":\"get-me\"}\n",
                      check("--batch", "-"))
                  .out())
          .contains("\"reason\":\"allowed\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|`token` holds no token",
        "Bearer|`token` holds no token",
        "\u00e9|`token` holds no token: a token has neither spaces nor characters beyond ASCII",
        "a b|`token` holds no token: a token has neither spaces nor characters beyond ASCII",
        "a\\nb|`token` holds 2 lines; a token is one line, alone or as a header line",
      })
  void batch_textThatIsNoToken_isABadLineAndNoDenial(String text, String error) {
    assertThat(
            reading(
                "{\"token\":\"" + text + "\",\"operation\":\"get-me\"}\n", check("--batch", "-")))
        .isEqualTo(
            new Run(
                2,
                "{\"format\":1,\"line\":1,\"error\":\""
                    + error
                    + "\",\"fingerprint\":\"FINGERPRINT\"}\n",
                ""));
  }

  @Test
  void batch_options_areChecked() {
    assertThat(warder(check("--batch", "-", "--token", "x")).err())
        .startsWith(
            "warder: each line of a batch names its token and question: leave out all options");
    assertThat(warder("check", "--batch", "-", "--keys", keys).err())
        .startsWith("warder: a signed token needs one of two: give --issuer ISS or --any-issuer\n");
  }
}
