package dev.warder.authority;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.authority.StoreFailure.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was done: rows with positions from 1 without a gap, each with the chain's mac. */
final class AuditRows {
  private static final String SELECT =
      "select position, at, actor, action, account_id, token_id, detail, mac from audit";

  private final Statements statements;
  private final Instant now;
  private final String storeId;

  /** What this transaction added last, and by which chain: nobody else can have added after it. */
  private @Nullable Added added;

  private record Added(AuditChain chain, AuditRow row) {}

  AuditRows(Statements statements, Instant now, String storeId) {
    this.statements = statements;
    this.now = now;
    this.storeId = storeId;
  }

  /**
   * Adds a row after the last, and returns it. The first row and the last are verified before, in
   * the same transaction, so a chain has one key, and goes on from nothing that was put in.
   *
   * @throws StoreFailure when they are not by this chain, or were changed; nothing is added then
   */
  @CanIgnoreReturnValue
  AuditRow append(AuditChain chain, AuditEvent event) throws StoreFailure {
    Optional<AuditRow> last = last(chain);
    long position = last.map(AuditRow::position).orElse(0L) + 1;
    String mac = chain.mac(last.map(AuditRow::mac).orElse(storeId), position, now, event);
    statements.change(
        "insert into audit (position, at, actor, action, account_id, token_id, detail, mac)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        position,
        now,
        event.actor(),
        event.action(),
        event.accountId(),
        event.tokenId(),
        event.detail(),
        mac);
    AuditRow row = new AuditRow(position, now, event, mac);
    added = new Added(chain, row);
    return row;
  }

  /** Returns the last row, once it is known to be right. Reads three rows at most. */
  private Optional<AuditRow> last(AuditChain chain) throws StoreFailure {
    if (added != null && added.chain() == chain) {
      return Optional.of(added.row());
    }
    List<AuditRow> end =
        statements.list(SELECT + " order by position desc limit 2", AuditRows::row);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    AuditRow last = end.get(0);
    List<AuditRow> first = page(0, 1);
    if (!first.stream().allMatch(row -> chain.isFirst(row, storeId))) {
      throw statements.failure(Kind.OTHER_AUDIT_KEY, "its first entry is not by it");
    }
    if (end.size() == 2 && !chain.isAfter(last, end.get(1))) {
      throw statements.failure(
          Kind.OTHER_AUDIT_KEY, "its last entry, %d, is not by it".formatted(last.position()));
    }
    return Optional.of(last);
  }

  /** Returns the rows after a position, this many at most. */
  List<AuditRow> page(long after, long most) throws StoreFailure {
    return statements.list(
        SELECT + " where position > ? order by position limit ?", AuditRows::row, after, most);
  }

  /** Returns an account's rows between two positions, this many at most, the first ones. */
  List<AuditRow> page(String accountId, long after, long before, long most) throws StoreFailure {
    return statements.list(
        SELECT
            + " where account_id = ? and position > ? and position < ? order by position limit ?",
        AuditRows::row,
        accountId,
        after,
        before,
        most);
  }

  /** Returns the rows after a position that are of no account, this many at most. */
  List<AuditRow> pageOfNoAccount(long after, long most) throws StoreFailure {
    return statements.list(
        SELECT + " where account_id is null and position > ? order by position limit ?",
        AuditRows::row,
        after,
        most);
  }

  /**
   * Returns a time that has surely passed, unless the clock has been ahead for longer than a time.
   * It is that time after the newest row of at least that age, or where there is none, after the
   * first row; and now at the latest.
   *
   * @param ahead how long a clock may have been ahead
   */
  Instant passed(Duration ahead) throws StoreFailure {
    Instant settled = now.minus(ahead);
    Optional<AuditRow> first = page(0, 1).stream().findFirst();
    return statements
        .first(SELECT + " where at <= ? order by position desc limit 1", AuditRows::row, settled)
        .or(() -> first)
        .map(row -> row.at().plus(ahead))
        .filter(passed -> passed.isBefore(now))
        .orElse(now);
  }

  private static AuditRow row(Row row) throws SQLException {
    AuditEvent event =
        new AuditEvent(
            row.text("actor"),
            row.text("action"),
            row.optionalText("account_id"),
            row.optionalText("token_id"),
            row.text("detail"));
    return new AuditRow(row.number("position"), row.instant("at"), event, row.text("mac"));
  }
}
