package dev.warder.gate.revocation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * All of a token by which it can have been revoked.
 *
 * @param issuer who issued it; every other name is one among this issuer's
 * @param tokenId names the token, and survives its rotation
 * @param valueId names this value of the token ({@code jti})
 * @param account the account that it belongs to
 * @param user the user that it was issued to ({@code sub})
 * @param issuedAt when this value was issued ({@code iat})
 * @param expiresAt when this value expires ({@code exp}), or nothing when it never does
 */
public record TokenIdentity(
    String issuer,
    String tokenId,
    String valueId,
    String account,
    String user,
    Instant issuedAt,
    Optional<Instant> expiresAt) {

  /** Makes an identity; none of its parts is null. */
  public TokenIdentity {
    requireNonNull(issuer);
    requireNonNull(tokenId);
    requireNonNull(valueId);
    requireNonNull(account);
    requireNonNull(user);
    requireNonNull(issuedAt);
    requireNonNull(expiresAt);
  }
}
