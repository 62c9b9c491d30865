package dev.warder.authority;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.authority.key.LastExpiry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tokens. Pages go on after a key and never count rows, so a later page costs what the first
 * does; as tokens of an account are numbered in the order in which they became visible, none is
 * missed or shown twice while others are made.
 */
final class TokenRows {
  private static final String SELECT =
      "select id, account_id, ordinal, name, created_by, created_at, capabilities, issuer,"
          + " value_id, key_id, issued_at, expires_at, revoked_at, last_used_at from token";

  private final Statements statements;

  TokenRows(Statements statements) {
    this.statements = statements;
  }

  /** Returns the ordinal of the next token of an account. */
  long nextOrdinal(String accountId) throws StoreFailure {
    return statements
        .first(
            "select ordinal from token where account_id = ? order by ordinal desc limit 1",
            row -> row.number("ordinal") + 1,
            accountId)
        .orElse(1L);
  }

  /** Adds a token whose id, value and ordinal are new. */
  void add(TokenRow token) throws StoreFailure {
    statements.change(
        "insert into token (id, account_id, ordinal, name, created_by, created_at, capabilities,"
            + " issuer, value_id, key_id, issued_at, expires_at, revoked_at, last_used_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        token.id(),
        token.accountId(),
        token.ordinal(),
        token.name(),
        token.createdBy(),
        token.createdAt(),
        TextList.write(token.capabilities()),
        token.issuer(),
        token.valueId(),
        token.keyId(),
        token.issuedAt(),
        token.expiresAt(),
        token.revokedAt(),
        token.lastUsedAt());
  }

  Optional<TokenRow> get(String id) throws StoreFailure {
    return statements.first(SELECT + " where id = ?", this::token, id);
  }

  /** Gives a token that is not revoked another value; returns whether there is such a token. */
  boolean rotate(
      String id, String valueId, String keyId, Instant issuedAt, Optional<Instant> expiresAt)
      throws StoreFailure {
    return statements.change(
            "update token set value_id = ?, key_id = ?, issued_at = ?, expires_at = ?"
                + " where id = ? and revoked_at is null",
            valueId,
            keyId,
            issuedAt,
            expiresAt,
            id)
        == 1;
  }

  /** Marks a token as revoked, for good; returns whether it was not. */
  boolean revoke(String id, Instant at) throws StoreFailure {
    return statements.change(
            "update token set revoked_at = ? where id = ? and revoked_at is null", at, id)
        == 1;
  }

  /**
   * Notes that a token of this issuer was used, unless the note there is is nearer than this, be it
   * earlier or later; returns whether it was noted.
   */
  @CanIgnoreReturnValue
  boolean touch(String issuer, String id, Instant at, Duration resolution) throws StoreFailure {
    return statements.change(
            "update token set last_used_at = ? where id = ? and issuer = ?"
                + " and (last_used_at is null or last_used_at <= ? or last_used_at >= ?)",
            at,
            id,
            issuer,
            at.minus(resolution),
            at.plus(resolution))
        == 1;
  }

  /** Returns this many tokens of an account at most, those after an ordinal, the oldest first. */
  List<TokenRow> page(String accountId, long afterOrdinal, long most) throws StoreFailure {
    return statements.list(
        SELECT + " where account_id = ? and ordinal > ? order by ordinal limit ?",
        this::token,
        accountId,
        afterOrdinal,
        most);
  }

  /**
   * Returns this many tokens of an account at most, not revoked, that expire at an instant or
   * later, and before another: the first ones, by expiry and id.
   */
  List<TokenRow> expiring(String accountId, Instant from, Instant before, long most)
      throws StoreFailure {
    return statements.list(
        SELECT
            + " where account_id = ? and revoked_at is null and expires_at >= ? and expires_at < ?"
            + " order by expires_at, id limit ?",
        this::token,
        accountId,
        from,
        before,
        most);
  }

  /** Returns this many at most of those that {@link #expiring} names after a token. */
  List<TokenRow> expiringAfter(
      String accountId, Instant expiry, String id, Instant before, long most) throws StoreFailure {
    return statements.list(
        SELECT
            + " where account_id = ? and revoked_at is null"
            + " and (expires_at, id) > (?, ?) and expires_at < ?"
            + " order by expires_at, id limit ?",
        this::token,
        accountId,
        expiry,
        id,
        before,
        most);
  }

  /** Returns when the last of the tokens expires that a key signed, or may have. */
  LastExpiry lastExpiry(String keyId) throws StoreFailure {
    return lastExpiryWhere("key_id = ?", keyId).orLater(lastExpiryWhere("key_id is null"));
  }

  private LastExpiry lastExpiryWhere(String isSigned, Object... parameters) throws StoreFailure {
    String those = " from token where revoked_at is null and " + isSigned;
    boolean isEndless =
        statements
            .first(
                "select id" + those + " and expires_at is null limit 1",
                row -> row.text("id"),
                parameters)
            .isPresent();
    return isEndless
        ? LastExpiry.NEVER
        : statements
            .first(
                "select expires_at" + those + " order by expires_at desc limit 1",
                row -> LastExpiry.at(row.instant("expires_at")),
                parameters)
            .orElse(LastExpiry.NO_TOKEN);
  }

  private TokenRow token(Row row) throws SQLException, StoreFailure {
    String id = row.text("id");
    return new TokenRow(
        id,
        row.text("account_id"),
        row.number("ordinal"),
        row.text("name"),
        row.text("created_by"),
        row.instant("created_at"),
        TextList.parse(row.text("capabilities"))
            .orElseThrow(() -> statements.corrupt("the capabilities of token " + id)),
        row.text("issuer"),
        row.text("value_id"),
        row.optionalText("key_id"),
        row.instant("issued_at"),
        row.optionalInstant("expires_at"),
        row.optionalInstant("revoked_at"),
        row.optionalInstant("last_used_at"));
  }
}
