package dev.warder.gate.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.concurrent.Together;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

  /**
   * Another process, which tells of each file whether it could lock it, and keeps the lock of one
   * that it is to hold.
   */
  static final class OtherProcess implements AutoCloseable {
    private static final String HOLD = "hold ";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private OtherProcess() throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      answers = process.inputReader(UTF_8);
      questions = process.outputWriter(UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
      BufferedReader files = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String file = files.readLine(); file != null; file = files.readLine()) {
        boolean isHeld = file.startsWith(HOLD);
        Optional<ExclusiveFile> locked =
            ExclusiveFile.tryLock(Path.of(isHeld ? file.substring(HOLD.length()) : file));
        if (locked.isPresent() && !isHeld) {
          locked.get().close();
        }
        System.out.println(locked.isPresent());
      }
    }

    boolean locks(Path file) throws IOException {
      return answer(file.toString());
    }

    /** It holds the file until it ends. */
    void hold(Path file) throws IOException {
      assertThat(answer(HOLD + file)).isTrue();
    }

    private boolean answer(String question) throws IOException {
      questions.write(question + "\n");
      questions.flush();
      String line = answers.readLine();
      assertThat(line).isIn("true", "false");
      return line.equals("true");
    }

    @Override
    public void close() throws IOException {
      questions.close();
      assertThat(process.onExit().join().exitValue()).isZero();
    }

    static boolean canLock(Path file) throws Exception {
      try (OtherProcess other = new OtherProcess()) {
        return other.locks(file);
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

  /** The file is there again, and nobody holds it. */
  @Test
  void lock_fileCannotBeLookedAtOnceItIsLocked_failsAndCanBeLockedLater() throws Exception {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path away = folder.resolve("away");
    file = inside.resolve("x.lock");
    CompletableFuture<String> outcome = new CompletableFuture<>();
    Thread waiting = new Thread(() -> outcome.complete(outcomeOfLock()));
    try (OtherProcess other = new OtherProcess()) {
      other.hold(file);
      waiting.start();
      while (!isWaitedFor()) {
        Thread.onSpinWait();
      }
      Files.move(inside, away);
    }
    assertThat(outcome.get()).contains(file.toString());
    Files.move(away, inside);
    try (ExclusiveFile held = ExclusiveFile.tryLock(file).orElseThrow()) {
      held.check();
    }
  }

  /** The system lists who waits for a lock, with the file's inode. */
  private boolean isWaitedFor() throws IOException {
    String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
    return Files.readAllLines(Path.of("/proc/locks")).stream()
        .anyMatch(line -> line.contains("->") && line.contains(inode));
  }

  /** Who makes the file must not close it when another thread may have locked it. */
  @Test
  void tryLock_byThreadsThatMakeTheFileAtOnce_theHolderIsHeldAgainstOthers() throws Exception {
    try (Together threads = new Together(4);
        OtherProcess other = new OtherProcess()) {
      for (int i = 0; i < 2_000; i++) {
        Path each = folder.resolve("x-" + i);
        Callable<Optional<ExclusiveFile>> locking = () -> ExclusiveFile.tryLock(each);
        List<ExclusiveFile> held =
            threads.run(locking, locking, locking, locking).stream()
                .flatMap(Optional::stream)
                .toList();
        assertThat(held).hasSize(1);
        assertThat(other.locks(each)).as("round %s", i).isFalse();
        held.get(0).close();
      }
    }
    assertThat(folder.toFile().list()).allMatch(name -> name.startsWith("x-"));
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
