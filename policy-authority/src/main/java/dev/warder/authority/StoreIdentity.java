package dev.warder.authority;

import dev.warder.authority.StoreFailure.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which store a transaction reads, asked in that transaction.
 *
 * @param schemaVersion the version of its tables
 * @param id its random id, which was made with it and which each copy of it has
 * @param standby why the server only repeats what another server commits; empty where it does not
 * @param erasuresDue how often something was deleted that is still in the write-ahead log
 */
record StoreIdentity(long schemaVersion, String id, String standby, long erasuresDue) {
  /**
   * Reads the identity on a connection.
   *
   * @throws StoreFailure when there is none: then another database has the place
   */
  static StoreIdentity read(Connection connection, StorePlace place, String query)
      throws SQLException, StoreFailure {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      if (!result.next()) {
        throw StoreFailure.of(Kind.CORRUPT, place.toString(), "it has no identity");
      }
      return new StoreIdentity(
          result.getLong("schema_version"),
          result.getString("id"),
          result.getString("standby"),
          result.getLong("erasures_due"));
    }
  }

  /** Refuses a standby, which may lack what its primary has committed. */
  void checkPrimary(StorePlace place) throws StoreFailure {
    if (!standby.isEmpty()) {
      throw StoreFailure.of(Kind.STANDBY, place.toString(), standby);
    }
  }

  /** Refuses another store than the one that was opened. */
  void checkIs(String opened, StorePlace place) throws StoreFailure {
    if (!id.equals(opened)) {
      throw StoreFailure.of(
          Kind.REPLACED, place.toString(), "another store has its place: its id is another");
    }
  }
}
