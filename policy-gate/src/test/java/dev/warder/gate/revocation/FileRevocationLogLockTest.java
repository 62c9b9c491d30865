package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.warder.gate.revocation.RevocationLog.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds while another has the log's lock, and when the lock file is taken away. */
class FileRevocationLogLockTest extends WithLogFile {
  private Path lockFile;

  @BeforeEach
  void nameLock() {
    lockFile = folder.resolve("revocations.log.lock");
  }

  /** An entry that an append has acknowledged stays, whatever becomes of the other append. */
  @Test
  void append_lockFileRemovedDuringASlowAppend_noEntryIsLost() throws Exception {
    writeMany(30_000);
    assertThat(log.append(token(30_001))).isEqualTo(30_001);
    CompletableFuture<Long> slow = new CompletableFuture<>();
    Thread appending = new Thread(() -> complete(slow));
    appending.start();
    while (appending.isAlive() && !isLocked()) {
      Thread.onSpinWait();
    }
    Files.delete(lockFile);
    long position = log.append(token(7));
    assertThat(endsWell(slow)).isIn("returned", "failed");
    assertThat(log.read(position, 1).get(0).revocation()).isEqualTo(token(7));
  }

  private void writeMany(int entries) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Entry entry = new Entry(0, token(0), RevocationLog.NO_LINK);
    for (int i = 1; i <= entries; i++) {
      entry = Entry.after(entry.position(), entry.link(), token(i));
      lines.write(LogLine.write(entry));
    }
    write(lines.toString(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** An instance that knows nothing of the log yet reads all of it first. */
  private void complete(CompletableFuture<Long> position) {
    try (FileRevocationLog fresh = FileRevocationLog.open(file)) {
      position.complete(fresh.append(token(0)));
    } catch (IOException e) {
      position.completeExceptionally(e);
    }
  }

  private boolean isLocked() throws IOException {
    var taken = ExclusiveFile.tryLock(lockFile);
    if (taken.isPresent()) {
      taken.get().close();
    }
    return taken.isEmpty();
  }

  private static String endsWell(CompletableFuture<Long> append) throws InterruptedException {
    try {
      append.get();
      return "returned";
    } catch (ExecutionException e) {
      return e.getCause() instanceof IOException ? "failed" : e.toString();
    }
  }

  @Test
  void readAndConfirm_whileAnAppendWaitsForTheLock_doNotWait() throws Exception {
    append(1, 1);
    CompletableFuture<Long> appended = new CompletableFuture<>();
    Thread appending =
        new Thread(
            () -> {
              try {
                appended.complete(log.append(token(2)));
              } catch (IOException e) {
                appended.completeExceptionally(e);
              }
            });
    try (ExclusiveFile held = ExclusiveFile.lock(lockFile)) {
      appending.start();
      while (appending.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertThat(log.read(1, 10)).hasSize(1);
      assertThat(log.confirm(RevocationLog.Progress.NONE)).hasSize(32);
      held.check();
    }
    assertThat(appended.get()).isEqualTo(2);
  }

  @Test
  void open_newLog_modeIsThatOfAnyNewFile() throws Exception {
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("new"))));
    try (var names = Files.list(folder)) {
      assertThat(names.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("new", "revocations.log");
    }
  }

  /** Who writes by either name would have a lock of its own. */
  @Test
  void openReadAndAppend_fileWithTwoNames_refusedUntilItHasOne() throws Exception {
    append(1, 1);
    Path second = Files.createLink(folder.resolve("second.log"), file);
    String why =
        ": this log has 2 names (hard links), and each would have a lock of its own; keep one";
    assertThatIOException()
        .isThrownBy(() -> FileRevocationLog.open(second))
        .withMessageStartingWith(second + why);
    assertThatIOException()
        .isThrownBy(() -> log.append(token(2)))
        .withMessageStartingWith(file + why);
    assertThatIOException().isThrownBy(() -> log.read(1, 10)).withMessageStartingWith(file + why);
    Files.delete(second);
    append(2, 2);
    assertThat(log.read(1, 10)).hasSize(2);
  }

  /** A kill while the log was made left the name under which it was made. */
  @Test
  void open_nameOfMakingIsLeft_removed() throws Exception {
    Path left = Files.createLink(folder.resolve(".warder-0123.log"), file);
    Path another = Files.createFile(folder.resolve(".warder-4567.log"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    FileRevocationLog.open(link).close();
    assertThat(left).doesNotExist();
    assertThat(another).exists();
    append(1, 1);
  }

  @Test
  void openReadAndAppend_folderInItsPlace_refused() throws Exception {
    append(1, 1);
    Files.delete(file);
    Files.createDirectory(file);
    assertNoRegularFile();
  }

  @Test
  void openReadAndAppend_pipeInItsPlace_refusedWithoutWaiting() throws Exception {
    append(1, 1);
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    assertNoRegularFile();
  }

  @Test
  void append_pipeInTheLockFilesPlace_refusedWithoutWaiting() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", lockFile.toString()).start().waitFor()).isZero();
    assertThatIOException()
        .isThrownBy(() -> log.append(token(1)))
        .withMessage(lockFile + ": a folder, pipe or device is here; put a regular file here");
  }

  private void assertNoRegularFile() {
    String message = file + ": a folder, pipe or device is here; put a regular file here";
    assertThatIOException().isThrownBy(() -> FileRevocationLog.open(file)).withMessage(message);
    assertThatIOException().isThrownBy(() -> log.read(1, 10)).withMessage(message);
    assertThatIOException().isThrownBy(() -> log.append(token(2))).withMessage(message);
  }
}
