package dev.warder.authority.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("secret");
  }

  @Test
  void make_new_readBackAndTheOwnersAlone() throws Exception {
    byte[] made = SecretFile.make(file, new SecureRandom());
    assertThat(made).hasSize(32);
    assertThat(SecretFile.read(file, "a secret")).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(SecretFile.make(folder.resolve("another"), new SecureRandom())).isNotEqualTo(made);
  }

  @Test
  void make_thereIsOne_refusedAndLeft() throws Exception {
    byte[] made = SecretFile.make(file, new SecureRandom());
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> SecretFile.make(file, new SecureRandom()));
    assertThat(SecretFile.read(file, "a secret")).isEqualTo(made);
  }

  @Test
  void read_noFile_saysWhatItShouldHold() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> SecretFile.read(file, "an audit key"))
        .withMessage(file + ": there is no such file; it should hold an audit key");
  }

  @Test
  void read_openToOthersOrNoSecret_saidByItsName() throws Exception {
    Files.writeString(file, "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> SecretFile.read(file, "an audit key"))
        .withMessageContaining("does not hold an audit key: 32 bytes");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> SecretFile.read(file, "an audit key"))
        .withMessageContaining("holds an audit key and is open to others");
  }

  /** A kill between the two would leave the same: a file that is made, and not yet written. */
  @Test
  void make_nothingCanBeWritten_noFileIsThere() throws Exception {
    assertThat(makeWithoutRoom()).isNotZero();
    assertThat(folder.toFile().list()).isEmpty();
  }

  private int makeWithoutRoom() throws Exception {
    return new ProcessBuilder(
            "sh",
            "-c",
            "ulimit -f 0; exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Maker.class.getName(),
            file.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** A process that makes one file. */
  static final class Maker {
    private Maker() {}

    public static void main(String... args) throws Exception {
      byte[] unused = SecretFile.make(Path.of(args[0]), new SecureRandom());
    }
  }
}
