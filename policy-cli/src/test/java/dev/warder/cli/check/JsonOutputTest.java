package dev.warder.cli.check;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.cli.Run;
import dev.warder.model.ControlApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Full outputs of {@code warder check --json}; each is one line. */
final class JsonOutputTest {
  private static final String CATALOGUE =
      """
      "catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
      """;

  @Test
  void allowedRequest() {
    assertThat(warder("check", "--json", "--capabilities", "", "GET", "/v1/me"))
        .isEqualTo(
            allowed(
                """
                {"format":1,"allowed":true,"reason":"allowed","status":200,"operation":"get-me",\
                "unknownCapabilities":[],"""
                    + CATALOGUE));
  }

  @Test
  void missingCapability() {
    Run run =
        warder(
            "check",
            "--json",
            "--capabilities",
            "read:app,x,\u009b",
            "--account",
            "A",
            "--owner",
            "app/28AB9a=A",
            "PATCH",
            "/v1/apps/28AB9a");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            {"format":1,"allowed":false,"reason":"missing-capability","status":403,"operation":"update-app",\
            "missing":[["write:app"]],"enough":["write:app"],\
            "unknownCapabilities":["x","\\u009B"],"""
                + CATALOGUE);
  }

  @Test
  void anyTokenMissing_hasNoAlternatives() {
    assertThat(warder("check", "--json", "--anonymous", "GET", "/v1/me"))
        .isEqualTo(
            denied(
                """
                {"format":1,"allowed":false,"reason":"missing-capability","status":403,"operation":"get-me",\
                "missing":[],"enough":[],\
                "unknownCapabilities":[],"""
                    + CATALOGUE));
  }

  @Test
  void methodNotAllowed() {
    assertThat(warder("check", "--json", "--capabilities", "", "GET", "/v1/apps/28AB9a"))
        .isEqualTo(
            denied(
                """
                {"format":1,"allowed":false,"reason":"method-not-allowed","status":405,\
                "allow":["PATCH","DELETE"],\
                "unknownCapabilities":[],"""
                    + CATALOGUE));
  }

  @Test
  void command() {
    assertThat(
            warder(
                "check",
                "--json",
                "--capabilities",
                "write:namespace",
                "--command",
                "ably app channel-rules update",
                "--when",
                "app"))
        .isEqualTo(
            denied(
                """
                {"format":1,"allowed":false,"reason":"missing-capability","status":403,\
                "command":"ably apps rules update","when":["app"],\
                "calls":[\
                {"call":"list-namespaces","reason":"missing-capability","missing":[["read:namespace"]]},\
                {"call":"update-namespace","reason":"allowed"},\
                {"call":"get-me","reason":"allowed"},\
                {"call":"list-apps","reason":"missing-capability","missing":[["read:app"]]}],\
                "enough":["read:namespace","read:app"],\
                "documented":[{"requirement":"write:namespace","understates":true,"missing":["read:namespace"]}],\
                "unknownCapabilities":[],"""
                    + CATALOGUE));
  }

  @Test
  void unspecifiedCall() {
    assertThat(warder("check", "--json", "--capabilities", "", "--command", "ably support ask"))
        .isEqualTo(
            denied(
                """
                {"format":1,"allowed":false,"reason":"unmapped-operation","status":403,\
                "command":"ably support ask","when":[],\
                "calls":[{"call":"POST /help","reason":"unmapped-operation"}],\
                "enough":[],"documented":[],\
                "unknownCapabilities":[],"""
                    + CATALOGUE));
  }

  @Test
  void output_isJsonInAsciiWithTheWholeFingerprint() throws Exception {
    StringWriter out = new StringWriter();
    String strange = "\u007F\u0085\u202E\"\\\uD83D\uDE00é";
    int exitCode =
        Run.printing(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            "check",
            "--json",
            "--capabilities",
            strange,
            "GET",
            "/v1/me");
    assertThat(exitCode).isZero();
    assertThat(out.toString().trim().chars()).allMatch(c -> c >= 0x20 && c < 0x7F);
    var json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("fingerprint").asText()).isEqualTo(ControlApi.catalogue().fingerprint());
    assertThat(json.get("unknownCapabilities").get(0).asText()).isEqualTo(strange);
  }

  @Test
  void error_isTextAndNothingOnStandardOutput() {
    assertThat(warder("check", "--json", "--capabilities", "", "--operation", "get-m"))
        .isEqualTo(Run.noAnswer("warder: unknown operation `get-m`; did you mean `get-me`?\n"));
  }
}
