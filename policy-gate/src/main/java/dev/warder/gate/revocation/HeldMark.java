package dev.warder.gate.revocation;

import dev.warder.gate.revocation.RevocationLog.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A follower's mark, while the follower holds its lock: what the log must have, and then how far
 * the follower has come. Not safe for use by many threads.
 */
final class HeldMark implements AutoCloseable {
  private final Path file;
  private final ExclusiveFile lock;

  /** What the file says. */
  private Optional<RevocationHead> written;

  /** What the log must have: what the file says or, where there is none, the pinned head. */
  private Optional<RevocationHead> goal;

  private HeldMark(
      Path file,
      ExclusiveFile lock,
      Optional<RevocationHead> written,
      Optional<RevocationHead> goal) {
    this.file = file;
    this.lock = lock;
    this.written = written;
    this.goal = goal;
  }

  /**
   * Locks a mark and reads it.
   *
   * @param pinned what the log must have where there is no mark
   * @param acceptsAnyLog whether any log will do where there is neither
   * @throws IOException when another follower holds it, it cannot be read, or nothing says what the
   *     log must have
   */
  static HeldMark hold(Path file, Optional<RevocationHead> pinned, boolean acceptsAnyLog)
      throws IOException {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    Optional<ExclusiveFile> lock = ExclusiveFile.tryLock(lockFile);
    if (lock.isEmpty()) {
      throw new IOException(file + ": another follower has this mark; each needs one of its own");
    }
    boolean isHeld = false;
    try {
      Optional<RevocationHead> written = Mark.read(file);
      Optional<RevocationHead> goal = written.or(() -> pinned);
      if (goal.isEmpty() && !acceptsAnyLog) {
        throw new IOException(
            file
                + ": there is no mark, so a log that was rolled back would not be noticed; pin the"
                + " head of the log, or accept any log by acceptAnyLogWhenThereIsNoMark()");
      }
      isHeld = true;
      return new HeldMark(file, lock.get(), written, goal);
    } finally {
      if (!isHeld) {
        lock.get().close();
      }
    }
  }

  /** Returns how far the log must go at least, and by which link. */
  Progress goal() {
    return goal.map(RevocationHead::progress).orElse(Progress.NONE);
  }

  /**
   * Checks that others who try for the mark find it locked.
   *
   * @throws IOException when the lock file is gone or was replaced
   */
  void checkLocked() throws IOException {
    lock.check();
  }

  /**
   * Keeps how far the follower has come; when this returns, that is durable.
   *
   * @throws IOException when this is another log than the mark's, or the file cannot be written
   */
  void advance(RevocationHead head) throws IOException {
    if (goal.isPresent() && !goal.get().log().equals(head.log())) {
      throw new IOException(
          "this is another log: its id is %s, and must be %s by the mark or the pinned head"
              .formatted(head.log(), goal.get().log()));
    }
    if (!written.equals(Optional.of(head))) {
      Mark.write(file, head);
      written = Optional.of(head);
      goal = written;
    }
  }

  /** Leaves the mark to another follower. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
