package dev.warder.gate.revocation;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One holder of all threads and processes, whatever is opened and closed meanwhile. A lock that is
 * never released would hold these tests up for ever, so their threads are given up after a while.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExclusiveFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("x.lock");
  }

  /** Another process, which tells whether it could lock a file. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws IOException {
      System.out.println(ExclusiveFile.tryLock(Path.of(arguments[0])).isPresent());
    }

    static boolean canLock(Path file) throws Exception {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line = answer.readLine();
        assertThat(process.waitFor()).isZero();
        assertThat(line).isIn("true", "false");
        return line.equals("true");
      }
    }
  }

  @Test
  void tryLock_heldInThisProcess_refusedAndStillHeldAgainstOthers() throws Exception {
    try (ExclusiveFile held = ExclusiveFile.tryLock(file).orElseThrow()) {
      assertThat(ExclusiveFile.tryLock(file)).isEmpty();
      assertThat(ExclusiveFile.tryLock(file)).isEmpty();
      assertThat(OtherProcess.canLock(file)).isFalse();
      held.check();
    }
    assertThat(OtherProcess.canLock(file)).isTrue();
  }

  @Test
  void tryLock_otherNamesOfTheFile_refused() throws Exception {
    try (ExclusiveFile held = ExclusiveFile.tryLock(file).orElseThrow()) {
      Path link = Files.createSymbolicLink(folder.resolve("link"), file);
      Path second = Files.createLink(folder.resolve("second"), file);
      assertThat(ExclusiveFile.tryLock(link)).isEmpty();
      assertThat(ExclusiveFile.tryLock(second)).isEmpty();
      assertThat(OtherProcess.canLock(second)).isFalse();
      held.check();
    }
  }

  /** Two class loaders have two registers, and one table of locks. */
  @Test
  void tryLock_heldByAnotherCopyOfTheClass_refusedAndStillHeldAgainstOthers() throws Exception {
    try (java.nio.channels.FileChannel other =
        java.nio.channels.FileChannel.open(
            Files.createFile(file), java.nio.file.StandardOpenOption.WRITE)) {
      assertThat(other.lock().isValid()).isTrue();
      assertThat(ExclusiveFile.tryLock(file)).isEmpty();
      assertThat(ExclusiveFile.tryLock(file)).isEmpty();
      assertThat(OtherProcess.canLock(file)).isFalse();
    }
    try (ExclusiveFile held = ExclusiveFile.tryLock(file).orElseThrow()) {
      held.check();
    }
  }

  @Test
  void check_lockFileGoneOrReplaced_fails() throws Exception {
    try (ExclusiveFile held = ExclusiveFile.tryLock(file).orElseThrow()) {
      Files.move(file, folder.resolve("away"));
      assertThatIOException()
          .isThrownBy(held::check)
          .withMessage(file + ": this lock file is gone, so another could lock it too");
      Files.createFile(file);
      assertThatIOException()
          .isThrownBy(held::check)
          .withMessage(file + ": this lock file was replaced, so another could lock it too");
      Files.move(folder.resolve("away"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      held.check();
    }
  }

  @Test
  void lock_heldByAnotherThread_waitsForIt() throws Exception {
    List<String> order = new ArrayList<>();
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread first =
        new Thread(
            () -> {
              try (ExclusiveFile held = ExclusiveFile.lock(file)) {
                held.check();
                isHeld.countDown();
                mayEnd.await();
                order.add("first");
              } catch (IOException | InterruptedException e) {
                order.add(e.toString());
              }
            });
    first.start();
    isHeld.await();
    mayEnd.countDown();
    try (ExclusiveFile held = ExclusiveFile.lock(file)) {
      held.check();
      order.add("second");
    }
    first.join();
    assertThat(order).containsExactly("first", "second");
  }

  @Test
  void tryLock_folderThatIsNotThere_fails() {
    assertThatIOException()
        .isThrownBy(() -> ExclusiveFile.tryLock(folder.resolve("none").resolve("x")));
  }

  @Test
  void lock_twiceOnOneThread_refusedAndStillHeld() throws Exception {
    try (ExclusiveFile held = ExclusiveFile.lock(file)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> ExclusiveFile.lock(file))
          .withMessage(file + ": this thread holds it already");
      assertThat(ExclusiveFile.tryLock(file)).isEmpty();
      held.check();
    }
    assertThat(OtherProcess.canLock(file)).isTrue();
  }

  /** What was opened in the place of a file that was replaced is not taken for that file. */
  @Test
  void lock_replacedByALockedFileWhileItWaited_failsAndTheFirstIsLockedLaterOn() throws Exception {
    Path away = folder.resolve("away");
    CompletableFuture<String> outcome = new CompletableFuture<>();
    Thread waiting = new Thread(() -> outcome.complete(outcomeOfLock()));
    Path other = Files.createFile(folder.resolve("other"));
    try (FileChannel copy = FileChannel.open(other, WRITE)) {
      assertThat(copy.lock().isValid()).isTrue();
      try (ExclusiveFile held = ExclusiveFile.lock(file)) {
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
        Files.move(file, away);
        Files.move(other, file);
        assertThatIOException().isThrownBy(held::check);
      }
      assertThat(outcome.get()).isEqualTo(file + ": this lock file was replaced just now");
      assertThat(OtherProcess.canLock(file)).isFalse();
    }
    Files.move(away, file, REPLACE_EXISTING);
    try (ExclusiveFile held = ExclusiveFile.tryLock(file).orElseThrow()) {
      held.check();
      assertThat(OtherProcess.canLock(file)).isFalse();
    }
  }

  private String outcomeOfLock() {
    try (ExclusiveFile held = ExclusiveFile.lock(file)) {
      held.check();
      return "locked";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
