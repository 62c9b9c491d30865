package dev.warder.model.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What is written as it stands: a pipe or a device. */
final class WrittenThrough implements Written {
  private final FileChannel channel;

  private WrittenThrough(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens it; a named pipe waits until somebody reads it. A link that got its name is not followed.
   *
   * @param path the end of its links, or an open file of a process
   */
  static WrittenThrough open(Path path) throws IOException {
    return new WrittenThrough(
        Destination.isOpenFile(path)
            ? FileChannel.open(path, WRITE, APPEND)
            : FileChannel.open(path, WRITE, APPEND, NOFOLLOW_LINKS));
  }

  @Override
  public void commit(byte[] content) throws IOException {
    Written.write(content, channel);
    channel.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
