package dev.warder.gate.revocation;

import dev.warder.model.file.FileNames;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** A log file that is open, and the place that led to it. */
final class OpenLog implements AutoCloseable {
  private final Path place;
  private final Path real;
  private final FileChannel channel;
  private final Object key;

  private OpenLog(Path place, Path real, FileChannel channel, Object key) {
    this.place = place;
    this.real = real;
    this.channel = channel;
    this.key = key;
  }

  /**
   * Opens the file that a place leads to now, through links.
   *
   * @throws IOException when there is none, it is no regular file or has several names, or it was
   *     replaced while it was opened
   */
  static OpenLog open(Path place, OpenOption... options) throws IOException {
    Path real = place.toRealPath();
    Object key = FileKey.ofRegular(real);
    FileNames.checkHasOne(place, real, "log");
    FileChannel channel = FileChannel.open(real, options);
    OpenLog opened = new OpenLog(place, real, channel, key);
    try {
      opened.checkInPlace();
      return opened;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  FileChannel channel() {
    return channel;
  }

  /** Returns the file itself, without links. */
  Path real() {
    return real;
  }

  /** Returns what tells it from other files. */
  Object key() {
    return key;
  }

  /**
   * Checks that the place still leads to this file.
   *
   * @throws IOException when it leads to another one, or to none
   */
  void checkInPlace() throws IOException {
    checkLeadsTo(place, key);
  }

  /** Checks the same of a file that may be closed. */
  static void checkLeadsTo(Path place, Object key) throws IOException {
    try {
      if (FileKey.of(place.toRealPath()).equals(key)) {
        return;
      }
    } catch (NoSuchFileException e) {
      throw new IOException(place + ": the log file is not there any more", e);
    }
    throw new IOException(place + ": another file has taken the log's place");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
