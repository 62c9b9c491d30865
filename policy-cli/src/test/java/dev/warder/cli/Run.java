package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.Terminal;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;

/** One run of the program in this process: what it printed, and its exit code. */
public record Run(int exitCode, String out, String err) {
  /** The time in every run. */
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  public static Run warder(String... args) {
    return in(Terminal.NONE, "", args);
  }

  /** A run of a command line whose words have single spaces between them. */
  public static Run line(String words) {
    return warder(words.split(" ", -1));
  }

  /** A run whose output a person reads, in a terminal of so many columns. */
  public static Run inTerminal(int columns, String... args) {
    return in(new Terminal(columns, true, false, false), "", args);
  }

  /** The same with NO_COLOR. */
  public static Run plainTerminal(int columns, String... args) {
    return in(new Terminal(columns, false, false, false), "", args);
  }

  /** A run whose standard error is a terminal. */
  public static Run showingErrors(String... args) {
    return in(new Terminal(0, false, true, false), "", args);
  }

  /** A run that reads a text from standard input. */
  public static Run reading(String in, String... args) {
    return in(Terminal.NONE, in, args);
  }

  /** A run that prints where the test says. */
  public static int printing(PrintWriter out, PrintWriter err, String... args) {
    return on(console(InputStream.nullInputStream(), out, err, Terminal.NONE), args);
  }

  /** The same in an environment. */
  public static int printing(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
    return on(console(InputStream.nullInputStream(), out, err, Terminal.NONE, environment), args);
  }

  /** A run on a console: returns the exit code. */
  public static int on(Console console, String... args) {
    return new Program(console).run(args);
  }

  /** Returns all commands of the program, with their options. */
  public static CommandLine commands() {
    return WarderCommand.line();
  }

  /** A run in an environment. */
  public static Run inEnvironment(Map<String, String> environment, String... args) {
    return in(Terminal.NONE, environment, "", args);
  }

  /** The same, whose output a person reads, in a terminal of so many columns. */
  public static Run inTerminal(int columns, Map<String, String> environment, String... args) {
    return in(new Terminal(columns, false, false, false), environment, "", args);
  }

  /** A run that asks a person, who answers so. */
  public static Run asking(Map<String, String> environment, String answers, String... args) {
    return in(new Terminal(0, false, true, true), environment, answers, args);
  }

  public static Console console(
      InputStream in, PrintWriter out, PrintWriter err, Terminal terminal) {
    return console(in, out, err, terminal, Map.of());
  }

  private static Console console(
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      Terminal terminal,
      Map<String, String> environment) {
    return new Console(in, out, err, terminal, environment::get, InstantSource.fixed(NOW));
  }

  private static Run in(Terminal terminal, String in, String... args) {
    return in(terminal, Map.of(), in, args);
  }

  private static Run in(
      Terminal terminal, Map<String, String> environment, String in, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        console(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            terminal,
            environment);
    int exitCode = on(console, args);
    return new Run(
        exitCode, withoutFingerprint(out.toString()), withoutFingerprint(err.toString()));
  }

  /** The catalogue may be completed without a change to what these tests are about. */
  public static String withoutFingerprint(String text) {
    Catalogue bundled = ControlApi.catalogue();
    return text.replace(bundled.fingerprint(), "FINGERPRINT")
        .replace(bundled.fingerprint().substring(0, 12), "FINGERPRINT");
  }

  public static Run allowed(String out) {
    return new Run(0, out, "");
  }

  public static Run denied(String out) {
    return new Run(1, out, "");
  }

  public static Run noAnswer(String err) {
    return new Run(2, "", err);
  }
}
