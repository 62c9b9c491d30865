package dev.warder.gate.revocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All of a token by which it can have been revoked. */
public final class TokenIdentity {
  private final String issuer;
  private final String tokenId;
  private final String valueId;
  private final Optional<String> account;
  private final String user;
  private final Instant issuedAt;
  private final Optional<Instant> expiresAt;

  TokenIdentity(
      String issuer,
      String tokenId,
      String valueId,
      @Nullable String account,
      String user,
      Instant issuedAt,
      @Nullable Instant expiresAt) {
    this.issuer = issuer;
    this.tokenId = tokenId;
    this.valueId = valueId;
    this.account = Optional.ofNullable(account);
    this.user = user;
    this.issuedAt = issuedAt;
    this.expiresAt = Optional.ofNullable(expiresAt);
  }

  /** Returns a builder, which asks for every part by name. */
  public static TokenIdentityBuilder builder() {
    return new TokenIdentityBuilder();
  }

  /** Returns who issued it. */
  public String issuer() {
    return issuer;
  }

  /** Returns what names the token, and survives its rotation. */
  public String tokenId() {
    return tokenId;
  }

  /** Returns what names this value of the token ({@code jti}). */
  public String valueId() {
    return valueId;
  }

  /** Returns the account that it belongs to, or nothing where it has none. */
  public Optional<String> account() {
    return account;
  }

  /** Returns the user that it was issued to ({@code sub}). */
  public String user() {
    return user;
  }

  /** Returns when this value was issued ({@code iat}). */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** Returns when this value expires ({@code exp}), or nothing when it never does. */
  public Optional<Instant> expiresAt() {
    return expiresAt;
  }

  private List<Object> parts() {
    return List.of(issuer, tokenId, valueId, account, user, issuedAt, expiresAt);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenIdentity identity && parts().equals(identity.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** Returns all parts. */
  @Override
  public String toString() {
    return "token " + parts();
  }
}
