package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.warder.model.text.Identifier;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is revoked, for good. Names are those of one issuer, and identifiers: 1 to 256
 * UTF-16 units, no control character, no half of a surrogate pair.
 */
public sealed interface Revocation {
  /** Who issued the tokens that it covers. */
  String issuer();

  /** Returns whether the token was revoked by this. */
  boolean covers(TokenIdentity token);

  /** Returns the revocation of this one value, which is what a rotation does to the old one. */
  static Revocation ofValue(TokenIdentity token) {
    return new OfValue(token.issuer(), token.valueId(), token.expiresAt().orElse(null));
  }

  /** Returns the revocation of this token with every value it had and will have. */
  static Revocation ofToken(TokenIdentity token) {
    return new OfToken(token.issuer(), token.tokenId());
  }

  /** One value of a token. */
  final class OfValue implements Revocation {
    private final String issuer;
    private final String valueId;
    private final Optional<Instant> expiresAt;

    /**
     * Makes a revocation.
     *
     * @param issuer who issued it
     * @param valueId names it ({@code jti})
     * @param expiresAt when it expires ({@code exp}): it is found by this day (UTC), and forgotten
     *     some time after it, so the value is covered only if it expires on this very day. Null
     *     when it never does or when nobody knows: then it is covered whatever its expiry, and
     *     never forgotten
     * @throws IllegalArgumentException for a name that is not an identifier
     */
    public OfValue(String issuer, String valueId, @Nullable Instant expiresAt) {
      checkIdentifier(issuer);
      checkIdentifier(valueId);
      this.issuer = issuer;
      this.valueId = valueId;
      this.expiresAt = Optional.ofNullable(expiresAt);
    }

    @Override
    public String issuer() {
      return issuer;
    }

    /** Returns what names the value ({@code jti}). */
    public String valueId() {
      return valueId;
    }

    /** Returns when the value expires; nothing when it never does or when nobody knows. */
    public Optional<Instant> expiresAt() {
      return expiresAt;
    }

    @Override
    public boolean covers(TokenIdentity token) {
      return valueId.equals(token.valueId())
          && issuer.equals(token.issuer())
          && (expiresAt.isEmpty()
              || expiresAt.map(ExpiryDays::day).equals(token.expiresAt().map(ExpiryDays::day)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfValue value
          && issuer.equals(value.issuer)
          && valueId.equals(value.valueId)
          && expiresAt.equals(value.expiresAt);
    }

    @Override
    public int hashCode() {
      return Objects.hash(issuer, valueId, expiresAt);
    }

    /** Returns issuer, value and expiry. */
    @Override
    public String toString() {
      return "OfValue[issuer=" + issuer + ", valueId=" + valueId + ", expiresAt=" + expiresAt + "]";
    }
  }

  /**
   * A token with every value it had and will have.
   *
   * @param issuer who issued it
   * @param tokenId names it
   */
  record OfToken(String issuer, String tokenId) implements Revocation {
    /**
     * Makes a revocation.
     *
     * @throws IllegalArgumentException for a name that is not an identifier
     */
    public OfToken {
      checkIdentifier(issuer);
      checkIdentifier(tokenId);
    }

    @Override
    public boolean covers(TokenIdentity token) {
      return tokenId.equals(token.tokenId()) && issuer.equals(token.issuer());
    }
  }

  /**
   * Every token of an account that was issued earlier than an instant. No such revocation covers a
   * token without an account.
   *
   * @param issuer who issued them
   * @param account the account
   * @param issuedBefore the instant; what was issued exactly then is not covered. A token says when
   *     it was issued in whole seconds, so one issued in the second of this instant, but after it,
   *     counts as issued before it, unless the instant is a whole second too
   */
  record OfAccount(String issuer, String account, Instant issuedBefore) implements Revocation {
    /**
     * Makes a revocation.
     *
     * @throws IllegalArgumentException for a name that is not an identifier
     */
    public OfAccount {
      checkIdentifier(issuer);
      checkIdentifier(account);
      requireNonNull(issuedBefore);
    }

    @Override
    public boolean covers(TokenIdentity token) {
      return token.issuedAt().isBefore(issuedBefore)
          && account.equals(token.account().orElse(null))
          && issuer.equals(token.issuer());
    }
  }

  /**
   * Every token of a user that was issued earlier than an instant.
   *
   * @param issuer who issued them
   * @param user the user
   * @param issuedBefore the instant, as in {@link OfAccount}
   */
  record OfUser(String issuer, String user, Instant issuedBefore) implements Revocation {
    /**
     * Makes a revocation.
     *
     * @throws IllegalArgumentException for a name that is not an identifier
     */
    public OfUser {
      checkIdentifier(issuer);
      checkIdentifier(user);
      requireNonNull(issuedBefore);
    }

    @Override
    public boolean covers(TokenIdentity token) {
      return token.issuedAt().isBefore(issuedBefore)
          && user.equals(token.user())
          && issuer.equals(token.issuer());
    }
  }

  private static void checkIdentifier(String name) {
    checkArgument(Identifier.isOne(name), "a name is %s", Identifier.RULE);
  }
}
