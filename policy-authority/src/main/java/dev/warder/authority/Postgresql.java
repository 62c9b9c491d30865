package dev.warder.authority;

import dev.warder.authority.StoreFailure.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * PostgreSQL: one writer at a time, as every change first locks the one row of {@code store}. After
 * that each of its statements sees all that was committed before, and nothing is committed
 * meanwhile: so positions have no gaps, and read committed is as good as serializable, and never
 * fails for it.
 */
final class Postgresql implements Dialect {
  /** The channel of the notifications, one for all schemas: to look for nothing does no harm. */
  static final String CHANNEL = "warder_revocation";

  /** Whether another server sends what a table of the store has (logical replication). */
  private static final String IS_SUBSCRIBED =
      "exists (select 1 from pg_subscription_rel where srrelid in (to_regclass('store'),"
          + " to_regclass('account'), to_regclass('member'), to_regclass('token'),"
          + " to_regclass('revocation'), to_regclass('audit'), to_regclass('signing_key')))";

  @Override
  public String folder() {
    return "postgresql";
  }

  @Override
  public String beginRead() {
    return "begin isolation level repeatable read read only";
  }

  @Override
  public String beginWrite() {
    return "begin isolation level read committed";
  }

  @Override
  public String identity() {
    return "select schema_version, id, case when pg_is_in_recovery() then 'in recovery' when "
        + IS_SUBSCRIBED
        + " then 'a subscription fills its tables' else '' end as standby, erasures_due from store";
  }

  @Override
  public String lockForWrite() {
    return identity() + " for update";
  }

  /**
   * A change that returned is durable, and a wait that was cancelled is heard of. Both are set in
   * each session, so that neither URL, role nor server says otherwise, now or after it is reloaded.
   */
  @Override
  public void prepare(Connection connection, Duration wait) throws SQLException {
    Dialect.run(connection, "set lock_timeout = " + wait.toMillis());
    // The others do not wait until a synchronous standby has it on its disk.
    boolean isStricter = "remote_apply".equals(Dialect.ask(connection, "show synchronous_commit"));
    Dialect.run(connection, "set synchronous_commit = " + (isStricter ? "remote_apply" : "on"));
    // The commit warns when somebody ended its wait for a standby.
    Dialect.run(connection, "set client_min_messages = warning");
  }

  @Override
  public Optional<String> tellNews() {
    return Optional.of("notify " + CHANNEL);
  }

  /** Its write-ahead log and its backups have what was there before. */
  @Override
  public Optional<String> erase() {
    return Optional.empty();
  }

  @Override
  public Optional<String> writeAnew() {
    return Optional.empty();
  }

  /** By the SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
  @Override
  public Kind kind(SQLException exception) {
    String state = String.valueOf(exception.getSQLState());
    return switch (state) {
      case "53100" -> Kind.FULL;
      case "58030" -> Kind.DISK;
      case "25006" -> Kind.READ_ONLY;
      case "55P03", "40001", "40P01" -> Kind.LOCKED;
      // Damaged data, or a damaged index.
      case "XX001", "XX002" -> Kind.CORRUPT;
      // A table or a schema is missing.
      case "42P01", "3F000" -> Kind.NOT_A_STORE;
      case "53300", "3D000" -> Kind.UNREACHABLE;
      default -> isUnreachable(state) ? Kind.UNREACHABLE : Kind.OTHER;
    };
  }

  @Override
  public String named(SQLException exception) {
    String state = exception.getSQLState();
    String message = Dialect.messageOf(exception);
    return state == null ? message : "SQLSTATE %s: %s".formatted(state, message);
  }

  private static boolean isUnreachable(String state) {
    return state.startsWith("08") || state.startsWith("57P0") || state.startsWith("28");
  }

  @Override
  public boolean isTransient(SQLException exception) {
    return kind(exception) == Kind.LOCKED;
  }
}
