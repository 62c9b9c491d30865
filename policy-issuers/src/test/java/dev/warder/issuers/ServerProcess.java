package dev.warder.issuers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own. Its output is in {@code target/NAME.log}. */
final class ServerProcess implements AutoCloseable {
  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts one, and returns once an address answers.
   *
   * @param environment what its environment has besides ours
   */
  static ServerProcess start(
      String name,
      Path folder,
      Map<String, String> environment,
      List<String> command,
      String readyAddress)
      throws Exception {
    File log = Path.of("target", name + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().putAll(environment);
    ServerProcess server = new ServerProcess(builder.start());
    try {
      server.awaitReady(readyAddress);
    } catch (Exception | AssertionError e) {
      server.close();
      throw new AssertionError(name + " did not start:\n" + Files.readString(log.toPath()), e);
    }
    return server;
  }

  private void awaitReady(String address) throws Exception {
    Http http = new Http();
    Waiting.until(
        "an answer of " + address,
        () -> {
          if (!process.isAlive()) {
            fail("it ended with status %s", process.exitValue());
          }
          return http.answers(address);
        });
  }

  /** Writes a line to its standard input. */
  void send(String line) throws IOException {
    process.outputWriter(UTF_8).append(line).append('\n').flush();
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      process.onExit().orTimeout(Waiting.HUNG.toSeconds(), TimeUnit.SECONDS).join();
    } finally {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
