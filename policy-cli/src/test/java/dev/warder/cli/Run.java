package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the program in this process: what it printed, and its exit code. */
record Run(int exitCode, String out, String err) {

  static Run warder(String... args) {
    return in(Terminal.NONE, "", args);
  }

  /** A run whose output a person reads, in a terminal of so many columns. */
  static Run inTerminal(int columns, String... args) {
    return in(new Terminal(columns, true, false), "", args);
  }

  /** The same with NO_COLOR. */
  static Run plainTerminal(int columns, String... args) {
    return in(new Terminal(columns, false, false), "", args);
  }

  /** A run whose standard error is a terminal. */
  static Run showingErrors(String... args) {
    return in(new Terminal(0, false, true), "", args);
  }

  /** A run that reads a text from standard input. */
  static Run reading(String in, String... args) {
    return in(Terminal.NONE, in, args);
  }

  /** A run that prints where the test says. */
  static int printing(PrintWriter out, PrintWriter err, String... args) {
    return new Program(new Console(InputStream.nullInputStream(), out, err, Terminal.NONE))
        .run(args);
  }

  private static Run in(Terminal terminal, String in, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            terminal);
    int exitCode = new Program(console).run(args);
    return new Run(exitCode, withoutFingerprint(out), withoutFingerprint(err));
  }

  /** The catalogue may be completed without a change to what these tests are about. */
  private static String withoutFingerprint(StringWriter text) {
    Catalogue bundled = ControlApi.catalogue();
    return text.toString()
        .replace(bundled.fingerprint(), "FINGERPRINT")
        .replace(bundled.fingerprint().substring(0, 12), "FINGERPRINT");
  }

  static Run allowed(String out) {
    return new Run(0, out, "");
  }

  static Run denied(String out) {
    return new Run(1, out, "");
  }

  static Run noAnswer(String err) {
    return new Run(2, "", err);
  }
}
