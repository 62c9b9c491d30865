package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier asks of a token besides its signature.
 *
 * @param issuer the issuer trusted, or null for any
 * @param audience the audience that a token must name, or null for any
 */
record TokenRules(
    @Nullable String issuer,
    @Nullable String audience,
    long skewMillis,
    long longestLifetimeSeconds,
    boolean acceptsNeverExpiring,
    int mostCharacters,
    ImmutableSet<Algorithm> algorithms,
    ClaimNames names) {

  /** Throws unless claims that are signed are meant for us, and of a kind that is accepted. */
  void check(Claims claims) throws TokenRejected {
    if (issuer != null && !issuer.equals(claims.identity().issuer())) {
      throw TokenRejected.of(TokenFault.OTHER_ISSUER);
    }
    if (audience != null && !claims.audience().contains(audience)) {
      throw TokenRejected.of(TokenFault.OTHER_AUDIENCE);
    }
    Validity validity = claims.validity();
    if (validity.isNever()) {
      if (!acceptsNeverExpiring) {
        throw TokenRejected.of(TokenFault.NEVER_EXPIRES);
      }
    } else if (validity.expiresAt() - validity.issuedAt() > longestLifetimeSeconds) {
      throw TokenRejected.of(TokenFault.LIFETIME);
    }
  }
}
