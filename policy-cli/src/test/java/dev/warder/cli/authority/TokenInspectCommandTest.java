package dev.warder.cli.authority;

import static dev.warder.cli.Run.NOW;
import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inEnvironment;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.reading;
import static dev.warder.cli.Run.warder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.testkit.TestIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Full outputs of {@code warder token inspect}. */
final class TokenInspectCommandTest {
  private static final TestIssuer ISSUER = TestIssuer.create();
  private static final String GOOD = ISSUER.token(NOW).account("A").capabilities("read:app").sign();
  private static final String GOOD_SHOWN =
      """
      UNVERIFIED: anybody may have written what follows
      header:
        {
          "alg": "ES256",
          "kid": "test-ES256",
          "typ": "at+jwt"
        }
      claims:
        {
          "iss": "https://issuer.invalid",
          "aud": "https://audience.invalid",
          "sub": "user",
          "jti": "value-1",
          "account": "A",
          "capabilities": [
            "read:app"
          ],
          "iat": 1767225600,
          "exp": 1767229200
        }
      time: 2026-01-01T00:00:00Z
      faults: none that can be found without keys, issuer and audience
      """;

  private static String token(String header, String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(header.getBytes(UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(UTF_8))
        + ".AAAA";
  }

  @Test
  void goodToken_isShownAndNotBelieved() {
    assertThat(warder("token", "inspect", GOOD)).isEqualTo(allowed(GOOD_SHOWN));
  }

  @Test
  void token_comesFromAFileTheEnvironmentOrStandardInput(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("token.txt");
    Files.writeString(file, GOOD + "\n");
    assertThat(warder("token", "inspect", "--token-file", file.toString()))
        .isEqualTo(allowed(GOOD_SHOWN));
    assertThat(inEnvironment(Map.of("T", GOOD), "token", "inspect", "--token-env", "T"))
        .isEqualTo(allowed(GOOD_SHOWN));
    assertThat(reading(GOOD + "\r\n", "token", "inspect", "-")).isEqualTo(allowed(GOOD_SHOWN));
    assertThat(reading(GOOD, "token", "inspect", "--token-file", "-"))
        .isEqualTo(allowed(GOOD_SHOWN));
  }

  @Test
  void badToken_everyStageTellsWhatIsWrong() {
    String text =
        ISSUER
            .token(NOW.minusSeconds(3600))
            .header("alg", "none")
            .claim("account", 7)
            .claim("capabilities", null)
            .sign();
    Run run = inTerminal(60, "token", "inspect", text);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("\033[33mUNVERIFIED\033[m: anybody may have written what follows\nheader:\n  {")
        .contains("    \"capabilities\": null,\n")
        .endsWith(
            """
            time: 2026-01-01T00:00:00Z
            faults:
              \033[31malgorithm\033[m: `alg` is missing or not among the algorithms accepted
              \033[31maccount\033[m: `account` is missing or not text of 1 to 256 characters
              \033[31mcapabilities\033[m: `capabilities` is missing or malformed
              \033[31mexpired\033[m: the token has expired
            """);
  }

  @Test
  void hostileText_isEscaped() {
    Run run =
        warder(
            "token",
            "inspect",
            token("{\"a\":\"\\u001b[2J\\u202ex\",\"a\":1}", "\u001b]0;x\u0007\u202E"));
    assertThat(run)
        .isEqualTo(
            denied(
                """
                UNVERIFIED: anybody may have written what follows
                header:
                  {
                    "a": "\\u001B[2J\\u{202e}x",
                    "a": 1
                  }
                claims:
                  \\u{1b}]0;x\\u{7}\\u{202e}
                time: 2026-01-01T00:00:00Z
                faults:
                  duplicate-member: a JSON object has one name twice
                  not-json: what is encoded is not one JSON object
                """));
  }

  @Test
  void json_isOneLine() {
    assertThat(warder("token", "inspect", "--json", token("{\"alg\":\"\u00e9\"}", "[1]")))
        .isEqualTo(
            denied(
                """
                {"format":1,"verified":false,"header":{"alg":"\\u00E9"},"claims":"[1]","derivedValueId":null,\
                "time":"2026-01-01T00:00:00Z","faults":[\
                {"fault":"algorithm","reason":"invalid-token","message":"`alg` is missing or not among the algorithms accepted"},\
                {"fault":"type","reason":"invalid-token","message":"`typ` is not one that the profile accepts: `at+jwt`"},\
                {"fault":"key-id","reason":"invalid-token","message":"`kid` is missing or not text of 1 to 256 characters"},\
                {"fault":"not-json","reason":"invalid-token","message":"what is encoded is not one JSON object"}],"profiles":[]}
                """));
    assertThat(warder("token", "inspect", "--json", "x"))
        .isEqualTo(
            denied(
                """
                {"format":1,"verified":false,"header":null,"claims":null,"derivedValueId":null,"time":"2026-01-01T00:00:00Z",\
                "faults":[{"fault":"not-compact","reason":"invalid-token",\
                "message":"the token is not three non-empty parts with dots between"}],"profiles":[]}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", ".", "..", "...", "\uD800", "e30.e30.e30", "W10.W10.W10", "IiI.IiI.IiI"})
  void anyText_isAnswered(String text) {
    Run run = reading(text, "token", "inspect", "-");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\nfaults:\n");
    assertThat(reading(text, "token", "inspect", "--json", "-").exitCode()).isEqualTo(1);
  }

  @Test
  void noText_isNoToken() {
    assertThat(reading("\0", "token", "inspect", "-").exitCode()).isEqualTo(2);
    assertThat(reading("", "token", "inspect", "-"))
        .isEqualTo(noAnswer("warder: `-` holds no token\n"));
    assertThat(reading("\n", "token", "inspect", "--token-file", "-"))
        .isEqualTo(noAnswer("warder: `-` holds no token\n"));
  }

  @Test
  void extremeText_isAnswered() {
    String deep = "{\"a\":" + "[".repeat(200_000);
    for (String claims :
        new String[] {deep, "1".repeat(100_000), "1e999999999", "{\"exp\":1e999999999}"}) {
      assertThat(reading(token(claims, claims), "token", "inspect", "-").exitCode()).isEqualTo(1);
      assertThat(reading(token(claims, claims), "token", "inspect", "--json", "-").exitCode())
          .isEqualTo(1);
    }
    assertThat(reading("x".repeat(1 << 20), "token", "inspect", "-").out())
        .contains("too-long: the token has more characters than are accepted");
  }

  @Test
  void usage_isExplained() {
    assertThat(warder("token"))
        .isEqualTo(
            noAnswer(
                """
                warder: needs a command: type warder token and one of create, list, show, rotate, revoke, revoke-all, reminders, inspect
                warder: see warder token --help
                """));
    assertThat(warder("token", "inspect"))
        .isEqualTo(
            noAnswer(
                """
                warder: needs a token: TOKEN, --token-file or --token-env
                warder: see warder token inspect --help
                """));
    assertThat(warder("token", "inspect", "x", "--token-env", "T"))
        .isEqualTo(
            noAnswer(
                """
                warder: takes one token: TOKEN, --token-file or --token-env
                warder: see warder token inspect --help
                """));
    assertThat(warder("token", "inspect", "--token-env", "T"))
        .isEqualTo(
            noAnswer(
                "warder: the environment has no variable `T`; name one that is exported, without $\n"));
    assertThat(warder("token", "inspect", "--token-file", "no/file"))
        .isEqualTo(noAnswer("warder: cannot read `no/file`: there is no such file\n"));
  }

  @Test
  void tokenInAWrongPlace_isNotEchoed() {
    for (Run run :
        new Run[] {
          warder("token", GOOD),
          warder(GOOD),
          warder("token", "inspect", "x", GOOD),
          warder("check", "--capabilities=", GOOD),
          reading("{\"" + GOOD + "\":1}", "check", "--batch", "-")
        }) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out() + run.err()).contains("(a token)").doesNotContain("eyJ");
    }
    assertThat(reading("{\"token\":" + GOOD + "}", "check", "--batch", "-").out())
        .contains("not JSON, from column 10 on")
        .doesNotContain("eyJ");
  }

  @Test
  void completion_knowsIt() {
    assertThat(warder("completion").out())
        .contains("inspect")
        .contains("--token-file")
        .contains("spring-authorization-server")
        .contains("--accept-never-expiring");
  }

  /** A token as Keycloak makes it, under the strict form, its own profile and another. */
  @Test
  void tokenOfAnotherIssuer_itsProfileIsNamed() {
    String token =
        token(
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k\"}",
            "{\"iss\":\"i\",\"aud\":\"a\",\"sub\":\"s\",\"jti\":\"j\",\"typ\":\"Bearer\",\"scope\":\"read:app\",\"iat\":1767225600,\"exp\":1767225700}");
    assertThat(warder("token", "inspect", token).out())
        .contains("  type: ", "  account: ")
        .endsWith("profiles that fit, apart from time: keycloak\n");
    assertThat(warder("token", "inspect", token, "--profile", "keycloak").exitCode()).isZero();
    assertThat(warder("token", "inspect", token, "--profile", "okta").out())
        .contains("  type: ", "  capabilities: ", "  required-claim: ");
    assertThat(warder("token", "inspect", token, "--profile", "keyclock").err())
        .isEqualTo("warder: there is no profile `keyclock`; did you mean `keycloak`?\n");
  }

  /** Most profiles with a name name no account, and so miss none by themselves. */
  @Test
  void accountClaim_thatTheTokenLacks_isAFault() {
    String token =
        token(
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k\"}",
            "{\"iss\":\"i\",\"aud\":\"a\",\"sub\":\"s\",\"jti\":\"j\",\"typ\":\"Bearer\",\"tenant\":\"A\",\"scope\":\"read:app\",\"iat\":1767225600,\"exp\":1767225700}");
    String[] keycloak = {"token", "inspect", token, "--profile", "keycloak", "--account-claim", ""};
    keycloak[6] = "tenant";
    assertThat(warder(keycloak).exitCode()).isZero();
    keycloak[6] = "account";
    assertThat(warder(keycloak).out()).contains("faults:\n  account: ");
    keycloak[6] = "iss";
    assertThat(warder(keycloak).exitCode()).isEqualTo(2);
  }

  @Test
  void accountClaim_withoutAProfile_goesWithTheStrictOne() {
    String token =
        ISSUER
            .token(NOW)
            .claim("account", null)
            .claim("tenant", "A")
            .capabilities("read:app")
            .sign();
    assertThat(warder("token", "inspect", token).out()).contains("faults:\n  account: ");
    assertThat(warder("token", "inspect", token, "--account-claim", "tenant").exitCode()).isZero();
  }

  @Test
  void accountClaim_besideAFile_isRefused(@TempDir Path folder) throws Exception {
    Path profile = folder.resolve("p.yaml");
    Files.writeString(profile, "format: 1\n");
    assertThat(
            warder("token", "inspect", "x", "--profile", profile + "", "--account-claim", "a")
                .err())
        .startsWith("warder: --account-claim goes with the name of a profile");
  }

  /** Who revokes the value has to give this id. */
  @Test
  void tokenWithoutAnId_theIdThatTheProfileDerives_isShown() throws Exception {
    String text =
        token(
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k\"}",
            "{\"iss\":\"i\",\"aud\":\"a\",\"sub\":\"s\",\"scope\":\"\",\"permissions\":[],\"iat\":1767225600,\"exp\":1767225700}");
    byte[] signed = text.substring(0, text.lastIndexOf('.')).getBytes(UTF_8);
    String id =
        "derived:"
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(signed));
    assertThat(warder("token", "inspect", text, "--profile", "auth0").out())
        .contains("\nvalue id: " + id + "\ntime: ");
    assertThat(warder("token", "inspect", text, "--profile", "auth0", "--json").out())
        .contains(",\"derivedValueId\":\"" + id + "\",");
    assertThat(warder("token", "inspect", text).out()).doesNotContain("value id:");
  }

  @Test
  void tokenThatLivesTooLong_isAFault(@TempDir Path folder) throws Exception {
    Path profile = folder.resolve("p.yaml");
    Files.writeString(profile, "format: 1\nlongestLifetime: 3599s\n");
    assertThat(warder("token", "inspect", GOOD, "--profile", profile.toString()).out())
        .contains(
            "faults:\n  lifetime: the token's lifetime is longer than is accepted\nprofiles that fit, ");
    Files.writeString(profile, "format: 1\nlongestLifetime: 3600s\n");
    assertThat(warder("token", "inspect", GOOD, "--profile", profile.toString()).exitCode())
        .isZero();
  }

  @Test
  void claimThatIsMissing_isNamedAsTheProfileReadsIt(@TempDir Path folder) throws Exception {
    String text = token("{}", "{}");
    assertThat(warder("token", "inspect", text, "--profile", "entra-v2").out())
        .contains("  value-id: `uti` is missing ", "  subject: `sub` is missing ");
    assertThat(warder("token", "inspect", text).out())
        .contains("  value-id: `jti` is missing ", "  subject: `sub` is missing ");
    Path profile = folder.resolve("p.yaml");
    Files.writeString(profile, "format: 1\nsubject: [user, id]\n");
    assertThat(warder("token", "inspect", text, "--profile", profile.toString()).out())
        .contains("  subject: `id` in `user` is missing ");
  }
}
