package dev.warder.authority;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The keys that sign. */
final class SigningKeyRows {
  private final Statements statements;

  SigningKeyRows(Statements statements) {
    this.statements = statements;
  }

  /** Adds a key whose id is new. */
  void add(SigningKeyRow key) throws StoreFailure {
    statements.change(
        "insert into signing_key (id, algorithm, material, is_encrypted, created_at, signs_from,"
            + " retired_at) values (?, ?, ?, ?, ?, ?, ?)",
        key.id(),
        key.algorithm(),
        key.material(),
        key.isEncrypted(),
        key.createdAt(),
        key.signsFrom(),
        key.retiredAt());
  }

  /** Returns all keys, retired ones too, in the order in which they begin to sign. */
  List<SigningKeyRow> list() throws StoreFailure {
    return statements.list(
        "select id, algorithm, material, is_encrypted, created_at, signs_from, retired_at"
            + " from signing_key order by signs_from, created_at, id",
        SigningKeyRows::key);
  }

  /** Returns whether there is such a key, and it was retired. */
  boolean isRetired(String id) throws StoreFailure {
    return statements
        .first(
            "select id from signing_key where id = ? and retired_at is not null",
            row -> row.text("id"),
            id)
        .isPresent();
  }

  /** Retires a key, for good, and keeps nothing to sign by; returns whether it was not. */
  boolean retire(String id, Instant at) throws StoreFailure {
    boolean isRetired =
        statements.change(
                "update signing_key set retired_at = ?, material = ''"
                    + " where id = ? and retired_at is null",
                at,
                id)
            == 1;
    if (isRetired) {
      int unused = statements.change("update store set erasures_due = erasures_due + 1");
    }
    return isRetired;
  }

  private static SigningKeyRow key(Row row) throws SQLException {
    return new SigningKeyRow(
        row.text("id"),
        row.text("algorithm"),
        row.text("material"),
        row.number("is_encrypted") == 1,
        row.instant("created_at"),
        row.instant("signs_from"),
        row.optionalInstant("retired_at"));
  }
}
