package dev.warder.gate.limit;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The ids of a token and of its account, both as their issuer gave them, for charging. To be made
 * once for each verified token and kept, as it takes two hashes. Immutable and safe for use by many
 * threads.
 */
public final class ChargedToken {
  private final String issuer;
  private final String tokenId;
  private final String account;

  /** Stands for the issuer and the token's id. */
  final long tokenKey;

  /** Stands for the issuer and the account. */
  final long accountKey;

  private ChargedToken(String issuer, String tokenId, String account) {
    this.issuer = issuer;
    this.tokenId = tokenId;
    this.account = account;
    this.tokenKey = Key.of(issuer, tokenId);
    this.accountKey = Key.of(issuer, account);
  }

  /**
   * Returns a token to be charged.
   *
   * @param tokenId what rotation keeps, so that a new value gives no fresh allowance
   * @throws IllegalArgumentException when one of them is empty
   */
  public static ChargedToken of(String issuer, String tokenId, String account) {
    checkArgument(!issuer.isEmpty(), "the issuer is empty");
    checkArgument(!tokenId.isEmpty(), "the token's id is empty");
    checkArgument(!account.isEmpty(), "the account is empty");
    return new ChargedToken(issuer, tokenId, account);
  }

  /** Returns who issued the token. */
  public String issuer() {
    return issuer;
  }

  /** Returns the id that the token is counted by. */
  public String tokenId() {
    return tokenId;
  }

  /** Returns the account that the token is scoped to. */
  public String account() {
    return account;
  }

  /** Returns the ids. */
  @Override
  public String toString() {
    return "token " + tokenId + " of account " + account + ", issued by " + issuer;
  }
}
