package dev.warder.cli.text;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the program has of the process it runs in.
 *
 * @param in standard input
 * @param out standard output, for answers
 * @param err standard error, for everything else
 * @param terminal what is known of the terminal behind them
 * @param environment the value of each environment variable, or null
 * @param clock what time it is
 */
public record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Terminal terminal,
    UnaryOperator<@Nullable String> environment,
    InstantSource clock) {

  /** Prints a line of the answer. */
  public void println(Object line) {
    out.println(line.toString());
  }

  /** Prints a message on standard error at once, after the program's name; see {@link Shown}. */
  public void tell(String message) {
    err.println("warder: " + Shown.whole(message));
    err.flush();
  }

  /** Prints a warning on standard error at once: what may be wrong, and what to type. */
  public void warn(String message) {
    tell("warning: " + message);
  }

  /** Returns a text in a style, where the terminal has colours. */
  public String styled(Style style, String text) {
    return terminal.hasColours() ? style.of(text) : text;
  }

  /**
   * Returns a text, {@link Shown}, in lines that fit the terminal with so many characters before
   * each.
   */
  public List<String> lines(String text, int indentation) {
    int columns = terminal.columns();
    return Wrapped.lines(
        Shown.whole(text), columns == 0 ? Integer.MAX_VALUE : columns - indentation);
  }
}
