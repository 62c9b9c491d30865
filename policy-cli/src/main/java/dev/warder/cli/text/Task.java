package dev.warder.cli.text;

import java.io.IOException;
import picocli.CommandLine.Command;

/** What one command of the program does, once picocli has filled in its options. */
@Command(sortOptions = false, parameterListHeading = "%n")
public abstract class Task {
  /** The exit code for yes, or done. Of a question about a token, an allow alone ends with 0. */
  public static final int ALLOWED = 0;

  /** The exit code for no. */
  public static final int DENIED = 1;

  /** The exit code for wrong usage, a file that cannot be read or written, or an error in here. */
  public static final int NO_ANSWER = 2;


  /** Does it, and returns the exit code. */
  public abstract int run(Console console) throws NoAnswer, IOException;
}
