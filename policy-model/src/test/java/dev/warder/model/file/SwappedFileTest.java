package dev.warder.model.file;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another who may write the folder puts a file of theirs in the place of one that is made. */
class SwappedFileTest {
  private static final byte[] SECRET = "secret\n".getBytes(UTF_8);

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Path file;
  private Path loot;

  @BeforeEach
  void make() throws IOException {
    file = folder.resolve("file");
    loot = Files.writeString(elsewhere.resolve("loot"), "");
    Files.setPosixFilePermissions(loot, PosixFilePermissions.fromString("rw-------"));
  }

  /** Between the making of a file and its opening by name, the name may get another file. */
  @Test
  void file_isMadeAndOpenedInOneStep() {
    noClasses()
        .should()
        .callMethodWhere(
            Predicates.target(HasName.Predicates.nameMatching("createTempFile|createFile")))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.warder.model.file"));
  }

  @Test
  void commit_linkInItsPlace_isRefusedAndItsTargetHasNothing() throws Exception {
    try (PendingFile pending = PendingFile.secret(file, 100)) {
      swap(Files.createSymbolicLink(folder.resolve("link"), loot));
      assertRefused(pending);
    }
    assertThat(loot).isEmptyFile();
    assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void commit_anotherFileInItsPlace_isRefused() throws Exception {
    try (PendingFile pending = PendingFile.secret(file, 100)) {
      swap(Files.write(folder.resolve("other"), SECRET));
      assertRefused(pending);
    }
    assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void commitAsNew_linkInItsPlace_isRefused() throws Exception {
    try (WrittenBeside pending =
        WrittenBeside.open(file, Destination.ofNew(file), FileMode.SECRET)) {
      swap(Files.createSymbolicLink(folder.resolve("link"), loot));
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(() -> pending.commitAsNew(SECRET));
    }
    assertThat(loot).isEmptyFile();
    assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  /** Who runs this may change modes that the other may not. */
  @Test
  void commit_linkInItsPlace_itsTargetKeepsItsMode() throws Exception {
    Files.write(file, SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    try (PendingFile pending = PendingFile.of(file)) {
      swap(Files.createSymbolicLink(folder.resolve("link"), loot));
      assertRefused(pending);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(loot)))
        .isEqualTo("rw-------");
    assertThat(file).isRegularFile().hasBinaryContent(SECRET);
  }

  @Test
  void mode_ofLink_isGivenToNobody() throws Exception {
    Files.write(file, SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    FileMode mode = FileMode.of(file);
    Path link = Files.createSymbolicLink(folder.resolve("link"), loot);
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> mode.applyTo(link));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> FileMode.of(link));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(loot)))
        .isEqualTo("rw-------");
  }

  /** A pipe was replaced by a link after it was looked at. */
  @Test
  void writtenThrough_link_isNotFollowed() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), loot);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> WrittenThrough.open(link).close());
  }

  private void assertRefused(PendingFile pending) {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> pending.commit(SECRET))
        .withMessage(
            file
                + ": another program put something in the place of the new file;"
                + " name a file in a folder that you alone may write");
  }

  private void swap(Path by) throws IOException {
    String made =
        Arrays.stream(requireNonNull(folder.toFile().list()))
            .filter(name -> name.startsWith(".warder-"))
            .findFirst()
            .orElseThrow();
    Files.move(by, folder.resolve(made), StandardCopyOption.ATOMIC_MOVE);
  }
}
