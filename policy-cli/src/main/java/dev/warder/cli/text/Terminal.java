package dev.warder.cli.text;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the terminal that a person looks at. The launcher finds it out and says it in
 * the environment, since Java cannot tell for one stream at a time.
 *
 * @param columns how many characters a line of standard output holds, or 0 where that is no
 *     terminal
 * @param hasColours whether standard output may carry colours
 * @param showsErrors whether standard error is a terminal
 * @param isAsked whether a person can be asked: standard error and standard input are terminals
 */
public record Terminal(int columns, boolean hasColours, boolean showsErrors, boolean isAsked) {
  /** No terminal: a file or another program reads. */
  public static final Terminal NONE = new Terminal(0, false, false, false);

  private static final int FEWEST_COLUMNS = 40;
  private static final int USUAL_COLUMNS = 80;

  /**
   * Returns what the environment says: {@code WARDER_COLUMNS} is set where standard output is a
   * terminal, {@code WARDER_PROGRESS} where standard error is one, {@code WARDER_INPUT} where
   * standard input is one. {@code NO_COLOR} (see no-color.org) or a {@code TERM} that is {@code
   * dumb} turn colours off.
   */
  public static Terminal of(UnaryOperator<@Nullable String> environment) {
    String columns = environment.apply("WARDER_COLUMNS");
    boolean isTerminal = columns != null;
    return new Terminal(
        isTerminal ? columns(columns) : 0,
        isTerminal
            && isEmpty(environment.apply("NO_COLOR"))
            && !"dumb".equals(environment.apply("TERM")),
        !isEmpty(environment.apply("WARDER_PROGRESS")),
        !isEmpty(environment.apply("WARDER_PROGRESS"))
            && !isEmpty(environment.apply("WARDER_INPUT")));
  }

  private static int columns(String text) {
    try {
      return Math.max(FEWEST_COLUMNS, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return USUAL_COLUMNS;
    }
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}
