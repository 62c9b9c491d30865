package dev.warder.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Puts many tokens of one account into a store at once, as they are when issued one by one. */
final class MillionTokens {
  static final int COUNT = 1_000_000;

  /** They expire evenly spread over so many days. */
  static final int DAYS = 90;

  private static final int AT_ONCE = 100_000;

  private MillionTokens() {}

  static void add(Path file, Instant now) throws SQLException {
    Random random = new Random(1);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      prepare(connection);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into token (id, account_id, ordinal, name, created_by, created_at,"
                  + " capabilities, issuer, value_id, issued_at, expires_at)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        for (int i = 1; i <= COUNT; i++) {
          set(insert, i, now, random);
          insert.addBatch();
          if (i % AT_ONCE == 0) {
            insert.executeBatch();
            connection.commit();
          }
        }
      }
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma synchronous = off");
      statement.execute("pragma cache_size = -500000");
    }
    connection.setAutoCommit(false);
  }

  private static void set(PreparedStatement insert, int ordinal, Instant now, Random random)
      throws SQLException {
    long lifetime = Duration.ofDays(DAYS).toMillis() / COUNT * ordinal;
    insert.setString(1, uuid(random));
    insert.setString(2, TokenStore.ACCOUNT);
    insert.setLong(3, ordinal);
    insert.setString(4, "Token " + ordinal);
    insert.setString(5, TokenStore.ADA.user());
    insert.setLong(6, now.toEpochMilli());
    insert.setString(7, "[\"read:app\",\"write:app\"]");
    insert.setString(8, TokenStore.ISSUER);
    insert.setString(9, uuid(random));
    insert.setLong(10, now.toEpochMilli());
    insert.setLong(11, now.toEpochMilli() + lifetime);
  }

  private static String uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
