package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What may happen to the files of a database while processes have it open. Files are moved and
 * copied by other processes: to close a file here would drop the locks that SQLite holds on it.
 */
enum FileEvent {
  BACKUP_MOVED_IN_AND_LOG_REMOVED {
    @Override
    void prepare(Path file) throws SQLException {
      backUp(file);
    }

    @Override
    void happen(Path file) throws Exception {
      run("rm", "-f", file + "-wal", file + "-shm");
      run("mv", backup(file).toString(), file.toString());
    }
  },
  BACKUP_MOVED_IN_AND_LOG_LEFT {
    @Override
    void prepare(Path file) throws SQLException {
      backUp(file);
    }

    @Override
    void happen(Path file) throws Exception {
      run("mv", backup(file).toString(), file.toString());
    }
  },
  VACUUMED_INTO_ITS_PLACE {
    @Override
    void prepare(Path file) throws SQLException {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        Dialect.run(connection, "vacuum into '" + backup(file) + "'");
      }
    }

    @Override
    void happen(Path file) throws Exception {
      run("rm", "-f", file + "-wal", file + "-shm");
      run("mv", backup(file).toString(), file.toString());
    }
  },
  RESTORED_WITH_LOG {
    @Override
    void prepare(Path file) throws Exception {
      for (String suffix : SUFFIXES) {
        run("cp", file + suffix, backup(file) + suffix);
      }
    }

    @Override
    void happen(Path file) throws Exception {
      for (String suffix : SUFFIXES) {
        run("mv", backup(file) + suffix, file + suffix);
      }
    }
  },
  LOG_AND_INDEX_REMOVED {
    @Override
    void happen(Path file) throws Exception {
      run("rm", file + "-wal", file + "-shm");
    }
  },
  LOG_REMOVED {
    @Override
    void happen(Path file) throws Exception {
      run("rm", file + "-wal");
    }
  },
  INDEX_REMOVED {
    @Override
    void happen(Path file) throws Exception {
      run("rm", file + "-shm");
    }
  },
  OVERWRITTEN {
    @Override
    void prepare(Path file) throws SQLException {
      backUp(file);
    }

    @Override
    void happen(Path file) throws Exception {
      run("cp", backup(file).toString(), file.toString());
    }
  },
  OVERWRITTEN_AND_LOG_REMOVED {
    @Override
    void prepare(Path file) throws SQLException {
      backUp(file);
    }

    @Override
    void happen(Path file) throws Exception {
      run("cp", backup(file).toString(), file.toString());
      run("rm", "-f", file + "-wal", file + "-shm");
    }
  },
  UNLINKED {
    @Override
    void happen(Path file) throws Exception {
      run("rm", file.toString());
    }
  },
  MOVED_AWAY {
    @Override
    void happen(Path file) throws Exception {
      run("mv", file.toString(), backup(file).toString());
    }
  },
  MOVED_AWAY_WITH_LOG {
    @Override
    void happen(Path file) throws Exception {
      for (String suffix : SUFFIXES) {
        run("mv", file + suffix, backup(file) + suffix);
      }
    }
  },
  LINK_SWITCHED {
    @Override
    void prepare(Path file) throws Exception {
      Path real = file.resolveSibling("real.db");
      for (String suffix : SUFFIXES) {
        // Before anybody has it open there is the database alone.
        if (Files.exists(Path.of(file + suffix))) {
          run("mv", file + suffix, real + suffix);
        }
      }
      run("ln", "-s", real.toString(), file.toString());
    }

    @Override
    boolean isPreparedBeforeItIsOpen() {
      return true;
    }

    @Override
    void happen(Path file) throws Exception {
      backUp(file);
      Path other = file.resolveSibling("other.db");
      run("mv", backup(file).toString(), other.toString());
      run("ln", "-sfn", other.toString(), file.toString());
    }
  };

  private static final String[] SUFFIXES = {"", "-wal", "-shm"};

  /** Prepares the event, before what is then lost was done. */
  void prepare(Path file) throws Exception {}

  boolean isPreparedBeforeItIsOpen() {
    return false;
  }

  abstract void happen(Path file) throws Exception;

  static Path backup(Path file) {
    return file.resolveSibling("backup.db");
  }

  static void backUp(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Dialect.run(connection, "backup to '" + backup(file) + "'");
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
