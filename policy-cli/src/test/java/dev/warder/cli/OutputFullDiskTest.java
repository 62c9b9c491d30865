package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing fails in the middle, as on a full disk: in a process whose files may have 4 KiB. */
class OutputFullDiskTest {
  private static final String OLD = "old\n".repeat(5_000);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi import EXPORTED -o FILE",
        "openapi export --output FILE",
        "reference --format html -o FILE",
        "test ../spec/vectors/control-api.json --junit FILE",
      })
  void output_diskFull_oldFileIsWholeAndOneLineSaysWhy(String command) throws Exception {
    Path exported = folder.resolve("exported.json");
    assertThat(Run.warder("openapi", "export", "-o", exported.toString()).exitCode()).isZero();
    Path file =
        Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("file"), OLD);
    String args = command.replace("EXPORTED", exported.toString()).replace("FILE", file.toString());
    String printed = inSmallFiles(args.split(" "));
    assertThat(file).hasContent(OLD);
    assertThat(printed).isEqualTo("2 warder: cannot write `" + file + "`: File too large\n");
    assertThat(file.getParent().toFile().list()).containsExactly("file");
  }

  @Test
  void output_openFile_isAddedToWhatItHas() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "before\n");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" >> " + file, "sh"));
    command.addAll(warder("reference", "--format", "json", "-o", "/dev/stdout"));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    Path other = folder.resolve("other");
    Run.warder("reference", "--format", "json", "-o", other.toString());
    assertThat(Files.readString(file).equals("before\n" + Files.readString(other))).isTrue();
  }

  /** Returns exit code and standard error. */
  private static String inSmallFiles(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"));
    command.addAll(warder(args));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return process.waitFor() + " " + printed;
  }

  private static List<String> warder(String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
    command.addAll(List.of(args));
    return command;
  }
}
