package dev.warder.authority;

/**
 * Why an authority refuses what it is asked, as far as a caller branches on it. More reasons may be
 * added, so a {@code switch} needs a default, which takes nothing for done.
 */
public enum RefusalReason {
  /** The catalogue has nothing of this name. */
  UNKNOWN_CAPABILITY("unknown-capability"),
  /** The words may mean several things, and are never resolved silently. */
  AMBIGUOUS_CAPABILITY("ambiguous-capability"),
  /** Verifiers would refuse the token: it carries too much, or is of a time that none can name. */
  UNFIT_TOKEN("unfit-token"),
  /** Nothing was chosen, or what was chosen has no capability in it. */
  NO_CAPABILITY("no-capability"),
  /** It is no lifetime, or none of those that the catalogue offers. */
  UNKNOWN_EXPIRY("unknown-expiry"),
  /** The actor does not manage the account; that it is not there is the same answer. */
  NOT_ALLOWED("not-allowed"),
  /** The actor manages several accounts, and none was said. */
  ACCOUNT_NEEDED("account-needed"),
  /** The actor manages no such token; that it is not there is the same answer. */
  UNKNOWN_TOKEN("unknown-token"),
  /** The token was revoked, which is for good. */
  REVOKED("revoked"),
  /** The name is not 1 to 256 characters without controls. */
  BAD_NAME("bad-name"),
  /** There is an account with this id already. */
  ACCOUNT_EXISTS("account-exists"),
  /** The user is the account's last owner or admin. */
  LAST_ADMIN("last-admin"),
  /** The account has no such member. */
  UNKNOWN_MEMBER("unknown-member"),
  /** The store has no such key, or it was retired. */
  UNKNOWN_KEY("unknown-key"),
  /** A private key is asked for, which leaves the store in no way. */
  PRIVATE_KEY("private-key"),
  /** A secret would stand beside keys that are none, or there would be more keys than can be. */
  UNFIT_KEY("unfit-key"),
  /** Others changed the keys meanwhile; asked again, it may be done. */
  KEYS_CHANGED("keys-changed");

  private final String code;

  RefusalReason(String code) {
    this.code = code;
  }

  /** Returns the reason as it is written in logs and answers. */
  public String code() {
    return code;
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }
}
