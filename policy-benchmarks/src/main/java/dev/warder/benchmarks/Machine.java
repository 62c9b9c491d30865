package dev.warder.benchmarks;

import static java.util.Objects.requireNonNullElse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is measured, and the machine and the Java that measure. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /**
   * Returns Java's name and build, the commit, how many processors there are and, on Linux, of what
   * model.
   */
  static String told() throws IOException {
    return "%s (build %s); commit %s; %d processors%s"
        .formatted(
            System.getProperty("java.runtime.name"),
            System.getProperty("java.runtime.version"),
            commit(),
            Runtime.getRuntime().availableProcessors(),
            model());
  }

  private static String commit() throws IOException {
    Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
    try (BufferedReader line = git.inputReader()) {
      return requireNonNullElse(line.readLine(), "unknown");
    }
  }

  private static String model() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
          .orElse("");
    }
  }
}
