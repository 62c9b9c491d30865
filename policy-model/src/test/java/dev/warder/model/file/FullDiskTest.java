package dev.warder.model.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing fails in the middle, as on a full disk: in a process whose files may have 4 KiB. */
class FullDiskTest {
  private static final String OLD = "old\n".repeat(100);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("file");
  }

  @Test
  void replace_tooMuch_oldFileIsWholeAndNothingIsLeftBeside() throws Exception {
    Files.writeString(file, OLD);
    assertThat(inSmallFiles("replace", 10_000)).isEqualTo("IOException: File too large\n");
    assertThat(file).hasContent(OLD);
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void replace_fits_isWritten() throws Exception {
    assertThat(inSmallFiles("replace", 4_000)).isEqualTo("done\n");
    assertThat(file).hasSize(4_000);
  }

  @Test
  void createSecret_tooMuch_noFileIsThere() throws Exception {
    assertThat(inSmallFiles("create", 10_000)).isEqualTo("IOException: File too large\n");
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void pendingSecret_noRoom_isNotBegun() throws Exception {
    Files.writeString(file, OLD);
    assertThat(inSmallFiles("begin", 10_000)).isEqualTo("IOException: File too large\n");
    assertThat(file).hasContent(OLD);
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  private String inSmallFiles(String what, int bytes) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 8; exec \"$@\"",
                "sh",
                java,
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Writer.class.getName(),
                what,
                file.toString(),
                Integer.toString(bytes))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed;
  }

  /** The process. */
  static final class Writer {
    private Writer() {}

    public static void main(String... args) {
      Path file = Path.of(args[1]);
      byte[] content = new byte[Integer.parseInt(args[2])];
      Arrays.fill(content, (byte) 'x');
      try {
        write(args[0], file, content);
        System.out.println("done");
      } catch (IOException e) {
        System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }

    private static void write(String what, Path file, byte[] content) throws IOException {
      switch (what) {
        case "replace" -> DurableFile.replace(file, content);
        case "create" -> DurableFile.createSecret(file, content);
        default -> PendingFile.secret(file, content.length).close();
      }
    }
  }
}
