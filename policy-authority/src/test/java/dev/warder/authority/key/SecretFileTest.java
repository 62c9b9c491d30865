package dev.warder.authority.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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
}
