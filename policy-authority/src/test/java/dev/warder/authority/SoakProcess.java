package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A program of the soak test, which answers each line with a line, and is started anew at will. */
final class SoakProcess implements AutoCloseable {
  private final Class<?> program;
  private final String[] arguments;
  private @Nullable Process process;
  private @Nullable PrintWriter to;
  private @Nullable BufferedReader from;

  SoakProcess(Class<?> program, String... arguments) {
    this.program = program;
    this.arguments = arguments.clone();
  }

  /** Ends it by {@code kill -9}, if it runs, and starts it; returns whether it is ready to work. */
  synchronized boolean restart() throws IOException {
    close();
    String[] command = new String[6 + arguments.length];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    command[1] = "-XX:TieredStopAtLevel=1";
    command[2] = "-XX:+UseSerialGC";
    command[3] = "-cp";
    command[4] =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command[5] = program.getName();
    System.arraycopy(arguments, 0, command, 6, arguments.length);
    Process started =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process = started;
    to = new PrintWriter(started.outputWriter(UTF_8), true);
    from = new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8));
    return Worker.READY.equals(from.readLine());
  }

  /** Returns the answer to a line; nothing when the process has ended. */
  Optional<String> ask(String line) throws IOException {
    PrintWriter writer;
    BufferedReader reader;
    synchronized (this) {
      if (to == null || from == null) {
        return Optional.empty();
      }
      writer = to;
      reader = from;
    }
    writer.println(line);
    return Optional.ofNullable(reader.readLine());
  }

  /** Sends it a signal, such as {@code STOP} or {@code CONT}. */
  void signal(String name) throws Exception {
    Process running;
    synchronized (this) {
      running = process;
    }
    if (running != null && running.isAlive()) {
      new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start().waitFor();
    }
  }

  /** Kills it. A thread that waits for an answer gets none. */
  void kill() {
    Process running;
    synchronized (this) {
      running = process;
    }
    if (running != null) {
      running.toHandle().destroyForcibly();
    }
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
      process = null;
      to = null;
      from = null;
    }
  }
}
