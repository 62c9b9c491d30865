package dev.warder.model.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The names (hard links) of a file. A file is never opened for it, since to close a file drops the
 * locks that this process has on it.
 */
public final class FileNames {
  /** How the names begin under which files are made until they are whole. */
  private static final String OF_MAKING = ".warder-*";

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

  /**
   * Removes from a file the name under which it was made: a file gets its own name when it is
   * whole, and a kill just then leaves both. Names that somebody else gave it stay.
   *
   * @throws IOException when its folder cannot be read or written
   */
  public static void removeNameOfMaking(Path file) throws IOException {
    if (count(file) < 2) {
      return;
    }
    Path real = file.toRealPath();
    Path folder = requireNonNull(real.getParent());
    try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, OF_MAKING)) {
      for (Path other : others) {
        if (!other.equals(real) && isNameOf(other, real)) {
          Files.deleteIfExists(other);
        }
      }
    }
  }

  /** Whoever made the file may remove the name just now. */
  private static boolean isNameOf(Path name, Path file) throws IOException {
    try {
      return Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(name, file);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
