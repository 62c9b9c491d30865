package dev.warder.model.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The names (hard links) of a file. A file is never opened for it, since to close a file drops the
 * locks that this process has on it.
 */
public final class FileNames {
  private FileNames() {}

  /**
   * Returns how many names a regular file has; 1 for any other, and where the system tells none.
   */
  public static int count(Path file) throws IOException {
    return Files.isRegularFile(file)
            && file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? (Integer) Files.getAttribute(file, "unix:nlink")
        : 1;
  }
}
