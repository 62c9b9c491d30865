package dev.warder.cli.issuer;

import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code warder issuer check} where the issuer does not answer, or otherwise than it should. */
final class IssuerCheckCommandTest {
  private static final String OAUTH = "/.well-known/oauth-authorization-server";

  private IssuerServer server;

  @BeforeEach
  void start() throws Exception {
    server = new IssuerServer(PublicKeys.set(PublicKeys.p384("\"kid\":\"e\",\"alg\":\"ES384\"")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Returns what a run printed, with {@code ISSUER} for the server's address. */
  private Run check(String... options) {
    List<String> args = new ArrayList<>(List.of("issuer", "check", server.address()));
    args.addAll(List.of(options));
    Run run = warder(args.toArray(String[]::new));
    return new Run(
        run.exitCode(),
        run.out().replace(server.address(), "ISSUER"),
        run.err().replace(server.address(), "ISSUER"));
  }

  private static Run notUsable(String problem) {
    return denied(
        """
        NOT USABLE
          issuer:  ISSUER
          profile: strict
          problem: %s
        """
            .formatted(problem));
  }

  @Test
  void goodIssuer_isUsable() {
    assertThat(check().exitCode()).isZero();
  }

  @Test
  void nothingListens_isNoAnswer() {
    server.close();
    assertThat(check())
        .isEqualTo(
            noAnswer(
                "warder: `ISSUER/.well-known/openid-configuration`: nothing listens there, or it"
                    + " cannot be reached\n"));
  }

  @Test
  void noAnswerInTime_isNoAnswer() {
    server.hold(IssuerServer.KEYS);
    assertThat(check("--timeout", "1"))
        .isEqualTo(noAnswer("warder: `ISSUER/keys`: no whole answer within 1000 ms\n"));
  }

  @Test
  void otherStatus_isNoAnswer() {
    server.answerWith(IssuerServer.KEYS, 503);
    assertThat(check()).isEqualTo(noAnswer("warder: `ISSUER/keys` has status 503, not 200\n"));
    server.answerWith(IssuerServer.METADATA, 302);
    assertThat(check())
        .isEqualTo(
            noAnswer(
                "warder: `ISSUER/.well-known/openid-configuration` has status 302, not 200;"
                    + " redirections are not followed\n"));
    server.answerWith(IssuerServer.METADATA, 404);
    assertThat(check("--json"))
        .isEqualTo(
            noAnswer(
                "warder: `ISSUER/.well-known/openid-configuration` has status 404, not 200;"
                    + " `ISSUER/.well-known/oauth-authorization-server` has status 404, not 200;"
                    + " is this the issuer, exactly as `iss` says it?\n"));
  }

  @Test
  void metadataOfRfc8414_isShown() {
    server.answerWith(IssuerServer.METADATA, 404);
    server.publish(OAUTH, IssuerServer.metadata(server.address(), server.address() + "/keys"));
    assertThat(check().out()).contains("  metadata: ISSUER" + OAUTH + "\n");
  }

  @Test
  void metadataOfAnotherIssuer_bothAreNamed() {
    server.publish(
        IssuerServer.METADATA,
        IssuerServer.metadata(server.address() + "/", server.address() + "/keys"));
    assertThat(check())
        .isEqualTo(
            notUsable(
                "`ISSUER/.well-known/openid-configuration`: the metadata is that of `ISSUER/`, not"
                    + " of `ISSUER`"));
    assertThat(check("--json"))
        .isEqualTo(
            denied(
                """
                {"format":1,"usable":false,"issuer":"ISSUER","metadata":null,"keySet":null,\
                "profile":"strict","problems":["`ISSUER/.well-known/openid-configuration`: the \
                metadata is that of `ISSUER/`, not of `ISSUER`"],"used":[],"ignored":[],\
                "profiles":[],"options":[]}
                """));
  }

  @Test
  void metadataThatNamesNoKeys_isNotUsable() {
    server.publish(IssuerServer.METADATA, "{\"issuer\":\"" + server.address() + "\"}");
    assertThat(check())
        .isEqualTo(
            notUsable(
                "`ISSUER/.well-known/openid-configuration`: the metadata has no `jwks_uri`, the"
                    + " address of the keys"));
    server.publish(
        IssuerServer.METADATA,
        IssuerServer.metadata(server.address(), "http://keys.example.com/\\u001b[2J"));
    assertThat(check().out())
        .contains("`jwks_uri` of the metadata is no https address")
        .endsWith(": `http://keys.example.com/\\u{1b}[2J`\n");
    server.publish(IssuerServer.METADATA, "<html>");
    assertThat(check())
        .isEqualTo(
            notUsable(
                "`ISSUER/.well-known/openid-configuration`: the issuer's metadata cannot be read:"
                    + " what is encoded is not one JSON object"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html> | the key set is not one JSON object",
        "{\"keys\":[]} | `keys` is not a list of 1 to 1000 keys (RFC 7517, section 5)",
        "{} | `keys` is not a list of 1 to 1000 keys (RFC 7517, section 5)",
      })
  void keySetThatIsNone_isNotUsable(String text, String problem) {
    server.publish(IssuerServer.KEYS, text);
    assertThat(check())
        .isEqualTo(
            denied(
                """
                NOT USABLE
                  issuer:   ISSUER
                  metadata: ISSUER/.well-known/openid-configuration
                  key set:  ISSUER/keys
                  profile:  strict
                  problem:  %s
                """
                    .formatted(problem)));
  }

  @Test
  void hostileMetadata_isEscaped() {
    server.publish(IssuerServer.METADATA, "{\"issuer\":\"\\u001b[2J\\u202e\"}");
    assertThat(check().out()).contains("is that of `\\u{1b}[2J\\u{202e}`").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/.well-known/openid-configuration, https://a.example",
    "https://a.example/.well-known/openid-configuration/, https://a.example",
    "https://a.example/x/.well-known/openid-configuration, https://a.example/x",
    "https://a.example/.well-known/oauth-authorization-server, https://a.example",
    "https://a.example/.well-known/oauth-authorization-server/x/y, https://a.example/x/y",
  })
  void addressOfMetadata_isRefusedWithTheIssuer(String address, String issuer) {
    assertThat(warder("issuer", "check", address))
        .isEqualTo(
            noAnswer(
                "warder: `%s` is where the metadata is; type the issuer: warder issuer check %s%n"
                        .formatted(address, issuer)
                    + "warder: see warder issuer check --help\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id.example.com", "http://id.example.com", "https://id.example.com?x", "", "a b"})
  void textThatIsNoIssuer_isRefused(String text) {
    assertThat(warder("issuer", "check", text))
        .isEqualTo(
            noAnswer(
                "warder: an issuer with metadata begins with `https://`, or on this machine with"
                    + " `http://localhost`, `http://127.0.0.1` or `http://[::1]`, and has no query"
                    + " and no fragment: `"
                    + text
                    + "`\nwarder: see warder issuer check --help\n"));
  }

  @Test
  void usage_isExplained() {
    assertThat(warder("issuer").err())
        .startsWith("warder: needs a command: type warder issuer and one of check\n");
    assertThat(warder("issuer", "check").err())
        .startsWith("warder: needs URL: type warder issuer check URL\n");
    assertThat(check("--profile", "keyclock").err())
        .isEqualTo("warder: there is no profile `keyclock`; did you mean `keycloak`?\n");
    for (String timeout : List.of("0", "16")) {
      assertThat(check("--timeout", timeout).err())
          .startsWith("warder: --timeout is a number from 1 to 15, not " + timeout + "\n");
    }
  }

  @Test
  void completion_knowsIt() {
    assertThat(warder("completion").out()).contains("issuer", "--timeout");
  }
}
