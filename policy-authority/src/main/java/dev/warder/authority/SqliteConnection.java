package dev.warder.authority;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection to a database of SQLite that knows which files it has open. All connections of this
 * process to one database have the same files open: when these were replaced, none is opened until
 * all are closed, as SQLite would have a new one share the old index.
 *
 * <p>SQLite removes {@code -wal} and {@code -shm} by their names when the last connection closes.
 * Where the database stayed and these were replaced, it would remove the new ones, with all that
 * other processes have committed there. Such a connection is left open until this process ends, and
 * no other is opened.
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

  /** The connections of this process to one database file. */
  private static final class Opened {
    private static final Map<Object, Opened> OF_DATABASES = new ConcurrentHashMap<>();
    private static final int ATTEMPTS = 10;

    /** Null while none is open. */
    private volatile @Nullable SqliteFiles files;

    private int connections;

    static Opened of(SqliteFiles found) {
      return found.database() == null
          ? new Opened()
          : OF_DATABASES.computeIfAbsent(found.database(), key -> new Opened());
    }

    /**
     * The first one tells which files are open; each further one must have opened the same. Before
     * the first, another process may have closed its last connection and removed the two files
     * beside the database just now, so it is tried again.
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
        }
      }
    }

    private SqliteConnection openOnce(Path place, String url, Preparation preparation)
        throws SQLException {
      SqliteFiles before = SqliteFiles.at(place);
      if (files != null) {
        refuse(files.replacedBy(before));
      }
      SqliteConnection made = new SqliteConnection(place, url, this);
      try {
        preparation.of(made);
        SqliteFiles after = SqliteFiles.at(place);
        SqliteFiles expected = files == null ? before.orAsIn(after) : files;
        refuse(expected.replacedBy(after));
        files = after;
        connections++;
        made.files = after;
        return made;
      } catch (SQLException | RuntimeException e) {
        made.close();
        throw e;
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
      } else if (!open.wouldRemoveOthersOf(SqliteFiles.at(connection.place))) {
        try {
          connection.closeFiles();
        } finally {
          connection.files = null;
          connections--;
          files = connections == 0 ? null : files;
        }
      }
    }
  }

  private final Path place;
  private final Opened opened;

  /** Null until all files are open, and again once it is closed. */
  private @Nullable SqliteFiles files;

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

  /**
   * Opens a connection.
   *
   * @param place the file, or a link to it
   * @throws FilesReplaced when this process has other files of this place open
   */
  static SqliteConnection open(Path place, String url, Preparation preparation)
      throws SQLException {
    return Opened.of(SqliteFiles.at(place)).open(place, url, preparation);
  }

  /**
   * Returns why no connection can be opened for as long as this process runs, or as the file is
   * away, in words; nothing when it may be tried.
   */
  static Optional<String> refusal(Path place) {
    SqliteFiles now = SqliteFiles.at(place);
    if (now.database() == null && Files.notExists(place)) {
      return Optional.of(SqliteFiles.GONE);
    }
    SqliteFiles open = Opened.of(now).files;
    return open != null && open.wouldRemoveOthersOf(now) ? open.replacedBy(now) : Optional.empty();
  }

  /** Returns which of its open files the place does not lead to any more, in words. */
  Optional<String> replaced() {
    SqliteFiles open = files;
    return open == null
        ? Optional.of("the connection is closed")
        : open.replacedBy(SqliteFiles.at(place));
  }

  private void closeFiles() throws SQLException {
    super.close();
  }

  @Override
  public void close() throws SQLException {
    opened.close(this);
  }
}
