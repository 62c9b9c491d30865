package dev.warder.gate.revocation;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that one holder locks, of all in this process and in all others. POSIX drops a process's
 * locks on a file when the process closes any descriptor of that file. So this class opens a file
 * only when nobody of this process holds it.
 */
final class ExclusiveFile implements AutoCloseable {
  /**
   * What is held in this process, by the keys of the files; nothing yet while a file is being
   * locked. It keeps channels open: one that is lost and collected would free its file's key for
   * another file. Guards all below.
   */
  private static final Map<Object, Optional<ExclusiveFile>> HELD = new HashMap<>();

  /** Channels to files that another copy of this class has locked: closing one would unlock it. */
  private static final Map<Object, FileChannel> KEPT = new HashMap<>();

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
      if (HELD.putIfAbsent(key, Optional.empty()) != null) {
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
   */
  static ExclusiveFile lock(Path path) throws IOException {
    Object key = made(path);
    synchronized (HELD) {
      while (HELD.putIfAbsent(key, Optional.empty()) != null) {
        waitForRelease(path);
      }
    }
    return hold(path, key, true)
        .orElseThrow(() -> new IOException(path + ": another copy of this library holds it"));
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
      isHeld = waits ? channel.lock() != null : channel.tryLock() != null;
      if (isHeld && !FileKey.of(path).equals(key)) {
        isHeld = false;
        throw new IOException(path + ": this lock file was replaced just now");
      }
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
      HELD.put(key, Optional.of(held));
    }
    return held;
  }

  private static FileChannel open(Path path, Object key) throws IOException {
    synchronized (HELD) {
      FileChannel kept = KEPT.remove(key);
      if (kept != null) {
        return kept;
      }
    }
    return FileChannel.open(path, WRITE);
  }

  /** Returns the key of a file, which is made if there is none. */
  private static Object made(Path path) throws IOException {
    while (true) {
      try {
        return FileKey.of(path);
      } catch (NoSuchFileException e) {
        try {
          // A new file is nobody's yet, so it may be closed.
          FileChannel.open(path, CREATE_NEW, WRITE).close();
        } catch (FileAlreadyExistsException another) {
          // Another made it just now.
        }
      }
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
