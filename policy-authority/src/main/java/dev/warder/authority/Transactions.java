package dev.warder.authority;

import static com.google.common.base.Preconditions.checkState;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.warder.authority.StoreFailure.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The transactions of one store, on a bounded number of connections. Each makes sure that it reads
 * and changes the store that was opened, and that the store's place still leads there when it ends.
 */
final class Transactions implements AutoCloseable {
  /** Those of this process: when files were replaced, no connection to them may stay. */
  private static final Set<Transactions> ALL = ConcurrentHashMap.newKeySet();

  private final StorePlace place;
  private final String storeId;
  private final Duration wait;
  private final HikariDataSource pool;

  /**
   * Makes one.
   *
   * @param storeId the id that the store had when it was opened
   * @param most how many connections are open at once
   * @param wait how long to wait for one
   */
  Transactions(StorePlace place, String storeId, DataSource connections, int most, Duration wait) {
    this.place = place;
    this.storeId = storeId;
    this.wait = wait;
    HikariConfig config = new HikariConfig();
    config.setDataSource(connections);
    config.setPoolName("warder-store");
    config.setMaximumPoolSize(most);
    // None is opened before it is wanted: while the cause of a failure lasts, it would be of no
    // use.
    config.setMinimumIdle(0);
    config.setConnectionTimeout(Math.max(wait.toMillis(), 250));
    config.setInitializationFailTimeout(-1);
    pool = new HikariDataSource(config);
    ALL.add(this);
  }

  /** Reads, as of one moment. */
  <T> T read(Query<T> query, Instant now) throws StoreFailure {
    try (Connection connection = connection()) {
      return run(connection, query, now, false);
    } catch (SQLException e) {
      throw renewing(place.dialect().failure(place.toString(), e));
    } catch (StoreFailure e) {
      throw renewing(e);
    }
  }

  /** Changes something, wholly or not at all. When this returns it is durable. */
  <T> T write(Change<T> change, Instant now) throws StoreFailure {
    try (Connection connection = connection()) {
      T result = run(connection, change::in, now, true);
      checkStillThere(connection);
      return result;
    } catch (SQLException e) {
      throw renewing(place.dialect().failure(place.toString(), e));
    } catch (StoreFailure e) {
      throw renewing(e);
    }
  }

  /**
   * Erases what was deleted, as far as the dialect can; returns whether readers let it.
   *
   * @param waits whether to wait for readers, as long as a transaction waits for writers
   */
  boolean erase(String statement, boolean waits) throws StoreFailure {
    try (Connection connection = connection()) {
      place.checkLeadsTo(connection);
      if (!waits) {
        Dialect.run(connection, "pragma busy_timeout = 0");
      }
      boolean isErased = "0".equals(Dialect.ask(connection, statement));
      if (!waits) {
        Dialect.run(connection, "pragma busy_timeout = " + wait.toMillis());
      }
      return isErased;
    } catch (SQLException e) {
      throw renewing(place.dialect().failure(place.toString(), e));
    } catch (StoreFailure e) {
      throw renewing(e);
    }
  }

  private <T> T run(Connection connection, Query<T> work, Instant now, boolean isWrite)
      throws SQLException, StoreFailure {
    Dialect dialect = place.dialect();
    Statements statements = new Statements(connection, place);
    try {
      place.checkLeadsTo(connection);
      statements.run(isWrite ? dialect.beginWrite() : dialect.beginRead());
      checkIdentity(connection, isWrite);
      T result = work.of(new Rows(statements, now, storeId));
      statements.checkNoneFailed();
      place.checkLeadsTo(connection);
      statements.run("commit");
      return result;
    } catch (Throwable e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private void checkIdentity(Connection connection, boolean isWrite)
      throws SQLException, StoreFailure {
    Dialect dialect = place.dialect();
    StoreIdentity found =
        StoreIdentity.read(
            connection, place, isWrite ? dialect.lockForWrite() : dialect.identity());
    found.checkPrimary(place);
    found.checkIs(storeId, place);
    if (isWrite) {
      Schema.check(place, found.schemaVersion());
    }
  }

  /** A change that was committed where nobody looks for it failed, and is not tried again. */
  private void checkStillThere(Connection connection) throws StoreFailure {
    try {
      place.checkLeadsTo(connection);
      checkIdentity(connection, false);
    } catch (SQLException e) {
      throw lost(place.dialect().failure(place.toString(), e));
    } catch (StoreFailure e) {
      throw lost(e);
    }
  }

  private StoreFailure lost(StoreFailure failure) {
    return StoreFailure.of(
        failure.kind(),
        false,
        place.toString(),
        "while it was changed, so the change may be lost",
        failure);
  }

  private Connection connection() throws SQLException, StoreFailure {
    checkState(!pool.isClosed(), "the store is closed");
    place.checkCanBeOpened();
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException e) {
      if (e.getCause() == null) {
        throw StoreFailure.of(Kind.LOCKED, place.toString(), "all connections are in use");
      }
      throw e;
    }
  }

  /** A connection that cannot even be rolled back is not used again. */
  private void rollBack(Connection connection, Throwable failure) {
    try {
      Dialect.run(connection, "rollback");
    } catch (SQLException e) {
      failure.addSuppressed(e);
      pool.evictConnection(connection);
    }
  }

  private StoreFailure renewing(StoreFailure failure) {
    switch (failure.kind()) {
      case REPLACED -> ALL.forEach(Transactions::renew);
      case UNREACHABLE, STANDBY ->
          ALL.stream().filter(this::isOfThisStore).forEach(Transactions::renew);
      case FULL, READ_ONLY, CORRUPT -> renew();
      default -> {}
    }
    return failure;
  }

  /** A server that is gone for one of a store's pools is gone for the others. */
  private boolean isOfThisStore(Transactions other) {
    return other.place == place;
  }

  /** Closes connections, as soon as they are not in use. */
  private void renew() {
    if (!pool.isClosed()) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  boolean isClosed() {
    return pool.isClosed();
  }

  @Override
  public void close() {
    ALL.remove(this);
    pool.close();
  }
}
