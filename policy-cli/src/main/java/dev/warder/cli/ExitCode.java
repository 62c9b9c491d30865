package dev.warder.cli;

/** What the process ends with. Nothing but an allow, or help asked for alone, ends with 0. */
final class ExitCode {
  static final int ALLOWED = 0;
  static final int DENIED = 1;

  /** No answer: wrong usage, something that cannot be read or written, or an error in here. */
  static final int NO_ANSWER = 2;

  private ExitCode() {}
}
