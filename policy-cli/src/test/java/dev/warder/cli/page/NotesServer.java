package dev.warder.cli.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The program of the tutorial: compiled, and run in a process of its own, on a free port. */
final class NotesServer implements PageServer {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private final Path errors;
  private final Process process;
  private final String firstLine;

  /**
   * Compiles and starts it.
   *
   * @param folder where the reader types {@code mvn}
   */
  NotesServer(Path folder, String mainClass) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("target/classes"));
    compile(folder.resolve("src/main/java/" + mainClass + ".java"), classes);
    errors = folder.resolve("target/errors");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes + System.getProperty("path.separator") + CLASS_PATH,
                mainClass,
                "0")
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    BufferedReader out = process.inputReader(UTF_8);
    String line = out.readLine();
    firstLine = line == null ? "" : line;
  }

  private static void compile(Path source, Path classes) {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                messages,
                messages,
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                CLASS_PATH,
                source.toString());
    assertThat(messages.toString(UTF_8)).isEmpty();
    assertThat(status).isZero();
  }

  @Override
  public String firstLine() {
    return firstLine;
  }

  @Override
  public void end() throws Exception {
    process.destroy();
    process.waitFor();
    assertThat(Files.readString(errors)).isEmpty();
  }
}
