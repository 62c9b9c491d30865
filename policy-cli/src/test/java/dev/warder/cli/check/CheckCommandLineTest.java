package dev.warder.cli.check;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full outputs of {@code warder check --command}. */
final class CheckCommandLineTest {

  @Test
  void documentedCapabilityAlone_isNotEnoughToUpdate() {
    assertThat(warder("check", "--capabilities", "write:app", "--command", "ably apps update"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:     missing-capability (one of the calls needs what the token does not carry)
                  command:    ably apps update
                  calls:      get-me: allowed
                              list-apps: missing-capability, read:app (Read App)
                              update-app: allowed
                  enough:     read:app (Read App)
                  documented: write:app alone; that is not enough: read:app is missing too
                  catalogue:  control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void understatedDocument_isToldToThoseAllowedToo() {
    assertThat(
            warder("check", "--capabilities", "write:app,read:app", "--command", "ably app update"))
        .isEqualTo(
            allowed(
                """
                ALLOWED
                  reason:     allowed (the capabilities suffice for every call; accounts were not looked at)
                  command:    ably apps update
                  spelling:   `ably app update` is another name of `ably apps update`
                  calls:      get-me: allowed
                              list-apps: allowed
                              update-app: allowed
                  documented: write:app alone; that is not enough: read:app is missing too
                  catalogue:  control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void formerName_isToday() {
    assertThat(
            warder(
                "check",
                "--capabilities",
                "read:namespace",
                "--command",
                "ably apps channel-rules list"))
        .isEqualTo(
            allowed(
                """
                ALLOWED
                  reason:     allowed (the capabilities suffice for every call; accounts were not looked at)
                  command:    ably apps rules list
                  spelling:   `ably apps channel-rules list` is a former name of `ably apps rules list`
                  calls:      list-namespaces: allowed
                  documented: read:namespace
                  conditions: with --when app (with `--app`, or with no current app selected) also: get-me, list-apps; list-apps would miss read:app (Read App)
                  catalogue:  control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void spellings_areOneCommand() {
    String[] spellings = {
      "ably apps rules list",
      "ably app rules list",
      "ably apps channel-rules list",
      "ably app channel-rules list"
    };
    for (String spelling : spellings) {
      assertThat(warder("check", "--capabilities", "", "--command", spelling).out())
          .contains("  command:    ably apps rules list\n");
    }
  }

  @Test
  void chosenCondition_callsMore() {
    assertThat(
            warder(
                "check",
                "--capabilities",
                "read:namespace",
                "--command",
                "ably apps rules list",
                "--when",
                "app"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:     missing-capability (one of the calls needs what the token does not carry)
                  command:    ably apps rules list
                  when:       app (with `--app`, or with no current app selected)
                  calls:      list-namespaces: allowed
                              get-me: allowed
                              list-apps: missing-capability, read:app (Read App)
                  enough:     read:app (Read App)
                  documented: read:namespace
                  catalogue:  control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void commandOfConditions_asksForOne() {
    assertThat(warder("check", "--capabilities", "", "--command", "ably push config set-apns"))
        .isEqualTo(
            noAnswer(
                """
                warder: `ably push config set-apns` makes calls only in conditions; choose one or more:
                  --when p8 (with a p8 key)
                  --when p12 (with a p12 file)
                  --when sandbox (with a p12 file and --sandbox)
                  --when app (with `--app`, or with no current app selected)
                """));
  }

  @Test
  void conditions_areOneAnswerInAnyOrder() {
    String expected =
        """
        DENIED
          reason:     unmapped-operation (the provider has not said what one of the calls needs)
          command:    ably push config set-apns
          when:       sandbox (with a p12 file and --sandbox)
                      app (with `--app`, or with no current app selected)
          calls:      update-app-pkcs12: unmapped-operation, the provider has not said what it needs
                      update-app: missing-capability, write:app (Write App)
                      get-me: allowed
                      list-apps: allowed
          enough:     write:app (Write App)
          conditions: with --when p8 (with a p8 key) also: update-app; update-app would miss write:app (Write App)
                      with --when p12 (with a p12 file) also: update-app-pkcs12; update-app-pkcs12 would be unmapped-operation
          catalogue:  control-api 2026-11 (FINGERPRINT)
        """;
    assertThat(
            warder(
                "check",
                "--capabilities",
                "read:app",
                "--command",
                "ably push config set-apns",
                "--when",
                "app",
                "--when",
                "sandbox",
                "--when",
                "app"))
        .isEqualTo(denied(expected));
    assertThat(
            warder(
                "check",
                "--capabilities",
                "read:app",
                "--command",
                "ably push config set-apns",
                "--when",
                "sandbox",
                "--when",
                "app"))
        .isEqualTo(denied(expected));
  }

  @Test
  void conditionsNotChosen_tellWhetherTheyWouldBeAllowed() {
    assertThat(
            warder(
                    "check",
                    "--capabilities",
                    "write:app,read:app",
                    "--command",
                    "ably push config set-apns",
                    "--when",
                    "p12")
                .out())
        .contains(
            "  conditions: with --when p8 (with a p8 key) also: update-app; this would be"
                + " allowed\n")
        .contains(" also: get-me, list-apps; these would be allowed\n");
  }

  @Test
  void unspecifiedCall_isUnmapped() {
    assertThat(warder("check", "--capabilities", "read:app", "--command", "ably support ask"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    unmapped-operation (the provider has not said what one of the calls needs)
                  command:   ably support ask
                  calls:     POST /help: unmapped-operation, the provider has not said what it needs
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void anonymous_missesAToken() {
    assertThat(warder("check", "--anonymous", "--command", "ably accounts current"))
        .isEqualTo(
            denied(
                """
                DENIED
                  reason:    missing-capability (one of the calls needs what the token does not carry)
                  command:   ably accounts current
                  calls:     get-me: missing-capability, a token
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void unknownCommand_namesWhatIsNear() {
    assertThat(command("ably apps updat"))
        .isEqualTo(
            noAnswer(
                "warder: unknown command `ably apps updat`; did you mean `ably apps update`?\n"));
    assertThat(command("ably apps update 28AB9a --name x"))
        .isEqualTo(
            noAnswer(
                "warder: unknown command `ably apps update 28AB9a --name x`;"
                    + " type the name without arguments: `ably apps update`\n"));
    assertThat(command("ably stats"))
        .isEqualTo(
            noAnswer(
                "warder: unknown command `ably stats`;"
                    + " there are `ably stats account`, `ably stats app`\n"));
    assertThat(command(""))
        .isEqualTo(noAnswer("warder: unknown command ``; `warder commands` lists all\n"));
    assertThat(command("x".repeat(100_000)))
        .isEqualTo(
            noAnswer(
                "warder: unknown command `"
                    + "x".repeat(80)
                    + "…`; `warder commands` lists all\n"));
  }

  private static Run command(String spelling) {
    return warder("check", "--capabilities", "", "--command", spelling);
  }

  @Test
  void unknownCondition_namesThoseThereAre() {
    assertThat(
            warder("check", "--capabilities", "", "--command", "ably queues list", "--when", "ap"))
        .isEqualTo(noAnswer("warder: unknown condition `ap`;" + " did you mean `app`?\n"));
    assertThat(
            warder("check", "--capabilities", "", "--command", "ably apps update", "--when", "app"))
        .isEqualTo(noAnswer("warder: unknown condition `app`;" + " there is none\n"));
  }

  @Test
  void callsNamedTwice_areOne(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("twice.yaml"),
            """
            catalogue: twice
            format: 1
            version: "1"
            title: Twice
            categories: {c: C}
            capabilities: {k: {label: K, category: c}}
            operations:
              o: {method: GET, path: /o, summary: O, requires: any token}
              q: {method: GET, path: /q, summary: Q, requires: k}
            commands:
              tool: {calls: [o, o], when: [{name: w, condition: c, calls: [q, o]}, {name: v, condition: d, calls: [o]}]}
            """);
    Run run =
        warder("check", "--catalogue", file.toString(), "--capabilities=", "--command", "tool");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("calls:      o: allowed\n")
        .contains("with --when w (c) also: q; q would miss k (K)\n")
        .doesNotContain("--when v");
  }
}
