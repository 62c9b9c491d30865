package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path such as {@code /dev/fd/3} that leads to a file somebody has open, given to be written. */
final class OpenFilePathTest extends WithStore {
  private static final String NOTES =
      """
      catalogue: notes
      format: 1
      version: "1"
      title: Notes
      categories: {}
      capabilities: {}
      operations: {}
      """;

  private static final String REFUSED =
      "it is a file that a program has open; write the name of the file itself\n";

  private Path file;
  private FileChannel channel;
  private String open = "";

  @BeforeEach
  void openFile() throws Exception {
    file = Files.writeString(folder.resolve("open"), NOTES);
    channel = FileChannel.open(file, StandardOpenOption.READ);
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path path : paths) {
        if (Files.exists(path) && Files.isSameFile(path, file)) {
          open = path.toString();
        }
      }
    }
  }

  @AfterEach
  void closeFile() throws Exception {
    channel.close();
  }

  @Test
  void seal_openFile_refusedAndLeft() {
    assertThat(Run.warder("seal", open))
        .isEqualTo(Run.noAnswer("warder: cannot seal `" + open + "`: " + REFUSED));
    assertThat(file).hasContent(NOTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reference --format json -o ",
        "openapi export -o ",
        "test ../spec/vectors/control-api.json --junit "
      })
  void output_openFile_refusedAndLeft(String command) {
    assertThat(Run.line(command + open).err())
        .isEqualTo("warder: cannot write `" + open + "`: " + REFUSED);
    assertThat(file).hasContent(NOTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--value-file", "--header-file"})
  void value_openFile_refusedAndNoTokenIsMade(String option) {
    Run run = run("token", "create", "ci", "-c", "all", option, open);
    assertThat(run).isEqualTo(Run.noAnswer("warder: cannot write `" + open + "`: " + REFUSED));
    assertThat(file).hasContent(NOTES);
    assertThat(run("token", "list", "--json").out()).isEqualTo("{\"format\":1,\"tokens\":[]}\n");
  }

  @Test
  void rotate_valueFileOpen_refusedAndTheOldValueStays() throws Exception {
    Path value = folder.resolve("value");
    String id = create("ci", "-c", "all", "--value-file", value.toString());
    assertThat(run("token", "rotate", id, "--value-file", open, "--gate-bound", "0").exitCode())
        .isEqualTo(2);
    environment.put("T", Files.readString(value, UTF_8));
    assertThat(run("me", "--token-env", "T", "--audience", "control-api").out()).contains("ci");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
  void output_standardOutputByName_isTheProgramsOwn(String name) {
    assertThat(Run.line("reference --format json -o " + name))
        .isEqualTo(Run.line("reference --format json"));
  }
}
