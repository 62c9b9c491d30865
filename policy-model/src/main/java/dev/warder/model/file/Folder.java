package dev.warder.model.file;

import static java.nio.file.StandardOpenOption.READ;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder that is held open, so that nothing but the disk can fail when its names are forced. */
final class Folder implements Closeable {
  private final @Nullable FileChannel channel;

  private Folder(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** Opens a folder; Windows opens none, and needs none of this. */
  static Folder open(Path folder) throws IOException {
    boolean isWindows = folder.getFileSystem().getSeparator().equals("\\");
    return new Folder(isWindows ? null : FileChannel.open(folder, READ));
  }

  void force() throws IOException {
    if (channel != null) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
