package dev.warder.authority;

import dev.warder.authority.StoreFailure.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables, made and brought up to date where they are not. Whether they are is read from one row
 * first, since asking Flyway takes almost half a second.
 */
final class Schema {
  /** The version that this program reads and writes: the last migration's. */
  static final long VERSION = 6;

  /** The first version whose programs erase what they delete. */
  private static final long ERASING = 6;

  /** Two that bring one store up to date at once may fail, and find it done. */
  private static final int ATTEMPTS = 5;

  private final StorePlace place;
  private final DataSource connections;

  Schema(StorePlace place, DataSource connections) {
    this.place = place;
    this.connections = connections;
  }

  /** Brings the tables up to date, and returns the store's id. */
  String bringUpToDate() throws StoreFailure {
    int attempt = 1;
    for (long found = version(); found < VERSION; found = version()) {
      try {
        eraseWhatWasDeletedBefore(found);
        migrate();
      } catch (FlywayException | IOException | SQLException e) {
        StoreFailure failure = place.dialect().failure(place.toString(), e);
        if (attempt++ == ATTEMPTS || !mayBeDoneByAnother(failure)) {
          throw failure;
        }
      }
    }
    return id();
  }

  /**
   * Erases, before anything else, what programs of an earlier schema deleted: keys that signed are
   * still in free places of their file. A kill leaves the earlier schema, and so all to be done. A
   * store without a retired key has none of that, and another program may be making it just now.
   */
  private void eraseWhatWasDeletedBefore(long found) throws SQLException, StoreFailure {
    Optional<String> writeAnew = place.dialect().writeAnew();
    if (found == 0 || found >= ERASING || writeAnew.isEmpty()) {
      return;
    }
    try (Connection connection = connections.getConnection()) {
      String retired = "select count(*) from signing_key where retired_at is not null";
      if ("0".equals(Dialect.ask(connection, retired))) {
        return;
      }
      Dialect.run(connection, writeAnew.get());
      if (!"0".equals(Dialect.ask(connection, place.dialect().erase().orElseThrow()))) {
        throw StoreFailure.of(
            Kind.LOCKED,
            place.toString(),
            "another program reads it, and keys that are to be erased from it cannot be");
      }
    }
  }

  private String id() throws StoreFailure {
    try (Connection connection = connections.getConnection()) {
      StoreIdentity identity = StoreIdentity.read(connection, place, place.dialect().identity());
      identity.checkPrimary(place);
      return identity.id();
    } catch (SQLException e) {
      throw place.dialect().failure(place.toString(), e);
    }
  }

  private static boolean mayBeDoneByAnother(StoreFailure failure) {
    return failure.kind() == Kind.OTHER || failure.kind() == Kind.LOCKED;
  }

  /** Refuses a schema that is newer than this program. */
  static void check(StorePlace place, long version) throws StoreFailure {
    if (version > VERSION) {
      throw StoreFailure.of(
          Kind.NEWER_SCHEMA, place.toString(), "%d, not %d".formatted(version, VERSION));
    }
  }

  private long version() throws StoreFailure {
    try (Connection connection = connections.getConnection()) {
      long version = version(connection);
      check(place, version);
      return version;
    } catch (SQLException e) {
      throw place.dialect().failure(place.toString(), e);
    }
  }

  private static long version(Connection connection) throws SQLException {
    try (ResultSet table =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "store", null)) {
      if (!table.next()) {
        return 0;
      }
    }
    String version = Dialect.ask(connection, "select schema_version from store");
    return version == null ? 0 : Long.parseLong(version);
  }

  private void migrate() throws IOException, SQLException {
    checkWritable();
    String folder = place.dialect().folder();
    MigrationTexts texts =
        MigrationTexts.read(
            List.of(
                "V1__tables.sql",
                folder + "/V2__append_only.sql",
                "V3__key_of_a_token.sql",
                folder + "/V4__store_id.sql",
                "V5__by_account.sql",
                "V6__erasures_due.sql"));
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(connections)
        .resourceProvider(texts)
        .javaMigrationClassProvider(List::of)
        .table("warder_schema_history")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /** Flyway would try for ten seconds. */
  private void checkWritable() throws SQLException {
    try (Connection connection = connections.getConnection()) {
      Dialect.run(connection, place.dialect().beginWrite());
      // SQLite lets one begin to write what is read-only, and refuses the first statement that
      // does.
      Dialect.run(connection, "create table warder_writable (x bigint)");
      Dialect.run(connection, "rollback");
    }
  }
}
