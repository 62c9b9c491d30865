package dev.warder.authority;

import static java.util.Comparator.comparing;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Who has which role in which account: one at most. */
final class MemberRows {
  private final Statements statements;

  MemberRows(Statements statements) {
    this.statements = statements;
  }

  /** Gives a user a role in an account that is there, in place of the one there was. */
  void set(MemberRow member) throws StoreFailure {
    statements.change(
        "insert into member (account_id, user_id, role) values (?, ?, ?)"
            + " on conflict (account_id, user_id) do update set role = excluded.role",
        member.accountId(),
        member.userId(),
        member.role().text());
  }

  /** Returns whether there was one to remove. */
  boolean remove(String accountId, String userId) throws StoreFailure {
    return statements.change(
            "delete from member where account_id = ? and user_id = ?", accountId, userId)
        == 1;
  }

  /** Returns the members of an account, in the order of their users' ids. */
  List<MemberRow> of(String accountId) throws StoreFailure {
    List<MemberRow> members =
        statements.list(
            "select account_id, user_id, role from member where account_id = ?",
            MemberRows::member,
            accountId);
    // The databases do not sort text alike.
    return members.stream().sorted(comparing(MemberRow::userId)).toList();
  }

  Optional<Role> role(String accountId, String userId) throws StoreFailure {
    return statements
        .first(
            "select account_id, user_id, role from member where account_id = ? and user_id = ?",
            MemberRows::member,
            accountId,
            userId)
        .map(MemberRow::role);
  }

  private static MemberRow member(Row row) throws SQLException {
    return new MemberRow(row.text("account_id"), row.text("user_id"), Role.parse(row.text("role")));
  }
}
