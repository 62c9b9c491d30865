package dev.warder.authority;

import static com.google.common.base.Preconditions.checkState;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.warder.authority.StoreFailure.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
  <T, E extends Exception> T read(Work<T, E> work, Instant now) throws E, StoreFailure {
    try (Connection connection = connection()) {
      return run(connection, work, now, false);
    } catch (SQLException e) {
      throw renewing(place.dialect().failure(place.toString(), e));
    } catch (StoreFailure e) {
      throw renewing(e);
    }
  }

  /** Changes something, wholly or not at all. When this returns it is durable. */
  <T, E extends Exception> T write(Work<T, E> work, Instant now) throws E, StoreFailure {
    try (Connection connection = connection()) {
      T result = run(connection, work, now, true);
      tryToErase(connection, checkStillThere(connection));
      return result;
    } catch (SQLException e) {
      throw renewing(place.dialect().failure(place.toString(), e));
    } catch (StoreFailure e) {
      throw renewing(e);
    }
  }

  /**
   * Erases what was deleted from all files of the store, and waits for readers that need it as long
   * as a transaction waits for writers. A later change of any program tries again.
   */
  void erase() throws StoreFailure {
    try (Connection connection = connection()) {
      place.checkLeadsTo(connection);
      eraseIfDue(connection, identity(connection, place.dialect().identity()));
    } catch (SQLException e) {
      throw renewing(place.dialect().failure(place.toString(), e));
    } catch (StoreFailure e) {
      throw renewing(e);
    }
  }

  /** The change is durable, whether this succeeds or not. It waits for nobody. */
  private void tryToErase(Connection connection, StoreIdentity found) {
    if (found.erasuresDue() == 0 || place.dialect().erase().isEmpty()) {
      return;
    }
    try {
      Dialect.run(connection, "pragma busy_timeout = 0");
      try {
        eraseIfDue(connection, found);
      } finally {
        Dialect.run(connection, "pragma busy_timeout = " + wait.toMillis());
      }
    } catch (SQLException e) {
      // Due until it succeeds.
    }
  }

  /** What is deleted meanwhile stays due. */
  private void eraseIfDue(Connection connection, StoreIdentity found) throws SQLException {
    Optional<String> erase = place.dialect().erase();
    if (erase.isPresent()
        && found.erasuresDue() > 0
        && "0".equals(Dialect.ask(connection, erase.get()))) {
      Dialect.run(
          connection,
          "update store set erasures_due = 0 where erasures_due = " + found.erasuresDue());
    }
  }

  private <T, E extends Exception> T run(
      Connection connection, Work<T, E> work, Instant now, boolean isWrite)
      throws E, SQLException, StoreFailure {
    Dialect dialect = place.dialect();
    Statements statements = new Statements(connection, place);
    try {
      place.checkLeadsTo(connection);
      statements.run(isWrite ? dialect.beginWrite() : dialect.beginRead());
      checkIdentity(connection, isWrite);
      T result = work.in(new Rows(statements, now, storeId));
      statements.checkNoneFailed();
      place.checkLeadsTo(connection);
      commit(connection, isWrite);
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
        identity(connection, isWrite ? dialect.lockForWrite() : dialect.identity());
    if (isWrite) {
      Schema.check(place, found.schemaVersion());
    }
  }

  private StoreIdentity identity(Connection connection, String query)
      throws SQLException, StoreFailure {
    StoreIdentity found = StoreIdentity.read(connection, place, query);
    found.checkPrimary(place);
    found.checkIs(storeId, place);
    return found;
  }

  /**
   * Commits. A server warns when its wait for a standby was ended by somebody: then the change is
   * durable on this server alone, and a failover would lose it.
   */
  private void commit(Connection connection, boolean isWrite) throws SQLException, StoreFailure {
    try (Statement statement = connection.createStatement()) {
      statement.execute("commit");
      SQLWarning warning = statement.getWarnings();
      if (isWrite && warning != null) {
        throw lost(place.dialect().failure(place.toString(), warning));
      }
    }
  }

  /** A change that was committed where nobody looks for it failed, and is not tried again. */
  private StoreIdentity checkStillThere(Connection connection) throws StoreFailure {
    try {
      place.checkLeadsTo(connection);
      return identity(connection, place.dialect().identity());
    } catch (SQLException e) {
      throw lost(place.dialect().failure(place.toString(), e));
    } catch (StoreFailure e) {
      throw lost(e);
    }
  }

  private StoreFailure lost(StoreFailure failure) {
    return StoreFailure.ofLostChange(failure, place.toString());
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
      case UNREACHABLE, CANNOT_OPEN, DISK, STANDBY ->
          ALL.stream().filter(this::isOfThisStore).forEach(Transactions::renew);
      case FULL, READ_ONLY, CORRUPT, NOT_A_STORE -> renew();
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

  /**
   * Closes every connection before it returns. A pool that is closed by an interrupted thread
   * closes them later, when the store may be open again: to close the last one removes files by
   * their name.
   */
  @Override
  public void close() {
    ALL.remove(this);
    boolean isInterrupted = Thread.interrupted();
    try {
      pool.close();
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
