package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.ControlApi;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgramTest {
  private final StringWriter err = new StringWriter();

  private int run(PrintWriter out, String... args) {
    return Run.printing(out, new PrintWriter(err), args);
  }

  @Test
  void version_namesTheCatalogue() {
    assertThat(Run.warder("--version").exitCode()).isZero();
    assertThat(Run.warder("-V").out())
        .matches("warder \\S.*\ncatalogue control-api 2026-11 \\(FINGERPRINT\\)\n");
    StringWriter out = new StringWriter();
    run(new PrintWriter(out), "--version");
    assertThat(out.toString())
        .contains("(" + ControlApi.catalogue().fingerprint().substring(0, 12) + ")");
  }

  @Test
  void commands_each_isNamedAsItIsFound() {
    assertThat(WarderCommand.line("--help").getSubcommands().keySet())
        .containsExactlyElementsOf(WarderCommand.commands().keySet());
    for (String name : WarderCommand.commands().keySet()) {
      Run help = Run.warder(name, "--help");
      assertThat(help.exitCode()).as(name).isZero();
      assertThat(help.out()).contains("Usage: warder " + name).contains("\nExample");
    }
  }

  @Test
  void help_isOnStandardOutput() {
    assertThat(Run.warder("--help").out())
        .contains("\nCommands:\n  check  ")
        .contains("\nExit codes: 0 ");
    assertThat(Run.warder("--help").exitCode()).isZero();
    assertThat(Run.warder("check", "--help").out())
        .startsWith(
            "Answers whether a token allows a request, operation or command, and why.\n"
                + "Usage: warder check TOKEN ")
        .contains("\nExamples:\n");
    assertThat(Run.warder("check", "-h").exitCode()).isZero();
  }

  @Test
  void helpAndVersionTogether_areRefused() {
    assertThat(Run.warder("--help", "--version").exitCode()).isEqualTo(2);
  }

  @Test
  void closedOutput_isNoAnswer() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    int exitCode =
        run(
            new PrintWriter(closed, false, StandardCharsets.UTF_8),
            "check",
            "--capabilities",
            "",
            "GET",
            "/v1/me");
    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("warder: cannot write to standard output\n");
  }

  @Test
  void internalFailure_isOneLineAndNoTrace() {
    PrintWriter broken =
        new PrintWriter(new StringWriter()) {
          @Override
          public void println(String line) {
            throw new StackOverflowError("\u001b[2J");
          }
        };
    assertThat(run(broken, "check", "--capabilities", "", "GET", "/v1/me")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("warder: internal error: StackOverflowError: \\u{1b}[2J\n");
  }
}
