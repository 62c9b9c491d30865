package dev.warder.gate.limit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a token and of its account if it has one, both as their issuer gave them, for
 * charging. To be made once for each verified token and kept, as it takes two hashes. Immutable and
 * safe for use by many threads.
 */
public final class ChargedToken {
  private final String issuer;
  private final String tokenId;
  private final Optional<String> account;

  /** Stands for the issuer and the token's id. */
  final long tokenKey;

  /** Whether there is an account to charge. */
  final boolean hasAccount;

  /** Stands for the issuer and the account. */
  final long accountKey;

  private ChargedToken(String issuer, String tokenId, @Nullable String account) {
    checkArgument(!issuer.isEmpty(), "the issuer is empty");
    checkArgument(!tokenId.isEmpty(), "the token's id is empty");
    checkArgument(account == null || !account.isEmpty(), "the account is empty");
    this.issuer = issuer;
    this.tokenId = tokenId;
    this.account = Optional.ofNullable(account);
    this.tokenKey = Key.of(issuer, tokenId);
    this.hasAccount = account != null;
    this.accountKey = account == null ? 0 : Key.of(issuer, account);
  }

  /**
   * Returns a token to be charged.
   *
   * @param tokenId what rotation keeps, so that a new value gives no fresh allowance
   * @throws IllegalArgumentException when one of them is empty
   */
  public static ChargedToken of(String issuer, String tokenId, String account) {
    return new ChargedToken(issuer, tokenId, requireNonNull(account));
  }

  /**
   * Returns a token to be charged that has no account: only its own limit counts.
   *
   * @param tokenId as for {@link #of}
   * @throws IllegalArgumentException when one of them is empty
   */
  public static ChargedToken withoutAccount(String issuer, String tokenId) {
    return new ChargedToken(issuer, tokenId, null);
  }

  /** Returns who issued the token. */
  public String issuer() {
    return issuer;
  }

  /** Returns the id that the token is counted by. */
  public String tokenId() {
    return tokenId;
  }

  /** Returns the account that the token is scoped to, or nothing where it has none. */
  public Optional<String> account() {
    return account;
  }

  /** Returns the ids. */
  @Override
  public String toString() {
    return "token "
        + tokenId
        + account.map(of -> " of account " + of).orElse(" without account")
        + ", issued by "
        + issuer;
  }
}
