package dev.warder.authority;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was done: rows with positions from 1 without a gap, each with the chain's mac. */
final class AuditRows {
  private static final String SELECT =
      "select position, at, actor, action, account_id, token_id, detail, mac from audit";

  private final Statements statements;
  private final Instant now;

  AuditRows(Statements statements, Instant now) {
    this.statements = statements;
    this.now = now;
  }

  /** Adds a row after the last, and returns it. */
  AuditRow append(AuditChain chain, AuditEvent event) throws StoreFailure {
    Optional<AuditRow> last =
        statements.first(SELECT + " order by position desc limit 1", AuditRows::row);
    long position = last.map(AuditRow::position).orElse(0L) + 1;
    String mac =
        chain.mac(last.map(AuditRow::mac).orElse(AuditChain.NO_HEAD), position, now, event);
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
    return new AuditRow(position, now, event, mac);
  }

  /** Returns the rows after a position, this many at most. */
  List<AuditRow> page(long after, long most) throws StoreFailure {
    return statements.list(
        SELECT + " where position > ? order by position limit ?", AuditRows::row, after, most);
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
