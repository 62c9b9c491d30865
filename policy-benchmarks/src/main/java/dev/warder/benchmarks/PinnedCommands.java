package dev.warder.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.base.Stopwatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands on one processor, where {@code taskset} can do that, by the Java that runs this
 * program. A command's words are divided by single spaces.
 */
final class PinnedCommands {
  private static final Path HOME = Path.of(System.getProperty("java.home"));

  private final String pin;

  private PinnedCommands(String pin) {
    this.pin = pin;
  }

  /** Returns those of the second processor; of the first where there is no other; else unpinned. */
  static PinnedCommands find() throws InterruptedException {
    for (String pin : List.of("taskset -c 1 ", "taskset -c 0 ")) {
      try {
        PinnedCommands pinned = new PinnedCommands(pin);
        pinned.millis("true");
        return pinned;
      } catch (IOException e) {
        // There is no taskset, or no such processor: the next is tried.
      }
    }
    return new PinnedCommands("");
  }

  /** Returns what stands before each command, or that nothing does. */
  String told() {
    return pin.isEmpty()
        ? "on all processors, since `taskset` pins none here"
        : "each after `" + pin.strip() + "`";
  }

  /** Returns a command that is ready to start; its errors are shown. */
  ProcessBuilder builder(String command) {
    List<String> words = new ArrayList<>(Splitter.on(' ').splitToList(pin + command));
    words.replaceAll(
        word -> word.equals("java") ? HOME.resolve("bin").resolve("java").toString() : word);
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("JAVA_HOME", HOME.toString());
    return builder;
  }

  /**
   * Returns how long a command took from its start to its end; its output is thrown away.
   *
   * @throws IOException when it cannot be started, or its exit status is not 0
   */
  double millis(String command) throws IOException, InterruptedException {
    ProcessBuilder builder = builder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Stopwatch watch = Stopwatch.createStarted();
    int status = builder.start().waitFor();
    double millis = watch.elapsed(TimeUnit.MICROSECONDS) / 1_000.0;
    if (status != 0) {
      throw new IOException("status " + status + ": " + String.join(" ", builder.command()));
    }
    return millis;
  }
}
