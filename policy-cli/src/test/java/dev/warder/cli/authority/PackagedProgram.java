package dev.warder.cli.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged jar on one store. Each run is a process of its own. */
final class PackagedProgram {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shortens the start of a JVM. */
  private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** A token that was created. */
  record Token(String id, String value) {}

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * Makes one.
   *
   * @param folder where the output of its runs is kept
   */
  PackagedProgram(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Returns the program in the name of {@code ada}, on a store in a file. */
  static PackagedProgram onFile(Path folder, Path store) {
    return new PackagedProgram(
        folder, Map.of("WARDER_USER", "ada", "WARDER_STORE", store.toString()));
  }

  /** Starts a run that is not waited for. */
  Process start(Path out, Path err, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(QUICK);
    command.addAll(List.of("-jar", System.getProperty("warder.jar")));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Makes an empty file for the output of a run. */
  Path newFile(String suffix) throws Exception {
    return Files.createTempFile(folder, "run", suffix);
  }

  Run run(String... args) throws Exception {
    Path out = newFile(".out");
    Path err = newFile(".err");
    Process process = start(out, err, args);
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /** Makes the store, with account {@code A}. */
  void makeStore() throws Exception {
    assertSucceeds(run("account", "add", "A"));
  }

  /** Creates a token that may change apps of account {@code A}. */
  Token createToken() throws Exception {
    Run run = run("token", "create", "n", "--capability=write:app", "--algorithm=ES256", "--json");
    assertSucceeds(run);
    JsonNode created = JSON.readTree(run.out());
    return new Token(created.at("/token/id").asText(), created.at("/value").asText());
  }

  /** Tries to revoke a token, and returns when the command has ended. */
  Run tryToRevoke(Token token) throws Exception {
    return run("token", "revoke", token.id());
  }

  void revoke(Token token) throws Exception {
    assertSucceeds(tryToRevoke(token));
  }

  private static void assertSucceeds(Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
  }
}
