package dev.warder.cli;

import java.io.IOException;

/** What one command of the program does, once picocli has filled in its options. */
interface Task {

  /** Does it, and returns the exit code. */
  int run() throws NoAnswer, IOException;
}
