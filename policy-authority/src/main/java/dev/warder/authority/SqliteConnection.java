package dev.warder.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection to a database of SQLite that knows which files it has open. All connections of this
 * process to one name have the same files open: when these were replaced, none is opened until all
 * are closed. Else a new one could share the old index, and closing an old one would drop the locks
 * of the new.
 *
 * <p>SQLite removes {@code -wal} and {@code -shm} by their names when the last connection closes.
 * Where the database stayed and these were replaced, it would remove the new ones, with all that
 * other processes have committed there. Such a connection is left open until the database is
 * replaced too, or this process ends, and no other is opened meanwhile. One that is closed while
 * the files cannot be looked at is left open until they can be.
 */
final class SqliteConnection extends JDBC4Connection {
  /** Fails an attempt to open a connection; a later one may succeed. */
  static final class FilesReplaced extends SQLException {
    private static final long serialVersionUID = 1;

    FilesReplaced(String what) {
      super(what);
    }
  }

  /** How a new connection is made fit for use; when it returns SQLite has opened all files. */
  @FunctionalInterface
  interface Preparation {
    void of(SqliteConnection connection) throws SQLException;
  }

  /** The connections of this process to the files of one name. */
  private static final class Opened {
    private static final Map<Path, Opened> OF_NAMES = new ConcurrentHashMap<>();
    private static final int ATTEMPTS = 50;
    private static final long PAUSE_NANOS = 2_000_000;

    /** Null while none is open. */
    private volatile @Nullable SqliteFiles files;

    private int connections;

    /** Connections that nobody uses and that could not be closed safely; each once. */
    private final Set<SqliteConnection> left = new HashSet<>();

    static Opened of(Path place) {
      try {
        return OF_NAMES.computeIfAbsent(place.toRealPath(), name -> new Opened());
      } catch (IOException e) {
        // SQLite cannot open it either, and says why.
        return new Opened();
      }
    }

    /**
     * The first one tells which files are open; each further one must have opened the same. Before
     * the first, another process may have closed its last connection and removed the two files
     * beside the database just now, or be about to give the database its one name, so it is tried
     * again.
     */
    synchronized SqliteConnection open(Path place, String url, Preparation preparation)
        throws SQLException {
      for (int attempt = 1; ; attempt++) {
        try {
          return openOnce(place, url, preparation);
        } catch (FilesReplaced e) {
          if (files != null || attempt == ATTEMPTS) {
            throw e;
          }
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }

    private SqliteConnection openOnce(Path place, String url, Preparation preparation)
        throws SQLException {
      SqliteFiles before = look(place);
      closeLeft(before);
      SqliteFiles known = files;
      refuse(known == null ? before.secondName() : known.replacedBy(before));
      SqliteConnection made = new SqliteConnection(place, url, this);
      try {
        preparation.of(made);
        SqliteFiles now = look(place);
        refuse(known == null ? notOpenedBy(now) : known.replacedBy(now));
        files = now;
        connections++;
        made.files = now;
        return made;
      } catch (SQLException | RuntimeException e) {
        made.close();
        throw e;
      }
    }

    /** The first connection's files may have been replaced between its opening and the look. */
    private static Optional<String> notOpenedBy(SqliteFiles now) throws FilesReplaced {
      try {
        return now.areOpenHere()
            ? now.secondName()
            : Optional.of("its files were replaced while they were opened");
      } catch (IOException e) {
        throw unseen(e);
      }
    }

    private static void refuse(Optional<String> replaced) throws FilesReplaced {
      if (replaced.isPresent()) {
        throw new FilesReplaced(replaced.get());
      }
    }

    /** Nobody opens meanwhile: the last connection of all processes removes two of the files. */
    synchronized void close(SqliteConnection connection) throws SQLException {
      SqliteFiles open = connection.files;
      if (open == null) {
        connection.closeFiles();
      } else if (isSafeToClose(open, connection.place)) {
        closeOpen(connection);
      } else {
        left.add(connection);
      }
    }

    /** While the files cannot be looked at, nobody knows whose files would be removed. */
    private static boolean isSafeToClose(SqliteFiles open, Path place) {
      try {
        return !open.wouldRemoveOthersOf(look(place));
      } catch (FilesReplaced e) {
        return false;
      }
    }

    private void closeOpen(SqliteConnection connection) throws SQLException {
      try {
        connection.closeFiles();
      } finally {
        connection.files = null;
        connections--;
        files = connections == 0 ? null : files;
      }
    }

    /**
     * Returns the same as without the lock, but not while the last one closes and removes files.
     */
    synchronized Optional<String> refusal(Path place) throws SQLException {
      SqliteFiles now = look(place);
      return files != null && files.wouldRemoveOthersOf(now)
          ? files.replacedBy(now)
          : Optional.empty();
    }

    /** Closes what was left open, once that is safe: all was replaced since, or is as it was. */
    private void closeLeft(SqliteFiles now) throws SQLException {
      for (SqliteConnection connection : List.copyOf(left)) {
        SqliteFiles open = connection.files;
        if (open == null || !open.wouldRemoveOthersOf(now)) {
          left.remove(connection);
          closeOpen(connection);
        }
      }
    }
  }

  private final Path place;
  private final Opened opened;

  /** Null until all files are open, and again once it is closed. */
  private volatile @Nullable SqliteFiles files;

  private SqliteConnection(Path place, String url, Opened opened) throws SQLException {
    super(url, url.substring("jdbc:sqlite:".length()), neverMaking());
    this.place = place;
    this.opened = opened;
  }

  /** A file that is gone is not made anew: who has it open would not see what is written there. */
  private static Properties neverMaking() {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return config.toProperties();
  }

  private static SqliteFiles look(Path place) throws FilesReplaced {
    try {
      return SqliteFiles.at(place);
    } catch (IOException e) {
      throw unseen(e);
    }
  }

  private static FilesReplaced unseen(IOException e) {
    FilesReplaced failure = new FilesReplaced("its files cannot be looked at: " + e);
    failure.initCause(e);
    return failure;
  }

  /**
   * Opens a connection.
   *
   * @param place the file, or a link to it
   * @throws FilesReplaced when this process has other files of this name open
   */
  static SqliteConnection open(Path place, String url, Preparation preparation)
      throws SQLException {
    return Opened.of(place).open(place, url, preparation);
  }

  /**
   * Returns why no connection can be opened for as long as this process runs, or as the file is
   * away, in words; nothing when it may be tried.
   */
  static Optional<String> refusal(Path place) throws SQLException {
    SqliteFiles now = look(place);
    if (now.database() == null && Files.notExists(place)) {
      return Optional.of(SqliteFiles.GONE);
    }
    Opened opened = Opened.of(place);
    SqliteFiles open = opened.files;
    return open == null || !open.wouldRemoveOthersOf(now)
        ? Optional.empty()
        : opened.refusal(place);
  }

  /** Returns which of its open files the place does not lead to any more, in words. */
  Optional<String> replaced() throws SQLException {
    SqliteFiles open = files;
    return open == null ? Optional.of("the connection is closed") : open.replacedBy(look(place));
  }

  private void closeFiles() throws SQLException {
    super.close();
  }

  @Override
  public void close() throws SQLException {
    opened.close(this);
  }

  /** Returns the extended result code of a failure, where the driver gives it. */
  static int resultCode(SQLException exception) {
    return exception instanceof SQLiteException ofSqlite
        ? ofSqlite.getResultCode().code
        : exception.getErrorCode();
  }
}
