package dev.warder.gate.revocation;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are there after a loss of power, whole: with their old content, or with their new. */
final class DurableFile {
  private DurableFile() {}

  /** Replaces what a file has; when this returns, that is durable. */
  static void replace(Path path, byte[] content) throws IOException {
    Path temporary = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel file = FileChannel.open(temporary, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(true);
    }
    Files.move(temporary, path, ATOMIC_MOVE);
    forceFolderOf(path);
  }

  /** Makes the name of a file durable. Windows opens no folders, and needs none of this. */
  static void forceFolderOf(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || folder.getFileSystem().getSeparator().equals("\\")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
