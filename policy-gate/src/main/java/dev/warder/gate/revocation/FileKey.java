package dev.warder.gate.revocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What tells one file from another, whatever its name: device and inode. */
final class FileKey {
  private FileKey() {}

  /**
   * Returns the key of the file that a path leads to, without opening it. Where files have no keys
   * (Windows) it is the path itself: an open file cannot be replaced there.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such file
   */
  static Object of(Path path) throws IOException {
    Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    return key == null ? path.toRealPath() : key;
  }
}
