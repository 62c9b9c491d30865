package dev.warder.cli.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.WithStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code warder token create} as a person at a terminal sees it. */
class TokenQuestionsTest extends WithStore {
  private Run asked(String answers, String... args) {
    Map<String, String> all = new HashMap<>(environment);
    return Run.asking(all, answers, args);
  }

  @Test
  void create_nothingSaid_asksAsADashboardDoes() {
    Run run = asked("ci\n1, 5-6, all of Apps\n60d\n", "token", "create", "--algorithm=ES256");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .startsWith(
            """
            Name, for reference alone: Capabilities:
              Apps:  [1] Read App (read)  [2] Write App (write)
              Keys:  [3] Read Key (read)  [4] Write Key (write)
              Rules:  [5] Read Integration (read)  [6] Write Integration (write)
              Queues:  [7] Read Queue (read)  [8] Write Queue (write)
              Namespaces:  [9] Read Rule (read)  [10] Write Rule (write)
              Statistics:  [11] Read Stats (read)
            Or all; all read, all write; all of a category: all of Apps, all of Keys, all of Rules, all of Queues, all of Namespaces, all of Statistics
            Capabilities, by number or name, with commas, or all: Chosen: read:app, write:app, read:rule, write:rule
            Expires after, of 30d, 60d, 90d, never; empty for 30d:\s""");
    assertThat(run.out())
        .contains("  name:         ci\n")
        .contains("  capabilities: read:app (Read App)\n                write:app (Write App)\n")
        .contains("  expires:      2026-03-02T00:00:00Z\n");
  }

  @Test
  void create_wrongAnswers_saidAndAskedAgain() {
    Run run =
        asked(
            "\n" + "x".repeat(257) + "\nci\nrule\n12\n3-2\n\nall\n31d\n\n",
            "token",
            "create",
            "--algorithm=ES256");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("`rule`")
        .contains("`12`")
        .contains("`3-2`")
        .contains("no capability was chosen")
        .contains("a token's expiry is one of `30d`, `60d`, `90d`, `never`, not `31d`");
    assertThat(run.out()).contains("  expires:      2026-01-31T00:00:00Z\n");
  }

  @Test
  void create_severalAccounts_whichIsAsked() {
    assertThat(run("account", "add", "B").exitCode()).isZero();
    Run run = asked("C\nB\nall\n\n", "token", "create", "ci", "--algorithm=ES256");
    assertThat(run.err())
        .startsWith("Account, one of A, B: There is no account `C` that you manage.\n");
    assertThat(run.out()).contains("  account:      B\n");
  }

  @Test
  void create_inputEnds_nothingDone() {
    Run run = asked("ci\n", "token", "create", "--algorithm=ES256");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).endsWith("\nwarder: no answer was given; nothing was done\n");
    assertThat(run("token", "list", "--json").out()).isEqualTo("{\"format\":1,\"tokens\":[]}\n");
  }

  @Test
  void revokeAll_yesOrNothing() {
    String unused = create("one", "-c", "all");
    Run no = asked("y\n", "token", "revoke-all", "--gate-bound=0");
    assertThat(no.exitCode()).isEqualTo(2);
    assertThat(no.err())
        .isEqualTo("Revoke all tokens in account `A`? yes or no: warder: nothing was revoked\n");
    assertThat(asked("yes\n", "token", "revoke-all", "--gate-bound=0").out())
        .isEqualTo("REVOKED 1 token\n");
  }
}
