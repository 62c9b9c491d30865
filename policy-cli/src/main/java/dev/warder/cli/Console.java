package dev.warder.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * Where the program reads and writes.
 *
 * @param in standard input
 * @param out standard output, for answers
 * @param err standard error, for everything else
 * @param terminal what is known of the terminal behind them
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, Terminal terminal) {

  /** Returns a text in a style, where the terminal has colours. */
  String styled(Style style, String text) {
    return terminal.hasColours() ? style.of(text) : text;
  }
}
