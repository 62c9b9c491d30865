package dev.warder.authority;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The accounts. */
final class AccountRows {
  private final Statements statements;

  AccountRows(Statements statements) {
    this.statements = statements;
  }

  /** Adds an account whose id is new. */
  void add(AccountRow account) throws StoreFailure {
    statements.change(
        "insert into account (id, name, created_at) values (?, ?, ?)",
        account.id(),
        account.name(),
        account.createdAt());
  }

  Optional<AccountRow> get(String id) throws StoreFailure {
    return statements.first(
        "select id, name, created_at from account where id = ?", AccountRows::account, id);
  }

  /** Returns the accounts of which a user is a member, the oldest first. */
  List<AccountRow> ofUser(String userId) throws StoreFailure {
    return statements.list(
        "select id, name, created_at from account join member on member.account_id = account.id"
            + " where member.user_id = ? order by created_at, id",
        AccountRows::account,
        userId);
  }

  private static AccountRow account(Row row) throws SQLException {
    return new AccountRow(row.text("id"), row.text("name"), row.instant("created_at"));
  }
}
