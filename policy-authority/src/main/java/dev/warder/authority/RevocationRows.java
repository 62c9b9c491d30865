package dev.warder.authority;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import dev.warder.gate.revocation.RevocationLog;
import dev.warder.gate.revocation.RevocationLog.Entry;
import dev.warder.gate.revocation.RevocationLog.Progress;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was revoked: entries with positions from 1 without a gap, each linked to the one before. */
final class RevocationRows {
  private static final String SELECT =
      "select position, kind, issuer, name, instant, link from revocation";

  private final Statements statements;
  private final Instant now;

  RevocationRows(Statements statements, Instant now) {
    this.statements = statements;
    this.now = now;
  }

  /** Adds an entry after the last, and returns it. */
  @CanIgnoreReturnValue
  Entry append(Revocation revocation) throws StoreFailure {
    Optional<Entry> last =
        statements.first(SELECT + " order by position desc limit 1", this::entry);
    long position = last.map(Entry::position).orElse(0L) + 1;
    String link =
        RevocationLog.link(
            last.map(Entry::link).orElse(RevocationLog.NO_LINK), position, revocation);
    Columns columns = Columns.of(revocation);
    statements.change(
        "insert into revocation (position, at, kind, issuer, name, instant, link)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        position,
        now,
        columns.kind,
        revocation.issuer(),
        columns.name,
        columns.instant.map(Instant::toString),
        link);
    statements.tellNews();
    return new Entry(position, revocation, link);
  }

  /** Returns the entries from a position on, this many at most. */
  List<Entry> page(long from, long most) throws StoreFailure {
    return statements.list(
        SELECT + " where position >= ? order by position limit ?", this::entry, from, most);
  }

  /** Returns the last entry's position and link. */
  Progress last() throws StoreFailure {
    return progress("order by position desc limit 1");
  }

  /** Returns the progress of who has read up to a position; none where there is no such entry. */
  Progress progressAt(long position) throws StoreFailure {
    return progress("where position = ?", position);
  }

  private Progress progress(String where, Object... parameters) throws StoreFailure {
    return statements
        .first(
            "select position, link from revocation " + where,
            row -> new Progress(row.number("position"), row.text("link")),
            parameters)
        .orElse(Progress.NONE);
  }

  /** Returns the failure of a store that has an entry no more that was read. */
  StoreFailure missing(long position) {
    return statements.corrupt("revocation %d is not what it was".formatted(position));
  }

  private Entry entry(Row row) throws SQLException, StoreFailure {
    long position = row.number("position");
    try {
      Columns columns =
          new Columns(
              row.text("kind"), row.text("name"), row.optionalText("instant").map(Instant::parse));
      return new Entry(position, columns.revocation(row.text("issuer")), row.text("link"));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw statements.corrupt("revocation %d".formatted(position));
    }
  }

  private record Columns(String kind, String name, Optional<Instant> instant) {
    static Columns of(Revocation revocation) {
      if (revocation instanceof OfValue value) {
        return new Columns("value", value.valueId(), value.expiresAt());
      } else if (revocation instanceof OfToken token) {
        return new Columns("token", token.tokenId(), Optional.empty());
      } else if (revocation instanceof OfAccount account) {
        return new Columns("account", account.account(), Optional.of(account.issuedBefore()));
      } else if (revocation instanceof OfUser user) {
        return new Columns("user", user.user(), Optional.of(user.issuedBefore()));
      }
      throw new AssertionError(revocation);
    }

    Revocation revocation(String issuer) {
      return switch (kind) {
        case "value" -> new OfValue(issuer, name, instant.orElse(null));
        case "token" -> new OfToken(issuer, name);
        case "account" -> new OfAccount(issuer, name, before());
        case "user" -> new OfUser(issuer, name, before());
        default -> throw new IllegalArgumentException(kind);
      };
    }

    private Instant before() {
      return instant.orElseThrow(() -> new IllegalArgumentException("no instant"));
    }
  }
}
