package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A {@link Worker} in a process of its own, and the lines to and from it. */
final class WorkerProcess implements AutoCloseable {
  private final Process process;
  private final PrintWriter to;
  private final BufferedReader from;

  private WorkerProcess(Process process) {
    this.process = process;
    this.to = new PrintWriter(process.outputWriter(UTF_8), true);
    this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static WorkerProcess held(String place, Path mark) throws IOException {
    return start(place, mark, Duration.ZERO, true);
  }

  static WorkerProcess free(String place, Path mark, Duration bound) throws IOException {
    return start(place, mark, bound, false);
  }

  /** Starts one that may not be able to open its store, and then says nothing. */
  static WorkerProcess quiet(String place, Path mark, Duration bound) throws IOException {
    return start(place, mark, bound, false, ProcessBuilder.Redirect.DISCARD);
  }

  private static WorkerProcess start(String place, Path mark, Duration bound, boolean isHeld)
      throws IOException {
    return start(place, mark, bound, isHeld, ProcessBuilder.Redirect.INHERIT);
  }

  private static WorkerProcess start(
      String place, Path mark, Duration bound, boolean isHeld, ProcessBuilder.Redirect errors)
      throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                Worker.class.getName(),
                place,
                mark.toString(),
                bound.toString(),
                Boolean.toString(isHeld))
            .redirectError(errors)
            .start();
    return new WorkerProcess(process);
  }

  /** Waits until it can work. */
  WorkerProcess ready() throws IOException {
    assertThat(read()).isEqualTo(Worker.READY);
    return this;
  }

  /** Waits until it can work, or has ended because it cannot. */
  boolean isReady() throws IOException {
    return Worker.READY.equals(from.readLine());
  }

  void send(Operation operation) {
    to.println(operation.line());
  }

  /** Lets it go on with the step that it said last. */
  void letGo() {
    to.println();
  }

  /** Returns the next line. */
  String read() throws IOException {
    String line = from.readLine();
    assertThat(line).as("a line from the other process").isNotNull();
    return line;
  }

  /** Kills it as {@code kill -9} does, and returns what it had said till then. */
  List<String> kill() {
    // A process that destroys its child by itself, not by its handle, also closes the streams.
    process.toHandle().destroyForcibly();
    List<String> last = from.lines().toList();
    process.onExit().join();
    return last;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
