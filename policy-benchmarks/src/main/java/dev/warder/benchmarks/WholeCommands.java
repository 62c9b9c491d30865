package dev.warder.benchmarks;

import dev.warder.benchmarks.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long do whole commands take, by the wall clock, the JVM's start included? Run at the root of
 * the project, whose commands are built before. Processes run one after another, on one processor
 * where there is {@code taskset}. The lines, of 140 bytes each, stand beside the benchmarks' jar
 * meanwhile.
 *
 * <pre>
 * java -cp policy-benchmarks/target/benchmarks.jar dev.warder.benchmarks.WholeCommands 1000000
 * </pre>
 */
public final class WholeCommands {
  private static final Path BUILT = Path.of("policy-benchmarks", "target");
  private static final int CHECKED = 1_000;
  private static final int STARTS = 20;
  private static final int BATCHES = 3;
  private static final String QUESTION = " check --capabilities read:app GET /v1/me";

  private final PinnedCommands commands;

  private WholeCommands(PinnedCommands commands) {
    this.commands = commands;
  }

  /**
   * Measures and prints, or writes into a page.
   *
   * @param arguments the number of lines, and the page, if any
   * @throws Exception when a command fails or answers otherwise than it is to
   */
  public static void main(String... arguments) throws Exception {
    boolean isUsage =
        (arguments.length == 1 || arguments.length == 2) && arguments[0].matches("[1-9][0-9]{0,8}");
    if (!isUsage || !Files.isDirectory(BUILT)) {
      System.err.println("usage, at the project's root: WholeCommands LINES [PAGE]");
      System.exit(2);
    }
    String page = arguments.length == 2 ? Files.readString(Path.of(arguments[1])) : "";
    WholeCommands whole = new WholeCommands(PinnedCommands.find());
    String tables = whole.starts() + "\n" + whole.batch(Integer.parseInt(arguments[0]));
    if (page.isEmpty()) {
      System.out.print(tables);
    } else {
      Files.writeString(Path.of(arguments[1]), Page.replace(page, "commands", tables));
    }
  }

  /** A folder holds the bare program: to open a jar as large as ours takes a third of a start. */
  private String starts() throws Exception {
    StringBuilder table =
        new StringBuilder("| started | milliseconds: median (quartiles) |\n|---|---|\n");
    for (String command :
        List.of(
            "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp policy-benchmarks/target/classes "
                + BareStart.class.getName(),
            "./warder --version",
            "./warder" + QUESTION,
            "java -jar policy-cli/target/warder.jar" + QUESTION)) {
      commands.millis(command);
      table.append("| `%s` | %s |%n".formatted(command, times(STARTS, command)));
    }
    return table
        + told(
            "%d runs of each, after one that does not count".formatted(STARTS),
            "The first is a program that does nothing; the last goes without the archive of classes"
                + " and the options that `./warder` has.");
  }

  private String batch(int lines) throws Exception {
    Path few = BUILT.resolve("few.jsonl");
    Path file = BUILT.resolve("lines.jsonl");
    try {
      check(few);
      BatchLines.write(file, lines);
      StringBuilder table =
          new StringBuilder(
              "| started | seconds: median (quartiles) | lines a second |\n|---|---|---|\n");
      for (String command :
          List.of(
              "./warder check --batch FILE",
              "java -XX:+UseSerialGC -cp policy-benchmarks/target/benchmarks.jar "
                  + CopyLines.class.getName()
                  + " FILE")) {
        Spread times = times(BATCHES, command.replace("FILE", file.toString()));
        table.append(
            String.format(
                Locale.ROOT,
                "| `%s` | %s | %,.0f |%n",
                command,
                times.inSeconds(),
                lines / (times.median() / 1_000)));
      }
      return table
          + told(
              "%d runs of each".formatted(BATCHES),
              String.format(
                  Locale.ROOT,
                  "`FILE` has %,d lines, %.1f MB. The second parses each by Jackson and writes it"
                      + " again.",
                  lines,
                  Files.size(file) / 1e6));
    } finally {
      Files.deleteIfExists(few);
      Files.deleteIfExists(file);
    }
  }

  private Spread times(int runs, String command) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      millis.add(commands.millis(command));
    }
    return Spread.of(millis);
  }

  private String told(String runs, String note) throws IOException {
    String measured =
        "Measured by `%s`: %s, %s; %s."
            .formatted(WholeCommands.class.getSimpleName(), runs, commands.told(), Machine.told());
    return "\n" + Page.wrap(measured + " " + note) + "\n";
  }

  /** Counts the answers of the first lines, since those of all are thrown away. */
  private void check(Path few) throws IOException, InterruptedException {
    int expected = BatchLines.write(few, CHECKED);
    Process process = commands.builder("./warder check --batch " + few).start();
    long allowed;
    try (Stream<String> answers = process.inputReader().lines()) {
      allowed = answers.filter(answer -> answer.contains("\"reason\":\"allowed\"")).count();
    }
    if (process.waitFor() != 0 || allowed != expected) {
      throw new IllegalStateException(allowed + " allowed, and " + expected + " expected");
    }
  }
}
