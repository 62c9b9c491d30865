package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link TokenIdentity}. Each part has a name, since five of them are text; all must be
 * set, and account and expiry are set or waived.
 */
public final class TokenIdentityBuilder {
  @Nullable String issuer;
  @Nullable String tokenId;
  @Nullable String valueId;
  @Nullable String account;
  @Nullable String user;
  @Nullable Instant issuedAt;
  @Nullable Instant expiresAt;
  private boolean isWithoutAccount;
  private boolean isNeverExpiring;

  TokenIdentityBuilder() {}

  /** Sets who issued it; every other name is one among this issuer's. */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder issuer(String issuer) {
    this.issuer = requireNonNull(issuer);
    return this;
  }

  /** Sets what names the token, and survives its rotation. */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder tokenId(String tokenId) {
    this.tokenId = requireNonNull(tokenId);
    return this;
  }

  /** Sets what names this value of the token ({@code jti}). */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder valueId(String valueId) {
    this.valueId = requireNonNull(valueId);
    return this;
  }

  /** Sets the account that it belongs to. */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder account(String account) {
    this.account = requireNonNull(account);
    this.isWithoutAccount = false;
    return this;
  }

  /** Sets that it belongs to no account. */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder withoutAccount() {
    this.account = null;
    this.isWithoutAccount = true;
    return this;
  }

  /** Sets the user that it was issued to ({@code sub}). */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder user(String user) {
    this.user = requireNonNull(user);
    return this;
  }

  /** Sets when this value was issued ({@code iat}). */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder issuedAt(Instant issuedAt) {
    this.issuedAt = requireNonNull(issuedAt);
    return this;
  }

  /** Sets when this value expires ({@code exp}). */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder expiresAt(Instant expiresAt) {
    this.expiresAt = requireNonNull(expiresAt);
    this.isNeverExpiring = false;
    return this;
  }

  /** Sets that this value never expires. */
  @CanIgnoreReturnValue
  public TokenIdentityBuilder neverExpiring() {
    this.expiresAt = null;
    this.isNeverExpiring = true;
    return this;
  }

  /**
   * Returns the identity.
   *
   * @throws IllegalStateException when a part is not set
   */
  public TokenIdentity build() {
    checkState(issuer != null, "set issuer(…)");
    checkState(tokenId != null, "set tokenId(…)");
    checkState(valueId != null, "set valueId(…)");
    checkState(account != null || isWithoutAccount, "set account(…), or withoutAccount()");
    checkState(user != null, "set user(…)");
    checkState(issuedAt != null, "set issuedAt(…)");
    checkState(expiresAt != null || isNeverExpiring, "set expiresAt(…), or neverExpiring()");
    return new TokenIdentity(issuer, tokenId, valueId, account, user, issuedAt, expiresAt);
  }
}
