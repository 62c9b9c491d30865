package dev.warder.authority;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases, so that one test is run with each. */
enum Database {
  SQLITE {
    @Override
    String place(Path folder) {
      return folder.resolve("store.db").toString();
    }

    @Override
    Connection connect(String place) throws SQLException {
      return DriverManager.getConnection("jdbc:sqlite:" + place);
    }

    @Override
    void withoutTriggers(Statement statement) throws SQLException {
      for (String table : new String[] {"audit", "revocation"}) {
        for (String trigger : new String[] {"at_the_end", "no_update", "no_delete"}) {
          statement.execute("drop trigger if exists " + table + "_" + trigger);
        }
      }
    }
  },
  POSTGRESQL {
    @Override
    String place(Path folder) throws SQLException {
      String schema = "s" + SCHEMAS.incrementAndGet();
      String server = Server.RUNNING.getJdbcUrl("postgres", "postgres");
      try (Connection connection = connect(server)) {
        Dialect.run(connection, "create schema " + schema);
      }
      return server + "&currentSchema=" + schema;
    }

    @Override
    Connection connect(String place) throws SQLException {
      return DriverManager.getConnection(place);
    }

    @Override
    void withoutTriggers(Statement statement) throws SQLException {
      statement.execute("set session_replication_role = replica");
    }
  };

  static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  /** A server of this JVM, which ends with it. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns a place where nothing is yet. */
  abstract String place(Path folder) throws SQLException;

  /** Returns a connection to a place, past the store. */
  abstract Connection connect(String place) throws SQLException;

  abstract void withoutTriggers(Statement statement) throws SQLException;

  Store open(String place) throws StoreFailure {
    return Store.open(place, () -> NOW);
  }

  /** Runs statements past the store, as it is allowed to others. */
  void run(String place, String... statements) throws SQLException {
    try (Connection connection = connect(place);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs statements as one does who has the database and stops at nothing. */
  void tamper(String place, String... statements) throws SQLException {
    try (Connection connection = connect(place);
        Statement statement = connection.createStatement()) {
      withoutTriggers(statement);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
