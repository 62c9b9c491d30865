package dev.warder.model.file;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
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
  /** Names under which files are made, until they are whole. */
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
   * Checks that a file has one name, as each name would have a lock of its own.
   *
   * @param place what the host calls the file
   * @param what what the message calls it: one word
   * @throws IOException when it has several names, or cannot be looked at
   */
  public static void checkHasOne(Path place, Path file, String what) throws IOException {
    int names = count(file);
    if (names > 1) {
      throw new IOException(
          "%s: this %s has %d names (hard links), and each would have a lock of its own; keep one (`find FOLDER -samefile %s` prints them)"
              .formatted(place, what, names, Ascii.toUpperCase(what)));
    }
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

  /** The program that made the file may remove this name at the same time. */
  private static boolean isNameOf(Path name, Path file) throws IOException {
    try {
      return Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(name, file);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
