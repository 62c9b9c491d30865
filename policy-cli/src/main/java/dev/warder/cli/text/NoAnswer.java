package dev.warder.cli.text;

import java.util.List;

/** A question cannot be answered, for the reasons given: the program ends with exit code 2. */
public final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  private static final String PROGRAM = "warder: ";

  private final transient List<String> lines;
  private final boolean isUsage;

  private NoAnswer(List<String> lines, boolean isUsage) {
    super(String.join("\n", lines), null, false, false);
    this.lines = lines.stream().map(Shown::whole).toList();
    this.isUsage = isUsage;
  }

  /** Something is wrong with the command line; the message ends with where to read of it. */
  public static NoAnswer usage(String message) {
    return new NoAnswer(List.of(PROGRAM + message), true);
  }

  /** The command line is well-formed, but what it names is not there or does not suffice. */
  public static NoAnswer because(String message) {
    return new NoAnswer(List.of(PROGRAM + message), false);
  }

  /** As above, in several lines. */
  public static NoAnswer because(List<String> lines) {
    return new NoAnswer(lines, false);
  }

  /** Returns the lines to print, in which nothing moves a cursor. */
  public List<String> lines() {
    return lines;
  }

  /** Returns the lines as one text, without the program's name. */
  public String message() {
    String text = String.join(" ", lines.stream().map(String::strip).toList());
    return text.startsWith(PROGRAM) ? text.substring(PROGRAM.length()) : text;
  }

  /** Returns whether the command line is wrong. */
  public boolean isUsage() {
    return isUsage;
  }
}
