package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.model.text.Identifier;
import dev.warder.model.text.Quoted;
import dev.warder.model.text.VisibleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accounts and their members. The store's operator adds an account with its first admin, so that
 * nobody else learns which accounts there are; from then on only its owners and admins change who
 * is a member as what, and the last of them stays. Safe for use by many threads.
 */
public final class Accounts {
  private final Store store;
  private final AuditChain audit;

  private Accounts(Store store, AuditChain audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * Returns the accounts of a store.
   *
   * @param auditKey by which the audit is chained; it does not belong into the store
   * @throws IllegalArgumentException for fewer than 32 bytes
   */
  public static Accounts of(Store store, byte[] auditKey) {
    return new Accounts(store, AuditChain.of(auditKey));
  }

  /**
   * Adds an account.
   *
   * @param id names it for good; 1 to 256 characters that can be seen, as is its name
   * @param firstAdmin the user who manages it
   * @throws Refused when there is one of this id
   * @throws StoreFailure when the store cannot be read or written
   * @throws IllegalArgumentException for an id or a name that is none
   */
  public void add(Operator operator, String id, String name, String firstAdmin)
      throws Refused, StoreFailure {
    checkText("an account's id", id);
    checkText("an account's name", name);
    Actor admin = new Actor(firstAdmin);
    checkText("a user's id", firstAdmin);
    store.write(
        rows -> {
          if (rows.accounts().get(id).isPresent()) {
            throw new Refused(
                RefusalReason.ACCOUNT_EXISTS, "there is an account " + Quoted.of(id) + " already");
          }
          rows.accounts().add(new AccountRow(id, name, rows.now()));
          rows.members().set(new MemberRow(id, admin.user(), Role.ADMIN));
          return record(rows, operator.inAudit(), "add-account", id, admin.user());
        });
  }

  private static void checkText(String what, String text) {
    checkArgument(VisibleName.isOne(text), "%s has %s", what, VisibleName.RULE);
  }

  /**
   * Returns the accounts of which an actor is a member, the oldest first.
   *
   * @throws StoreFailure when the store cannot be read
   */
  public List<AccountInfo> list(Actor actor) throws StoreFailure {
    return store.read(
        rows -> {
          List<AccountInfo> accounts = new ArrayList<>();
          for (AccountRow account : rows.accounts().ofUser(actor.user())) {
            Role role = rows.members().role(account.id(), actor.user()).orElseThrow();
            accounts.add(new AccountInfo(account.id(), account.name(), role));
          }
          return accounts;
        });
  }

  /**
   * Returns the account that an actor manages, for an act that names none.
   *
   * @throws Refused when there is none ({@link RefusalReason#NOT_ALLOWED}), or are several ({@link
   *     RefusalReason#ACCOUNT_NEEDED})
   * @throws StoreFailure when the store cannot be read
   */
  public String onlyManaged(Actor actor) throws Refused, StoreFailure {
    return store.read(rows -> new Rules(rows, actor).account(null));
  }

  /**
   * Gives a user a role in an account, in place of the one there was.
   *
   * @throws Refused when the actor does not manage the account, it would lose its last owner or
   *     admin, or the user is no member yet and the id has characters that cannot be seen
   * @throws StoreFailure when the store cannot be read or written
   */
  public void setRole(Actor actor, String account, String user, Role role)
      throws Refused, StoreFailure {
    String member = new Actor(user).user();
    store.write(
        rows -> {
          new Rules(rows, actor).checkManaged(account);
          if (!Rules.manages(role)) {
            checkNotLast(rows, account, member);
          }
          checkSeenIfNew(rows, account, member);
          rows.members().set(new MemberRow(account, member, role));
          return record(rows, actor.user(), "set-role-" + role.text(), account, member);
        });
  }

  /** A present member stays one, whatever the id looks like. */
  private static void checkSeenIfNew(Rows rows, String account, String member)
      throws Refused, StoreFailure {
    if (rows.members().role(account, member).isEmpty() && !VisibleName.isOne(member)) {
      throw new Refused(RefusalReason.BAD_NAME, "a new user's id has " + VisibleName.RULE);
    }
  }

  /**
   * Takes a user out of an account. Tokens issued in the user's name stay.
   *
   * @throws Refused when the actor does not manage the account, the user is no member, or the last
   *     owner or admin
   * @throws StoreFailure when the store cannot be read or written
   */
  public void removeMember(Actor actor, String account, String user) throws Refused, StoreFailure {
    store.write(
        rows -> {
          new Rules(rows, actor).checkManaged(account);
          checkNotLast(rows, account, user);
          if (!Identifier.isOne(user) || !rows.members().remove(account, user)) {
            throw new Refused(
                RefusalReason.UNKNOWN_MEMBER, Quoted.of(user) + " is no member of the account");
          }
          return record(rows, actor.user(), "remove-member", account, user);
        });
  }

  private static void checkNotLast(Rows rows, String account, String user)
      throws Refused, StoreFailure {
    List<MemberRow> managers =
        rows.members().of(account).stream().filter(member -> Rules.manages(member.role())).toList();
    if (managers.size() == 1 && managers.get(0).userId().equals(user)) {
      throw new Refused(
          RefusalReason.LAST_ADMIN,
          Quoted.of(user) + " is the account's last owner or admin; name another first");
    }
  }

  private AuditRow record(Rows rows, String actor, String action, String account, String user)
      throws StoreFailure {
    String detail = "{\"user\":" + TextList.writeOne(user) + "}";
    return rows.audit()
        .append(
            audit, new AuditEvent(actor, action, Optional.of(account), Optional.empty(), detail));
  }
}
