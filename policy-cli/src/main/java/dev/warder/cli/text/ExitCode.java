package dev.warder.cli.text;

/**
 * What the process ends with. Of a question about a token, nothing but an allow ends with 0; what a
 * command has of its own, its help says.
 */
public final class ExitCode {
  /** Yes, or done. */
  public static final int ALLOWED = 0;

  /** No. */
  public static final int DENIED = 1;

  /** No answer: wrong usage, something that cannot be read or written, or an error in here. */
  public static final int NO_ANSWER = 2;

  private ExitCode() {}
}
