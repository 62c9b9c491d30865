package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkState;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that one holder locks, of all in this process and in all others. POSIX drops a process's
 * locks on a file when the process closes any descriptor of that file. So this class opens a file
 * only when nobody of this process holds it.
 */
final class ExclusiveFile implements AutoCloseable {
  /**
   * What is held in this process, by the keys of the files. It keeps channels open: one that is
   * lost and collected would free its file's key for another file. Guards all below.
   */
  private static final Map<Object, Holding> HELD = new HashMap<>();

  /** Channels to files that another copy of this class has locked: closing one would unlock it. */
  private static final Map<Object, FileChannel> KEPT = new HashMap<>();

  /**
   * Channels to files that were put in the place of another just before they were opened. Somebody
   * may hold such a file, and closing the channel would unlock it.
   */
  private static final List<FileChannel> STRAYS = new ArrayList<>();

  /** Who holds a file, which is nothing yet while it is being locked. */
  private record Holding(Thread thread, Optional<ExclusiveFile> file) {}

  private final Path path;
  private final Object key;
  private final FileChannel channel;

  private ExclusiveFile(Path path, Object key, FileChannel channel) {
    this.path = path;
    this.key = key;
    this.channel = channel;
  }

  /**
   * Locks a file, which is made if there is none; returns nothing when another holds it.
   *
   * @throws IOException when the file cannot be made or locked, or was replaced just now
   */
  static Optional<ExclusiveFile> tryLock(Path path) throws IOException {
    Object key = made(path);
    synchronized (HELD) {
      if (HELD.putIfAbsent(key, ofThisThread(Optional.empty())) != null) {
        return Optional.empty();
      }
    }
    return hold(path, key, false);
  }

  /**
   * Locks a file, which is made if there is none, as soon as nobody else holds it.
   *
   * @throws IOException when the file cannot be made or locked, was replaced just now, or the
   *     thread was interrupted
   * @throws IllegalStateException when this thread locked it and holds it still
   */
  static ExclusiveFile lock(Path path) throws IOException {
    Object key = made(path);
    synchronized (HELD) {
      Holding another;
      while ((another = HELD.putIfAbsent(key, ofThisThread(Optional.empty()))) != null) {
        checkState(
            another.thread() != Thread.currentThread(), "%s: this thread holds it already", path);
        waitForRelease(path);
      }
    }
    return hold(path, key, true)
        .orElseThrow(() -> new IOException(path + ": another copy of this library holds it"));
  }

  private static Holding ofThisThread(Optional<ExclusiveFile> file) {
    return new Holding(Thread.currentThread(), file);
  }

  private static void waitForRelease(Path path) throws IOException {
    try {
      HELD.wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(path + ": interrupted while another held it", e);
    }
  }

  private static Optional<ExclusiveFile> hold(Path path, Object key, boolean waits)
      throws IOException {
    @Nullable FileChannel channel = null;
    boolean isHeld = false;
    try {
      channel = open(path, key);
      boolean isLocked = waits ? channel.lock() != null : channel.tryLock() != null;
      if (isLocked && !FileKey.of(path).equals(key)) {
        throw replaced(path);
      }
      isHeld = isLocked;
      return isHeld ? Optional.of(held(path, key, channel)) : Optional.empty();
    } catch (OverlappingFileLockException e) {
      synchronized (HELD) {
        KEPT.put(key, channel);
      }
      channel = null;
      return Optional.empty();
    } finally {
      if (!isHeld) {
        release(key, channel);
      }
    }
  }

  private static ExclusiveFile held(Path path, Object key, FileChannel channel) {
    ExclusiveFile held = new ExclusiveFile(path, key, channel);
    synchronized (HELD) {
      HELD.put(key, ofThisThread(Optional.of(held)));
    }
    return held;
  }

  /** Opens the file of this key. */
  private static FileChannel open(Path path, Object key) throws IOException {
    synchronized (HELD) {
      FileChannel kept = KEPT.remove(key);
      if (kept != null) {
        return kept;
      }
    }
    FileChannel opened = FileChannel.open(path, WRITE);
    boolean isOfKey = false;
    try {
      isOfKey = FileKey.of(path).equals(key);
    } finally {
      if (!isOfKey) {
        synchronized (HELD) {
          STRAYS.add(opened);
        }
      }
    }
    if (!isOfKey) {
      throw replaced(path);
    }
    return opened;
  }

  private static IOException replaced(Path path) {
    return new IOException(path + ": this lock file was replaced just now");
  }

  /** Returns the key of a file, which is made if there is none. */
  private static Object made(Path path) throws IOException {
    while (true) {
      try {
        return FileKey.ofRegular(path);
      } catch (NoSuchFileException e) {
        try {
          make(path);
        } catch (FileAlreadyExistsException another) {
          // Another made it just now.
        }
      }
    }
  }

  /**
   * Makes a file, which has its name only when it is closed: to close it later would drop the lock
   * that another thread has on it by then.
   */
  private static void make(Path path) throws IOException {
    Path made = path.resolveSibling(".warder-" + UUID.randomUUID() + ".lock");
    try {
      FileChannel.open(made, CREATE_NEW, WRITE).close();
      giveName(made, path);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException e) {
      throw unmade(path, e);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static IOException unmade(Path path, FileSystemException e) {
    String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    return new IOException(
        "%s: this lock file cannot be made (%s); see that its folder is there and can be written"
            .formatted(path, reason),
        e);
  }

  /**
   * Gives a file a name that nothing has. Where a file has one name only, another that is made
   * between the look and the move loses it, which its holder notices by {@link #check}.
   */
  private static void giveName(Path made, Path path) throws IOException {
    try {
      Files.createLink(path, made);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(made, path);
    }
  }

  private static void release(Object key, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      synchronized (HELD) {
        HELD.remove(key);
        HELD.notifyAll();
      }
    }
  }

  /**
   * Checks that others who lock the file find this lock.
   *
   * @throws IOException when the file is gone, or another one has its name
   */
  void check() throws IOException {
    try {
      if (FileKey.of(path).equals(key)) {
        return;
      }
    } catch (NoSuchFileException e) {
      throw new IOException(path + ": this lock file is gone, so another could lock it too", e);
    }
    throw new IOException(path + ": this lock file was replaced, so another could lock it too");
  }

  /** Unlocks the file, which stays. */
  @Override
  public void close() throws IOException {
    release(key, channel);
  }
}
