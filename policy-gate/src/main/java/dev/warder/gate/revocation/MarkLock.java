package dev.warder.gate.revocation;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/**
 * That a mark is one follower's alone. Two that wrote one mark would each take the other's for
 * theirs, and not notice that the log lacks what they had read.
 */
final class MarkLock implements AutoCloseable {
  private final FileChannel channel;

  private MarkLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Returns the lock of a mark.
   *
   * @throws IOException when another follower has it, of this process or of another
   */
  static MarkLock of(Path mark) throws IOException {
    Path path = mark.resolveSibling(mark.getFileName() + ".lock");
    FileChannel channel = FileChannel.open(path, CREATE, WRITE);
    boolean isLocked = false;
    try {
      isLocked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // By another follower of this process.
    } finally {
      if (!isLocked) {
        channel.close();
      }
    }
    if (!isLocked) {
      throw new IOException(mark + ": another follower has this mark; each needs one of its own");
    }
    return new MarkLock(channel);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
