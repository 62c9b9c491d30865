package dev.warder.authority.event;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What may happen to the files of a database while processes have it open. Files are moved and
 * copied by other processes: to close a file here would drop the locks that SQLite holds on it.
 */
public enum FileEvent {
  /** A copy made by SQLite is moved into place, as the how-to has it. */
  BACKUP_MOVED_IN_AND_LOG_REMOVED {
    @Override
    public void prepare(Path file) throws SQLException {
      backUp(file);
    }

    @Override
    public void happen(Path file) throws Exception {
      Commands.run("rm", "-f", file + "-wal", file + "-shm");
      Commands.run("mv", backup(file).toString(), file.toString());
    }
  },
  /** The same, and the files beside the old database stay. */
  BACKUP_MOVED_IN_AND_LOG_LEFT {
    @Override
    public void prepare(Path file) throws SQLException {
      backUp(file);
    }

    @Override
    public void happen(Path file) throws Exception {
      Commands.run("mv", backup(file).toString(), file.toString());
    }
  },
  /** A compacted copy is moved into place. */
  VACUUMED_INTO_ITS_PLACE {
    @Override
    public void prepare(Path file) throws SQLException {
      execute(file, "vacuum into '" + backup(file) + "'");
    }

    @Override
    public void happen(Path file) throws Exception {
      Commands.run("rm", "-f", file + "-wal", file + "-shm");
      Commands.run("mv", backup(file).toString(), file.toString());
    }
  },
  /** A copy of all three files is moved into place. */
  RESTORED_WITH_LOG {
    @Override
    public void prepare(Path file) throws Exception {
      for (String suffix : SUFFIXES) {
        Commands.run("cp", file + suffix, backup(file) + suffix);
      }
    }

    @Override
    public void happen(Path file) throws Exception {
      for (String suffix : SUFFIXES) {
        Commands.run("mv", backup(file) + suffix, file + suffix);
      }
    }
  },
  /** Both files beside the database are removed. */
  LOG_AND_INDEX_REMOVED {
    @Override
    public void happen(Path file) throws Exception {
      Commands.run("rm", file + "-wal", file + "-shm");
    }
  },
  /** The write-ahead log alone is removed. */
  LOG_REMOVED {
    @Override
    public void happen(Path file) throws Exception {
      Commands.run("rm", file + "-wal");
    }
  },
  /** The index alone is removed. */
  INDEX_REMOVED {
    @Override
    public void happen(Path file) throws Exception {
      Commands.run("rm", file + "-shm");
    }
  },
  /** A copy is written over the open file. */
  OVERWRITTEN {
    @Override
    public void prepare(Path file) throws SQLException {
      backUp(file);
    }

    @Override
    public void happen(Path file) throws Exception {
      Commands.run("cp", backup(file).toString(), file.toString());
    }
  },
  /** The same, and the files beside it are removed. */
  OVERWRITTEN_AND_LOG_REMOVED {
    @Override
    public void prepare(Path file) throws SQLException {
      backUp(file);
    }

    @Override
    public void happen(Path file) throws Exception {
      Commands.run("cp", backup(file).toString(), file.toString());
      Commands.run("rm", "-f", file + "-wal", file + "-shm");
    }
  },
  /** The database is removed, and the files beside it stay. */
  UNLINKED {
    @Override
    public void happen(Path file) throws Exception {
      Commands.run("rm", file.toString());
    }
  },
  /** The database is moved away, and the files beside it stay. */
  MOVED_AWAY {
    @Override
    public void happen(Path file) throws Exception {
      Commands.run("mv", file.toString(), backup(file).toString());
    }
  },
  /** All three files are moved away. */
  MOVED_AWAY_WITH_LOG {
    @Override
    public void happen(Path file) throws Exception {
      for (String suffix : SUFFIXES) {
        Commands.run("mv", file + suffix, backup(file) + suffix);
      }
    }
  },
  /** The place is a link, which then leads to a copy. */
  LINK_SWITCHED {
    @Override
    public void prepare(Path file) throws Exception {
      Path real = file.resolveSibling("real.db");
      for (String suffix : SUFFIXES) {
        // Before anybody has it open there is the database alone.
        if (Files.exists(Path.of(file + suffix))) {
          Commands.run("mv", file + suffix, real + suffix);
        }
      }
      Commands.run("ln", "-s", real.toString(), file.toString());
    }

    @Override
    public boolean isPreparedBeforeItIsOpen() {
      return true;
    }

    @Override
    public void happen(Path file) throws Exception {
      backUp(file);
      Path other = file.resolveSibling("other.db");
      Commands.run("mv", backup(file).toString(), other.toString());
      Commands.run("ln", "-sfn", other.toString(), file.toString());
    }
  };

  private static final String[] SUFFIXES = {"", "-wal", "-shm"};

  /** Prepares the event, before what is then lost was done. */
  public void prepare(Path file) throws Exception {}

  /** Returns whether it is prepared while no process has the database open. */
  public boolean isPreparedBeforeItIsOpen() {
    return false;
  }

  /** Lets it happen. */
  public abstract void happen(Path file) throws Exception;

  /** Returns where a copy is. */
  public static Path backup(Path file) {
    return file.resolveSibling("backup.db");
  }

  /** Makes a whole copy, also while programs have the store open. */
  public static void backUp(Path file) throws SQLException {
    execute(file, "backup to '" + backup(file) + "'");
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
