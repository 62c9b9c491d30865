package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier asks of a token besides its signature.
 *
 * @param issuer the issuer trusted, or null for any
 * @param audience the audience that a token must name, or null for any
 * @param isAccountOptional whether a token may be without an account
 * @param accountPrefix what each account begins with, so that it is of this issuer alone
 */
record TokenRules(
    @Nullable String issuer,
    @Nullable String audience,
    long skewMillis,
    boolean acceptsNeverExpiring,
    boolean isAccountOptional,
    String accountPrefix,
    int mostCharacters,
    TokenProfile profile) {

  /** Reads the claims of a token. */
  Claims read(Map<String, @Nullable Object> claims, CompactToken token) throws TokenRejected {
    return read(claims, profile.derivesValueId ? token.signingInput() : null);
  }

  /** Reads claims of which nobody knows what was signed. */
  Claims read(Map<String, @Nullable Object> claims) throws TokenRejected {
    return read(claims, (byte[]) null);
  }

  private Claims read(Map<String, @Nullable Object> claims, byte @Nullable [] signed)
      throws TokenRejected {
    return Claims.read(claims, profile, isAccountOptional, accountPrefix, signed);
  }

  /**
   * Throws unless claims that are signed are meant for us, and of a kind that is accepted.
   *
   * @param all the same claims as they were signed
   */
  void check(Claims claims, Map<String, @Nullable Object> all) throws TokenRejected {
    if (issuer != null && !issuer.equals(claims.identity().issuer())) {
      throw TokenRejected.of(TokenFault.OTHER_ISSUER);
    }
    boolean isWithoutAudience = profile.isAudienceOptional && claims.audience().isEmpty();
    if (audience != null && !isWithoutAudience && !claims.audience().contains(audience)) {
      throw TokenRejected.of(TokenFault.OTHER_AUDIENCE);
    }
    checkSender(all, profile);
    checkRequired(all, profile);
    checkAccepted(profile.acceptedClients, all, TokenFault.OTHER_CLIENT);
    checkAccepted(profile.acceptedSubjects, all, TokenFault.OTHER_SUBJECT);
    checkNever(claims.validity());
    checkLifetime(claims.validity(), profile);
  }

  private void checkNever(Validity validity) throws TokenRejected {
    if (validity.isNever() && !acceptsNeverExpiring) {
      throw TokenRejected.of(TokenFault.NEVER_EXPIRES);
    }
  }

  static void checkLifetime(Validity validity, TokenProfile profile) throws TokenRejected {
    if (!validity.isNever()
        && validity.expiresAt() - validity.issuedAt() > profile.longestLifetimeSeconds) {
      throw TokenRejected.of(TokenFault.LIFETIME);
    }
  }

  static void checkSender(Map<String, @Nullable Object> claims, TokenProfile profile)
      throws TokenRejected {
    if (!profile.acceptsSenderBound && claims.containsKey("cnf")) {
      throw TokenRejected.of(TokenFault.SENDER_BOUND);
    }
  }

  static void checkRequired(Map<String, @Nullable Object> claims, TokenProfile profile)
      throws TokenRejected {
    for (RequiredClaim required : profile.required) {
      if (!required.isMetBy(claims)) {
        throw TokenRejected.of(TokenFault.REQUIRED_CLAIM);
      }
    }
  }

  static void checkAccepted(
      Map<ClaimPath, ImmutableSet<String>> accepted,
      Map<String, @Nullable Object> claims,
      TokenFault otherwise)
      throws TokenRejected {
    for (Map.Entry<ClaimPath, ImmutableSet<String>> list : accepted.entrySet()) {
      if (!(list.getKey().valueIn(claims) instanceof String one && list.getValue().contains(one))) {
        throw TokenRejected.of(otherwise);
      }
    }
  }
}
