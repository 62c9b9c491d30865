package dev.warder.authority;

import dev.warder.authority.StoreFailure.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQLite: a write-ahead log that is on the disk before a change returns, and one writer at a time,
 * which waits for its turn before it reads. A change that begins by reading and then wants to write
 * could not be let in when another has written meanwhile.
 */
final class Sqlite implements Dialect {
  private static final Pattern CODE = Pattern.compile("\\[(SQLITE_[A-Z_0-9]+)]");

  private static final int SHORT_READ = 522;
  private static final int SHARED_MEMORY_OPEN = 4_618;
  private static final int SHARED_MEMORY_SIZE = 4_874;
  private static final int DATA = 8_202;
  private static final int CORRUPT_FILE_SYSTEM = 8_458;

  @Override
  public String folder() {
    return "sqlite";
  }

  @Override
  public String beginRead() {
    return "begin deferred";
  }

  @Override
  public String beginWrite() {
    return "begin immediate";
  }

  @Override
  public String identity() {
    return "select schema_version, id, '' as standby, erasures_due from store";
  }

  @Override
  public String lockForWrite() {
    return identity();
  }

  /** Each is read back: SQLite passes over what it does not know or cannot do, without a word. */
  @Override
  public void prepare(Connection connection, Duration wait) throws SQLException {
    String millis = Long.toString(wait.toMillis());
    set(connection, "busy_timeout", millis, millis);
    set(connection, "journal_mode", "wal", "wal");
    set(connection, "synchronous", "full", "2");
    set(connection, "foreign_keys", "on", "1");
    // Otherwise `insert or replace` deletes rows without asking the trigger that refuses it.
    set(connection, "recursive_triggers", "on", "1");
    // What is deleted or overwritten is overwritten in the file, too.
    set(connection, "secure_delete", "on", "1");
    // Reads once, so that the files beside the database are open too.
    String unused = Dialect.ask(connection, "select count(*) from sqlite_schema");
  }

  private static void set(Connection connection, String pragma, String value, String readBack)
      throws SQLException {
    Dialect.run(connection, "pragma " + pragma + " = " + value);
    String is = Dialect.ask(connection, "pragma " + pragma);
    if (!readBack.equals(is)) {
      throw new SQLException("%s is `%s`, not `%s`".formatted(pragma, is, readBack));
    }
  }

  /** A file tells nobody. */
  @Override
  public Optional<String> tellNews() {
    return Optional.empty();
  }

  /** Old pages are in the write-ahead log until it is written back and cut to nothing. */
  @Override
  public Optional<String> erase() {
    return Optional.of("pragma wal_checkpoint(truncate)");
  }

  @Override
  public Optional<String> writeAnew() {
    return Optional.of("vacuum");
  }

  /**
   * By the primary result code, and where it says what is wrong, by the extended one
   * (https://sqlite.org/rescode.html).
   */
  @Override
  public Kind kind(SQLException exception) {
    if (exception instanceof SqliteConnection.FilesReplaced) {
      return Kind.REPLACED;
    }
    int code = SqliteConnection.resultCode(exception);
    return switch (code & 0xff) {
      case 5, 6 -> Kind.LOCKED;
      case 8 -> Kind.READ_ONLY;
      case 10 -> kindOfDiskError(code);
      case 11 -> Kind.CORRUPT;
      case 13 -> Kind.FULL;
      case 14 -> Kind.CANNOT_OPEN;
      case 26 -> Kind.NOT_A_STORE;
      // A statement of ours is right, so it is a table that is missing.
      case 1 -> isOfNoStore(exception) ? Kind.NOT_A_STORE : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  private static Kind kindOfDiskError(int code) {
    return switch (code) {
      case SHORT_READ, DATA, CORRUPT_FILE_SYSTEM -> Kind.CORRUPT;
      // The files beside the database are made longer before anything is written.
      case SHARED_MEMORY_SIZE -> Kind.FULL;
      case SHARED_MEMORY_OPEN -> Kind.CANNOT_OPEN;
      default -> Kind.DISK;
    };
  }

  /** Returns the name of the result code: the kind's own words say the rest. */
  @Override
  public String reason(SQLException exception) {
    String message = Dialect.messageOf(exception);
    Matcher code = CODE.matcher(message);
    return code.lookingAt() ? code.group(1) : message;
  }

  @Override
  public String named(SQLException exception) {
    String message = Dialect.messageOf(exception);
    int code = SqliteConnection.resultCode(exception);
    return code == 0 || message.contains("SQLITE_")
        ? message
        : "SQLite's result code %d: %s".formatted(code, message);
  }

  private static boolean isOfNoStore(SQLException exception) {
    return String.valueOf(exception.getMessage()).contains("no such table: store");
  }

  @Override
  public boolean isTransient(SQLException exception) {
    return kind(exception) == Kind.LOCKED || kind(exception) == Kind.REPLACED;
  }
}
