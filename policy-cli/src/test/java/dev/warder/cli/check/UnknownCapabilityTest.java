package dev.warder.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnknownCapabilityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Read Rule | `Read Rule` matches nothing; type `read:namespace` (Read Rule)",
        "rule | `rule` matches nothing; type one of `read:rule` (Read Integration), `write:rule` (Write Integration), `read:namespace` (Read Rule), `write:namespace` (Write Rule)",
        "write:ap | `write:ap` matches nothing; did you mean `write:app`?",
        "read | `read` matches nothing; type one of `read:app` (Read App), `read:key` (Read Key), `read:rule` (Read Integration), `read:queue` (Read Queue), `read:namespace` (Read Rule), `read:stats` (Read Stats)",
        "read:app write:app | `read:app write:app` matches nothing; type commas between capabilities",
        "read:app read:app | `read:app read:app` matches nothing; type `read:app` (Read App)",
        "zzzzzz | `zzzzzz` matches nothing",
      })
  void note_saysWhatMayBeMeant(String raw, String note) {
    Run run = Run.warder("check", "--capabilities", raw, "GET", "/v1/me");
    assertThat(run.err()).isEqualTo("warder: warning: unknown capability " + note + "\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void unknown_changesNoDecision() {
    Run run =
        Run.warder(
            "check",
            "--capabilities",
            "Write App,\u001b[2J",
            "--account",
            "A",
            "--owner",
            "app/28AB9a=A",
            "PATCH",
            "/v1/apps/28AB9a");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("DENIED\n  reason:    missing-capability");
    assertThat(run.err())
        .isEqualTo(
            """
            warder: warning: unknown capability `Write App` matches nothing; type `write:app` (Write App)
            warder: warning: unknown capability `\\u{1b}[2J` matches nothing
            """);
  }
}
