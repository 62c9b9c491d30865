package dev.warder.model.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurableFileTest {
  private static final byte[] OLD = "old and longer\n".getBytes(UTF_8);
  private static final byte[] NEW = "new\n".getBytes(UTF_8);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("file");
  }

  @Test
  void replace_new_hasTheContentAndTheModeOfAnyNewFile() throws Exception {
    DurableFile.replace(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(mode(file)).isEqualTo(mode(Files.createFile(folder.resolve("another"))));
  }

  @Test
  void replace_existing_isAnotherFileWithTheNewContent() throws Exception {
    Files.write(file, OLD);
    Path oldName = Files.createLink(folder.resolve("hard"), file);
    DurableFile.replace(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(oldName).hasBinaryContent(OLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-rw-", "rwxr-xr-x"})
  void replace_existing_keepsItsMode(String mode) throws Exception {
    Files.write(file, OLD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    DurableFile.replace(file, NEW);
    assertThat(mode(file)).isEqualTo(mode);
  }

  /** The owner differs where this user may give files away. */
  @Test
  void replace_existing_keepsOwnerAndGroup() throws Exception {
    Files.write(file, OLD);
    for (String attribute : List.of("unix:uid", "unix:gid")) {
      try {
        Files.setAttribute(file, attribute, 12_345);
      } catch (FileSystemException e) {
        assertThat(Files.getAttribute(file, attribute)).isNotEqualTo(0);
      }
    }
    Object owner = Files.getAttribute(file, "unix:uid");
    Object group = Files.getAttribute(file, "unix:gid");
    DurableFile.replace(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(owner);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(group);
  }

  @ParameterizedTest
  @CsvSource({
    "rw-rw----, rw-------",
    "rw-rw-r--, rw-r--r--",
    "rwxrwxrwx, rwxrwxrwx",
    "rw----r--, rw----r--",
  })
  void groupThatIsNotKept_hasNoMoreThanOthers(String before, String after) {
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(before);
    FileMode.keepGroupToOthers(permissions);
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo(after);
  }

  @Test
  void replace_link_staysAndItsTargetIsReplaced() throws Exception {
    Path target = Files.createDirectory(folder.resolve("of")).resolve("target");
    Files.write(target, OLD);
    Path middle = Files.createSymbolicLink(target.resolveSibling("middle"), Path.of("target"));
    Files.createSymbolicLink(file, middle);
    DurableFile.replace(file, NEW);
    assertThat(file).isSymbolicLink();
    assertThat(middle).isSymbolicLink();
    assertThat(target).isRegularFile().hasBinaryContent(NEW);
    assertThat(names(target.getParent())).containsExactly("middle", "target");
  }

  @Test
  void replace_linkToNothing_staysAndItsTargetIsMade() throws Exception {
    Files.createSymbolicLink(file, Path.of("target"));
    DurableFile.replace(file, NEW);
    assertThat(file).isSymbolicLink();
    assertThat(folder.resolve("target")).isRegularFile().hasBinaryContent(NEW);
  }

  @Test
  void replace_circleOfLinks_isRefused() throws Exception {
    Files.createSymbolicLink(file, Path.of("other"));
    Files.createSymbolicLink(folder.resolve("other"), Path.of("file"));
    assertThatExceptionOfType(FileSystemLoopException.class)
        .isThrownBy(() -> DurableFile.replace(file, NEW));
  }

  @Test
  void replace_pipe_isWrittenThrough() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    Path read = folder.resolve("read");
    Process reader =
        new ProcessBuilder("cat", file.toString()).redirectOutput(read.toFile()).start();
    DurableFile.replace(file, NEW);
    assertThat(reader.waitFor()).isZero();
    assertThat(read).hasBinaryContent(NEW);
    assertThat(Files.isRegularFile(file)).isFalse();
  }

  @Test
  void replace_folder_isRefused() {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> DurableFile.replace(folder, NEW))
        .withMessage(folder + ": it is a folder");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> DurableFile.replace(Path.of("/"), NEW))
        .withMessage("/: it is a folder");
  }

  @Test
  void replace_noSuchFolder_isRefused() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> DurableFile.replace(folder.resolve("no/file"), NEW));
  }

  @Test
  void replace_moved_nothingIsLeftBeside() throws Exception {
    DurableFile.replace(file, OLD);
    DurableFile.replace(file, NEW);
    assertThat(names(folder)).containsExactly("file");
  }

  @Test
  void createSecret_new_isTheOwnersAlone() throws Exception {
    DurableFile.createSecret(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(names(folder)).containsExactly("file");
  }

  @Test
  void createSecret_thereIsOne_isRefusedAndLeft() throws Exception {
    Files.write(file, OLD);
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> DurableFile.createSecret(file, NEW))
        .withMessage(file.toString());
    assertThat(file).hasBinaryContent(OLD);
    assertThat(names(folder)).containsExactly("file");
  }

  /** Who plants a link must not choose where a secret goes. */
  @Test
  void createSecret_linkToNothing_isRefused() throws Exception {
    Files.createSymbolicLink(file, Path.of("target"));
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> DurableFile.createSecret(file, NEW));
    assertThat(names(folder)).containsExactly("file");
  }

  @Test
  void createSecret_manyAtOnce_oneSucceedsAndItsContentIsThere() throws Exception {
    int makers = 8;
    CyclicBarrier together = new CyclicBarrier(makers);
    ExecutorService threads = Executors.newFixedThreadPool(makers);
    List<Callable<Boolean>> tasks =
        IntStream.range(0, makers).mapToObj(i -> maker(i, together)).toList();
    int made = 0;
    for (Future<Boolean> one : threads.invokeAll(tasks)) {
      made += one.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(made).isEqualTo(1);
    assertThat(Files.readString(file)).matches("secret of [0-7]");
    assertThat(names(folder)).containsExactly("file");
  }

  private Callable<Boolean> maker(int number, CyclicBarrier together) {
    return () -> {
      together.await();
      try {
        DurableFile.createSecret(file, ("secret of " + number).getBytes(UTF_8));
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    };
  }

  @Test
  void pendingSecret_committed_replacesAFileOpenToOthers() throws Exception {
    Files.write(file, OLD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    try (PendingFile pending = PendingFile.secret(file, 100)) {
      assertThat(file).hasBinaryContent(OLD);
      pending.commit(NEW);
    }
    assertThat(file).hasBinaryContent(NEW);
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void pendingSecret_begun_hasRoomAndIsTheOwnersAlone() throws Exception {
    PendingFile pending = PendingFile.secret(file, 100);
    assertThat(file).doesNotExist();
    Path beside = folder.resolve(names(folder).get(0));
    assertThat(Files.size(beside)).isEqualTo(100);
    assertThat(mode(beside)).isEqualTo("rw-------");
    pending.close();
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void failureBeside_namesTheFileAndSaysWhatToDo() {
    Path beside = folder.resolve(".warder-1.tmp");
    assertThat(WrittenBeside.named(new AccessDeniedException(beside.toString()), file))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage(
            file
                + ": this program may not read and write its folder, and replaces a file whole or"
                + " not at all; name a file in another folder");
    assertThat(
            WrittenBeside.named(
                new FileSystemException(beside.toString(), null, "Read-only file system"), file))
        .hasMessage(file + ": Read-only file system");
  }

  /** Were these replaced, the machine would be without them. */
  @ParameterizedTest
  @ValueSource(strings = {"/dev/null", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
  void destination_deviceOrOpenFile_isWrittenThrough(String path) throws Exception {
    assertThat(Destination.of(Path.of(path)).isWrittenThrough()).isTrue();
  }

  @Test
  void destination_linkToAnOpenFile_isWrittenThrough() throws Exception {
    Files.createSymbolicLink(file, Path.of("/dev/stdout"));
    assertThat(Destination.of(file).isWrittenThrough()).isTrue();
  }

  /** Another process, or this one, writes such a file from where it stands: both would mix. */
  @Test
  void destination_openRegularFile_refusedAndLeft() throws Exception {
    Files.write(file, OLD);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      assertThat(channel.size()).isEqualTo(OLD.length);
      Path open = openPathOf(file);
      String message =
          open + ": it is a file that a program has open; write the name of the file itself";
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(() -> DurableFile.replace(open, NEW))
          .withMessage(message);
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(() -> PendingFile.secret(open, 100).close())
          .withMessage(message);
    }
    assertThat(file).hasBinaryContent(OLD);
  }

  private static Path openPathOf(Path file) throws Exception {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path path : open) {
        if (Files.exists(path) && Files.isSameFile(path, file)) {
          return path;
        }
      }
    }
    throw new AssertionError("not open: " + file);
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) throws Exception {
    try (var all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
