package dev.warder.gate.revocation;

import dev.warder.gate.revocation.RevocationLog.Entry;
import dev.warder.model.file.DurableFile;
import dev.warder.model.file.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A follower's mark, while the follower holds its lock: what the log must have, and then how far
 * the follower has come. Not safe for use by many threads.
 */
final class HeldMark implements AutoCloseable {
  /** What the host calls it. */
  private final Path place;

  /**
   * The mark itself, at the end of all links: its lock has one name, whatever the host calls it.
   */
  private final Path file;

  private final ExclusiveFile lock;

  /** What the file says. */
  private Optional<RevocationHead> written;

  /** What the log must have besides. */
  private final Optional<RevocationHead> pinned;

  private HeldMark(
      Path place,
      Path file,
      ExclusiveFile lock,
      Optional<RevocationHead> written,
      Optional<RevocationHead> pinned) {
    this.place = place;
    this.file = file;
    this.lock = lock;
    this.written = written;
    this.pinned = pinned;
  }

  /**
   * Locks a mark and reads it.
   *
   * @param place the mark, or a link to it
   * @param pinned what the log must have, whatever the mark says
   * @param acceptsAnyLog whether any log will do where there is neither
   * @throws IOException when another follower holds it, it has several names, it cannot be read, or
   *     nothing says what the log must have
   */
  static HeldMark hold(Path place, Optional<RevocationHead> pinned, boolean acceptsAnyLog)
      throws IOException {
    Path file = DurableFile.endOfLinks(place);
    // It may get a second name while it is held: to write it makes another file of this name.
    FileNames.checkHasOne(place, file, "mark");
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    Optional<ExclusiveFile> lock = ExclusiveFile.tryLock(lockFile);
    if (lock.isEmpty()) {
      throw new IOException(place + ": another follower has this mark; each needs one of its own");
    }
    boolean isHeld = false;
    try {
      Optional<RevocationHead> written = Mark.read(file);
      if (written.isEmpty() && pinned.isEmpty() && !acceptsAnyLog) {
        throw new IOException(
            place
                + ": there is no mark, so a log that was rolled back would not be noticed; pin the"
                + " head of the log, or accept any log by acceptAnyLogWhenThereIsNoMark()");
      }
      isHeld = true;
      return new HeldMark(place, file, lock.get(), written, pinned);
    } finally {
      if (!isHeld) {
        lock.get().close();
      }
    }
  }

  /** Returns how far the log must go at least. */
  long goal() {
    return Math.max(position(written), position(pinned));
  }

  private static long position(Optional<RevocationHead> head) {
    return head.map(known -> known.progress().position()).orElse(0L);
  }

  /** Returns why an entry is not the one that the mark and the pinned head have in its place. */
  Optional<String> disagreement(Entry entry) {
    boolean agreesWithPinned = agrees(pinned, entry);
    if (agreesWithPinned && agrees(written, entry)) {
      return Optional.empty();
    }
    return Optional.of(
        "the log has another history at %d: it was rolled back or replaced%s"
            .formatted(entry.position(), agreesWithPinned ? "" : asked()));
  }

  private static boolean agrees(Optional<RevocationHead> head, Entry entry) {
    return head.map(RevocationHead::progress)
        .filter(demanded -> demanded.position() == entry.position())
        .map(demanded -> demanded.link().equals(entry.link()))
        .orElse(true);
  }

  private String asked() {
    return " (the pinned head asks for entry " + position(pinned) + ")";
  }

  /**
   * Checks that the log goes far enough.
   *
   * @param end its last position
   * @throws IOException when it ends before the mark or before the pinned head
   */
  void checkEnd(long end) throws IOException {
    if (end < goal()) {
      throw new IOException(
          "the log ends at %d, and must go to %d: it was rolled back or replaced%s"
              .formatted(end, goal(), position(pinned) > position(written) ? asked() : ""));
    }
  }

  /**
   * Checks that others who try for the mark find it locked.
   *
   * @throws IOException when the lock file is gone or was replaced, or the place leads to another
   *     mark
   */
  void checkLocked() throws IOException {
    if (!DurableFile.endOfLinks(place).equals(file)) {
      throw new IOException(
          place
              + ": this link leads to another mark now; switch it back, or start this program"
              + " anew");
    }
    lock.check();
  }

  /**
   * Keeps how far the follower has come; when this returns, that is durable.
   *
   * @throws IOException when this is another log than the mark's or the pinned one, or the file
   *     cannot be written
   */
  void advance(RevocationHead head) throws IOException {
    checkId(head, written, "mark");
    checkId(head, pinned, "pinned head");
    if (!written.equals(Optional.of(head))) {
      Mark.write(file, head);
      written = Optional.of(head);
    }
  }

  private static void checkId(RevocationHead read, Optional<RevocationHead> demanded, String by)
      throws IOException {
    if (demanded.isPresent() && !demanded.get().log().equals(read.log())) {
      throw new IOException(
          "this is another log: its id is %s, and must be %s by the %s"
              .formatted(read.log(), demanded.get().log(), by));
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
