package dev.warder.benchmarks;

import com.google.common.base.Stopwatch;
import dev.warder.benchmarks.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long do whole commands take, by the wall clock, the JVM's start included? Run at the root of
 * the project, whose commands are built before. Processes run one after another, on one processor
 * where there is {@code taskset}.
 *
 * <pre>
 * java -cp policy-benchmarks/target/benchmarks.jar dev.warder.benchmarks.WholeCommands 1000000
 * </pre>
 */
public final class WholeCommands {
  private static final int CHECKED = 1_000;
  private static final int STARTS = 20;
  private static final int BATCHES = 3;

  private final Path jar;
  private final List<String> pinned;

  private WholeCommands(Path jar, List<String> pinned) {
    this.jar = jar;
    this.pinned = pinned;
  }

  /**
   * Measures and prints, or writes into a page.
   *
   * @param arguments the number of lines, and the page, if any
   * @throws Exception when a command fails or answers otherwise than it is to
   */
  public static void main(String... arguments) throws Exception {
    int lines = Integer.parseInt(arguments[0]);
    Path jar =
        Path.of(WholeCommands.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    boolean hasTaskset =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
    WholeCommands commands =
        new WholeCommands(jar, hasTaskset ? List.of("taskset", "-c", "1") : List.of());
    String tables = commands.starts() + "\n" + commands.batch(lines);
    if (!hasTaskset) {
      tables += "\nThere was no `taskset`: each had all processors.\n";
    }
    if (arguments.length == 1) {
      System.out.print(tables);
    } else {
      Path page = Path.of(arguments[1]);
      Files.writeString(page, Page.replace(Files.readString(page), "commands", tables));
    }
  }

  private String starts() throws Exception {
    List<String> java = List.of("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp");
    List<String> bare = new ArrayList<>(java);
    bare.addAll(List.of(jar.toString(), BareStart.class.getName()));
    StringBuilder table =
        new StringBuilder("| started | milliseconds: median (quartiles) |\n|---|---|\n");
    row(table, "a bare JVM", bare);
    row(table, "`./warder --version`", List.of("./warder", "--version"));
    row(
        table,
        "`./warder check` of one request",
        List.of("./warder", "check", "--capabilities", "read:app", "GET", "/v1/me"));
    row(
        table,
        "the same by `java -jar`, no archive of classes",
        List.of(
            "java",
            "-jar",
            "policy-cli/target/warder.jar",
            "check",
            "--capabilities",
            "read:app",
            "GET",
            "/v1/me"));
    return table.toString();
  }

  private void row(StringBuilder table, String name, List<String> command) throws Exception {
    millis(command);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      millis.add(millis(command));
    }
    table.append("| ").append(name).append(" | ").append(Spread.of(millis)).append(" |\n");
  }

  private String batch(int lines) throws Exception {
    Path few = Files.createTempFile("warder", ".jsonl");
    Path file = Files.createTempFile("warder", ".jsonl");
    try {
      check(few);
      BatchLines.write(file, lines);
      StringBuilder table =
          new StringBuilder(
              "| %,d lines of %d MB | seconds | lines a second |%n|---|---|---|%n"
                  .formatted(lines, Files.size(file) / 1_000_000));
      rate(table, "`./warder check --batch`", lines, batchOf(file));
      rate(
          table,
          "parsed and written again by Jackson",
          lines,
          List.of(
              "java",
              "-XX:+UseSerialGC",
              "-cp",
              jar.toString(),
              CopyLines.class.getName(),
              file.toString()));
      return table.toString();
    } finally {
      Files.delete(few);
      Files.delete(file);
    }
  }

  private static List<String> batchOf(Path file) {
    return List.of("./warder", "check", "--batch", file.toString());
  }

  private void rate(StringBuilder table, String name, int lines, List<String> command)
      throws Exception {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      millis.add(millis(command));
    }
    double seconds = Spread.of(millis).median() / 1_000;
    table.append(
        String.format(Locale.ROOT, "| %s | %.1f | %,.0f |%n", name, seconds, lines / seconds));
  }

  /** Counts the answers of the first lines, since those of all are thrown away. */
  private void check(Path few) throws Exception {
    int expected = BatchLines.write(few, CHECKED);
    Process process =
        new ProcessBuilder(batchOf(few)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long allowed;
    try (Stream<String> answers = process.inputReader().lines()) {
      allowed = answers.filter(answer -> answer.contains("\"reason\":\"allowed\"")).count();
    }
    if (process.waitFor() != 0 || allowed != expected) {
      throw new IllegalStateException(allowed + " allowed, and " + expected + " expected");
    }
  }

  private double millis(List<String> command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(pinned);
    all.addAll(command);
    Stopwatch watch = Stopwatch.createStarted();
    int status =
        new ProcessBuilder(all)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    double millis = watch.elapsed(TimeUnit.MICROSECONDS) / 1_000.0;
    if (status != 0) {
      throw new IllegalStateException("status " + status + ": " + command);
    }
    return millis;
  }
}
