package dev.warder.cli.text;

import java.io.IOException;
import picocli.CommandLine.Command;

/** What one command of the program does, once picocli has filled in its options. */
@Command(sortOptions = false, parameterListHeading = "%n")
public abstract class Task {

  /** Does it, and returns the exit code. */
  public abstract int run(Console console) throws NoAnswer, IOException;
}
