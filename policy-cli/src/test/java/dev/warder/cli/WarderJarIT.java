package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, as a process of its own. */
final class WarderJarIT {
  private static final String JAR = System.getProperty("warder.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path folder;

  private Run run(String locale, List<String> command) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("LC_ALL", locale);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private Run warder(String locale, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA, "-jar", JAR));
    command.addAll(List.of(args));
    return run(locale, command);
  }

  @Test
  void allow_endsWith0() throws Exception {
    Run run =
        warder(
            "C",
            "check",
            "--capabilities",
            "write:app",
            "--account",
            "A",
            "--owner",
            "app/28AB9a=A",
            "PATCH",
            "/v1/apps/28AB9a");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("ALLOWED\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void denial_endsWith1() throws Exception {
    Run run = warder("C", "check", "--capabilities", "", "--json", "--command", "ably apps list");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("{\"format\":1,\"allowed\":false,");
  }

  @Test
  void wrongUsage_endsWith2() throws Exception {
    assertThat(warder("C", "check"))
        .isEqualTo(
            Run.noAnswer(
                """
                warder: nothing to check: give METHOD PATH, --operation ID or --command NAME
                warder: see warder check --help
                """));
  }

  @Test
  void version_isTheManifests() throws Exception {
    assertThat(warder("C", "--version").out())
        .matches("warder \\d+\\.\\d+\\.\\d+\\S*\ncatalogue control-api \\S+ \\([0-9a-f]{12}\\)\n");
  }

  @Test
  void output_isUtf8InEveryLocale() throws Exception {
    assertThat(warder("C", "check", "--capabilities", "x".repeat(100), "GET", "/v1/me").err())
        .contains("x…`");
  }

  @Test
  void textOutsideTheLocale_isRefused() throws Exception {
    String script =
        "exec \"$0\" -jar \"$1\" check --capabilities= --account \"$(printf '\\303\\251')\" GET /v1/me";
    assertThat(run("C", List.of("sh", "-c", script, JAVA, JAR)))
        .isEqualTo(
            Run.noAnswer(
                "warder: argument 4 is not text in the encoding of this locale; type export LC_ALL=C.UTF-8 first\n"));
  }

  @Test
  void closedOutput_isOneLine() throws Exception {
    String script = "exec \"$0\" -jar \"$1\" check --capabilities= GET /v1/me >&-";
    assertThat(run("C", List.of("sh", "-c", script, JAVA, JAR)))
        .isEqualTo(Run.noAnswer("warder: cannot write to standard output\n"));
  }

  /** Otherwise Java 24 and newer warn, at each command, of the native library of SQLite. */
  @Test
  void manifest_allowsNativeLibraries() throws Exception {
    try (JarFile jar = new JarFile(JAR)) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
          .isEqualTo("ALL-UNNAMED");
    }
  }

  /** As Ctrl-C does: the mark of its follower is of no use to anybody after it. */
  @Test
  void sample_ended_leavesNoTemporaryFile() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    String store = folder.resolve("tokens.db").toString();
    assertThat(warder("C", "account", "add", "A", "--store", store, "--as", "ada").exitCode())
        .isZero();
    Process sample =
        new ProcessBuilder(
                JAVA,
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                JAR,
                "sample",
                "--port=0",
                "--algorithm=ES256",
                "--as=ada",
                "--store=" + store)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = sample.inputReader(UTF_8)) {
      assertThat(out.readLine()).startsWith("Listening on ");
      assertThat(temporary.toFile().list()).anyMatch(name -> name.startsWith("warder-sample-"));
      sample.destroy();
      assertThat(sample.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      sample.destroyForcibly();
    }
    assertThat(temporary.toFile().list()).noneMatch(name -> name.startsWith("warder-sample-"));
  }
}
