package dev.warder.authority;

import dev.warder.model.file.FileNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The three files of a database, as its place leads to them at one moment: device and inode of
 * each, or null for one that is not there. They are asked by stat alone, since closing any
 * descriptor of a file drops the locks that SQLite holds on it.
 *
 * <p>Where files have no such keys (Windows) all are null; an open file cannot be replaced there.
 *
 * @param database the database itself
 * @param log its write-ahead log, {@code -wal}
 * @param index the index of that, {@code -shm}
 * @param names how many names the database has; each would have a log of its own
 */
record SqliteFiles(
    @Nullable Object database, @Nullable Object log, @Nullable Object index, int names) {
  /** The reason for a database that is not there. */
  static final String GONE = "its file is not there any more";

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  /**
   * Returns the files that a place leads to now. SQLite follows a link, as this does.
   *
   * @throws IOException when they cannot be looked at
   */
  static SqliteFiles at(Path place) throws IOException {
    try {
      Path real = place.toRealPath();
      return new SqliteFiles(
          key(real), key(beside(real, "-wal")), key(beside(real, "-shm")), FileNames.count(real));
    } catch (NoSuchFileException e) {
      return new SqliteFiles(null, null, null, 1);
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static @Nullable Object key(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Returns whether this process has these very files open, whatever became of their names since.
   * Where the system does not tell (it is no Linux), they are taken to be.
   */
  boolean areOpenHere() throws IOException {
    if (!Files.isDirectory(OPEN_FILES)) {
      return true;
    }
    Set<Object> open = new HashSet<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(OPEN_FILES)) {
      for (Path descriptor : descriptors) {
        Object key = key(descriptor);
        if (key != null) {
          open.add(key);
        }
      }
    }
    return (database == null || open.contains(database))
        && (log == null || open.contains(log))
        && (index == null || open.contains(index));
  }

  /** Returns whether SQLite, to close these, could remove the files that another has now. */
  boolean wouldRemoveOthersOf(SqliteFiles now) {
    return same(database, now.database) && !(same(log, now.log) && same(index, now.index));
  }

  /** Returns which of these files is another one now, in words; nothing when all are the same. */
  Optional<String> replacedBy(SqliteFiles now) {
    if (database != null && now.database == null) {
      return Optional.of(GONE);
    }
    return other("file", database, now.database)
        .or(() -> other("-wal file", log, now.log))
        .or(() -> other("-shm file", index, now.index))
        .or(now::secondName);
  }

  /** Returns that the database has a second name, in words; nothing when it has one. */
  Optional<String> secondName() {
    return names > 1
        ? Optional.of(
            "its file has %d names (hard links), and each would have a log of its own: keep one"
                .formatted(names))
        : Optional.empty();
  }

  private static Optional<String> other(
      String what, @Nullable Object open, @Nullable Object found) {
    if (same(open, found)) {
      return Optional.empty();
    }
    return Optional.of(
        "its "
            + what
            + (found == null ? " is not there any more" : " is not the one that is open"));
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == null ? other == null : one.equals(other);
  }
}
