package dev.warder.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
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
 */
record SqliteFiles(@Nullable Object database, @Nullable Object log, @Nullable Object index) {
  /** What is said of a database that is not there. */
  static final String GONE = "its file is not there any more";

  /** Returns the files that a place leads to now. SQLite follows a link, as this does. */
  static SqliteFiles at(Path place) {
    try {
      Path real = place.toRealPath();
      return new SqliteFiles(key(real), key(beside(real, "-wal")), key(beside(real, "-shm")));
    } catch (NoSuchFileException e) {
      return new SqliteFiles(null, null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  /** Returns these files, and in the place of those that are not there the ones of another. */
  SqliteFiles orAsIn(SqliteFiles later) {
    return new SqliteFiles(
        database, log == null ? later.log : log, index == null ? later.index : index);
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
        .or(() -> other("-shm file", index, now.index));
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
