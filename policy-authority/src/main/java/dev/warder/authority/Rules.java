package dev.warder.authority;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.text.Identifier;
import dev.warder.model.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may do what: only owners and admins of an account manage its tokens and its members. */
final class Rules {
  private static final int MOST_OF_AN_ID = 36;

  private final Rows rows;
  private final Actor actor;

  Rules(Rows rows, Actor actor) {
    this.rows = rows;
    this.actor = actor;
  }

  static boolean manages(Role role) {
    return role == Role.OWNER || role == Role.ADMIN;
  }

  boolean managesAccount(String account) throws StoreFailure {
    return Identifier.isOne(account)
        && rows.members().role(account, actor.user()).filter(Rules::manages).isPresent();
  }

  /** Returns the account named, or the one that the actor manages when there is one alone. */
  String account(@Nullable String named) throws Refused, StoreFailure {
    if (named != null) {
      return checkManaged(named);
    }
    List<String> managed = managed();
    if (managed.size() == 1) {
      return managed.get(0);
    }
    throw managed.isEmpty()
        ? new Refused(
            RefusalReason.NOT_ALLOWED,
            "you manage no account: owners and admins of an account manage its tokens")
        : new Refused(
            RefusalReason.ACCOUNT_NEEDED,
            "you manage several accounts: "
                + managed.stream().map(Quoted::of).collect(joining(", ")));
  }

  /** Returns the accounts that the actor manages, the oldest first. */
  List<String> managed() throws StoreFailure {
    List<String> managed = new ArrayList<>();
    for (AccountRow account : rows.accounts().ofUser(actor.user())) {
      if (managesAccount(account.id())) {
        managed.add(account.id());
      }
    }
    return managed;
  }

  /** An account that is not there and one that the actor does not manage are one answer. */
  @CanIgnoreReturnValue
  String checkManaged(String account) throws Refused, StoreFailure {
    if (!managesAccount(account)) {
      throw new Refused(
          RefusalReason.NOT_ALLOWED,
          "you manage no account "
              + Quoted.of(account)
              + ": owners and admins of an account manage its tokens");
    }
    return account;
  }

  /** A token that is not there and one of an account that is not managed are one answer. */
  TokenRow token(String id) throws Refused, StoreFailure {
    if (id.length() > MOST_OF_AN_ID || !Identifier.isOne(id)) {
      // It may be a token's value, which goes to no server and into no message.
      throw new Refused(
          RefusalReason.UNKNOWN_TOKEN, "this is no token's id, which has 36 characters");
    }
    Optional<TokenRow> token = rows.tokens().get(id);
    if (token.isEmpty() || !managesAccount(token.get().accountId())) {
      throw new Refused(
          RefusalReason.UNKNOWN_TOKEN, "you manage no token with the id " + Quoted.of(id));
    }
    return token.get();
  }
}
