package dev.warder.model.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the content of a path goes.
 *
 * @param file the end of its links, in a folder whose path has none
 * @param isRegular whether it is there, and is a regular file
 * @param isWrittenThrough whether nothing can be put in its place: a pipe or a device, also one
 *     that a process has open, such as {@code /dev/stdout}
 */
record Destination(Path file, boolean isRegular, boolean isWrittenThrough) {
  private static final int MOST_LINKS = 40;
  private static final String OPEN =
      "it is a file that a program has open; write the name of the file itself";

  /** What stands in these folders names what a process has open. */
  private static final List<String> OPEN_FILES = List.of("/proc", "/dev/fd");

  /**
   * Follows the links of a path.
   *
   * @throws AccessDeniedException when it is a file that may not be written
   * @throws FileSystemException when it is a folder, the folder is not there, or it is a path of
   *     what a process has open and leads to a regular file: another content cannot take the place
   *     of this one, and writing it through would mix both
   */
  static Destination of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    Path end = endOfLinks(path);
    return isOpenFile(end) ? ofOpenFile(path, end) : ofEnd(path, end);
  }

  /** Returns the end of a path's links, or the first that names what a process has open. */
  static Path endOfLinks(Path path) throws IOException {
    Path at = inRealFolder(path);
    for (int links = 0; links < MOST_LINKS; links++) {
      if (isOpenFile(at) || !Files.isSymbolicLink(at)) {
        return at;
      }
      at = inRealFolder(at.resolveSibling(Files.readSymbolicLink(at)));
    }
    throw new FileSystemLoopException(path.toString());
  }

  private static Destination ofOpenFile(Path path, Path open) throws IOException {
    if (Files.isRegularFile(open)) {
      throw new FileSystemException(path.toString(), null, OPEN);
    }
    return new Destination(open, false, true);
  }

  private static Destination ofEnd(Path path, Path end) throws IOException {
    if (!Files.exists(end, NOFOLLOW_LINKS)) {
      return new Destination(end, false, false);
    }
    boolean isRegular = Files.isRegularFile(end, NOFOLLOW_LINKS);
    if (isRegular && !Files.isWritable(end)) {
      throw new AccessDeniedException(path.toString(), null, "it may not be written");
    }
    return new Destination(end, isRegular, !isRegular);
  }

  /** Returns a new file's place, where a link is not followed. */
  static Destination ofNew(Path path) throws IOException {
    return new Destination(inRealFolder(path), false, false);
  }

  private static Path inRealFolder(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path name = absolute.getFileName();
    if (name == null) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    return requireNonNull(absolute.getParent()).toRealPath().resolve(name);
  }

  /** Returns whether a path names what a process has open, and is a link to be followed. */
  static boolean isOpenFile(Path path) {
    return OPEN_FILES.stream().anyMatch(path::startsWith);
  }

  Path folder() {
    return requireNonNull(file.toAbsolutePath().getParent());
  }
}
