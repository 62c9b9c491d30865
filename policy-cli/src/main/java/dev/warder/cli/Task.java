package dev.warder.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** What one command of the program does, once picocli has filled in its options. */
@Command(sortOptions = false, parameterListHeading = "%n")
abstract class Task {

  /** Does it, and returns the exit code. */
  abstract int run(Console console) throws NoAnswer, IOException;
}
