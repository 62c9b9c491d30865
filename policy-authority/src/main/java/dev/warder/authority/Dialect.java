package dev.warder.authority;

import com.google.common.base.Throwables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SQLite and PostgreSQL do in two ways: all but the statements themselves. */
sealed interface Dialect permits Sqlite, Postgresql {
  /** The folder of the migrations that are written in two ways. */
  String folder();

  /** Begins to read, all of it as of one moment. */
  String beginRead();

  /** Begins to change. */
  String beginWrite();

  /**
   * Reads which store this is: {@code schema_version}, {@code id}, {@code standby} (why the server
   * is one, or empty) and {@code erasures_due}.
   */
  String identity();

  /** Reads the same, and keeps other writers out until the change ends. */
  String lockForWrite();

  /** Makes a new connection fit for use, and checks that it is. */
  void prepare(Connection connection, Duration wait) throws SQLException;

  /** Returns the statement by which a change tells listeners of news once it is committed. */
  Optional<String> tellNews();

  /**
   * Returns the statement that erases, outside of a transaction, what was deleted or overwritten
   * from files besides the database, and answers 0 when it did, 1 when readers kept it from it.
   * Absent where it cannot be erased.
   */
  Optional<String> erase();

  /**
   * Returns the statement that writes the whole database anew, outside of a transaction, so that
   * its free places have nothing of what was deleted. Absent where {@link #erase} is.
   */
  Optional<String> writeAnew();

  StoreFailure.Kind kind(SQLException exception);

  /** Returns whether the transaction is surely rolled back, and to be tried again. */
  boolean isTransient(SQLException exception);

  /** Returns what a failure is: the first of its causes that is a known one decides. */
  default StoreFailure failure(String store, Throwable failure) {
    SQLException last = null;
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLException exception) {
        last = exception;
        if (kind(exception) != StoreFailure.Kind.OTHER || isTransient(exception)) {
          return failure(store, exception, failure);
        }
      }
    }
    return last == null
        ? StoreFailure.of(StoreFailure.Kind.OTHER, false, store, messageOf(failure), failure)
        : failure(store, last, failure);
  }

  private StoreFailure failure(String store, SQLException decides, Throwable failure) {
    StoreFailure.Kind kind = kind(decides);
    String why = kind == StoreFailure.Kind.OTHER ? withCause(decides) : reason(decides);
    return StoreFailure.of(kind, isTransient(decides), store, why, failure);
  }

  /** A driver's own message may not tell what is wrong, such as that a file cannot be unpacked. */
  private String withCause(SQLException decides) {
    String why = named(decides);
    Throwable cause = Throwables.getRootCause(decides);
    return cause == decides ? why : why + ": " + messageOf(cause);
  }

  /** Returns what to add to the words of a kind for a failure that is one of the known ones. */
  default String reason(SQLException exception) {
    return messageOf(exception);
  }

  /** Returns the message of a failure that is none of the known ones, with its code. */
  String named(SQLException exception);

  /** Returns what a failure says, or else what it is. */
  static String messageOf(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the one text that a statement answers with, or null for none. */
  static @Nullable String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getString(1) : null;
    }
  }
}
