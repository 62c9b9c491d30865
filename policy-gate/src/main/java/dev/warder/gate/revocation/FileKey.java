package dev.warder.gate.revocation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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
    return key(path, Files.readAttributes(path, BasicFileAttributes.class));
  }

  /**
   * Returns the same of a regular file. To open a pipe could wait for ever.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such file
   * @throws IOException when it is a folder, a pipe or a device
   */
  @CanIgnoreReturnValue
  static Object ofRegular(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new IOException(path + ": a folder, pipe or device is here; put a regular file here");
    }
    return key(path, attributes);
  }

  private static Object key(Path path, BasicFileAttributes attributes) throws IOException {
    Object key = attributes.fileKey();
    return key == null ? path.toRealPath() : key;
  }
}
