package dev.warder.authority;

import dev.warder.model.text.EnumCode;

/**
 * Why an authority refuses a request, as far as a caller branches on it. More reasons may be added,
 * so a {@code switch} needs a default, which takes nothing for done.
 */
public enum RefusalReason {
  /** The catalogue has nothing of this name. */
  UNKNOWN_CAPABILITY,
  /** The words may mean several things, and are never resolved silently. */
  AMBIGUOUS_CAPABILITY,
  /** Verifiers would refuse the token: it carries too much, or is of a time that none can name. */
  UNFIT_TOKEN,
  /** Nothing was chosen, or what was chosen has no capability in it. */
  NO_CAPABILITY,
  /** It is no lifetime, or none of those that the catalogue offers. */
  UNKNOWN_EXPIRY,
  /** The actor does not manage the account; that it is not there is the same answer. */
  NOT_ALLOWED,
  /** The actor manages several accounts, and named none. */
  ACCOUNT_NEEDED,
  /** The actor manages no such token; that it is not there is the same answer. */
  UNKNOWN_TOKEN,
  /** The token was revoked, which is for good. */
  REVOKED,
  /** The name is not 1 to 256 characters without controls. */
  BAD_NAME,
  /** There is an account with this id already. */
  ACCOUNT_EXISTS,
  /** The user is the account's last owner or admin. */
  LAST_ADMIN,
  /** The account has no such member. */
  UNKNOWN_MEMBER,
  /** The store has no such key, or it was retired. */
  UNKNOWN_KEY,
  /** The request is for a private key, which never leaves the store. */
  PRIVATE_KEY,
  /** A secret would stand beside keys that are none, or there would be more keys than can be. */
  UNFIT_KEY,
  /** Others changed the keys meanwhile; asked again, it may be done. */
  KEYS_CHANGED;

  private final String code = EnumCode.of(this);

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
