package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.revocation.TokenIdentity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token that was verified: a {@link TokenVerifier} alone makes one. It says what was true
 * when it was verified, so it is kept for one request, not for longer. Immutable and safe for use
 * by many threads.
 */
public final class AccessToken {
  private final Claims claims;

  /** The seal of the verifier that made the token. */
  private final Object seal;

  // Shortcuts, which threads may lose to one another.
  private volatile @Nullable Grant grant;
  private volatile @Nullable Grant grantOfVerifier;
  private volatile @Nullable ChargedToken charged;

  AccessToken(Claims claims, Object seal) {
    this.claims = claims;
    this.seal = seal;
  }

  /** Returns who issued the token: {@code iss}. Ids and accounts mean something with it alone. */
  public String issuer() {
    return claims.identity().issuer();
  }

  /** Returns the user for whom the token was issued: {@code sub}. */
  public String subject() {
    return claims.identity().user();
  }

  /** Returns the id of this value of the token: {@code jti}. Rotation gives another. */
  public String valueId() {
    return claims.identity().valueId();
  }

  /** Returns the id of the token, which rotation keeps; where the token names none, the value's. */
  public String tokenId() {
    return claims.identity().tokenId();
  }

  /**
   * Returns the account that the token is scoped to; of several issuers, with the prefix of its
   * issuer, which {@link #identity} does not have. There is none where the token names none, which
   * a verifier accepts only by {@link TokenVerifierBuilder#acceptTokensWithoutAccount}.
   */
  public Optional<String> account() {
    return Optional.ofNullable(claims.account());
  }

  /** Returns the raw strings of the capabilities carried, unknown ones included, each once. */
  public Set<String> capabilities() {
    return claims.capabilities();
  }

  /** Returns when this value of the token was issued. */
  public Instant issuedAt() {
    return claims.identity().issuedAt();
  }

  /** Returns the first instant at which the token has expired, or nothing where it never does. */
  public Optional<Instant> expiresAt() {
    return claims.identity().expiresAt();
  }

  /** Returns all by which the token can have been revoked. */
  public TokenIdentity identity() {
    return claims.identity();
  }

  /** Returns the token as rate limits count it. A token that is seen again returns the same one. */
  public ChargedToken charged() {
    ChargedToken known = charged;
    if (known == null) {
      @Nullable String account = account().orElse(null);
      known =
          account == null
              ? ChargedToken.withoutAccount(issuer(), tokenId())
              : ChargedToken.of(issuer(), tokenId(), account);
      charged = known;
    }
    return known;
  }

  /**
   * Returns the token's grant for an engine. A token that is seen again returns the same one, and
   * allocates nothing, as long as the engine is the same.
   */
  public Grant grant(PolicyEngine engine) {
    Grant known = grant;
    if (known == null || !engine.made(known)) {
      known = newGrant(engine);
      grant = known;
    }
    return known;
  }

  /** Returns the grant as the verifier with this seal keeps it, apart from {@link #grant}. */
  Grant grant(PolicyEngine engine, Object seal) {
    checkArgument(seal == this.seal, "the token is another verifier's");
    Grant known = grantOfVerifier;
    if (known == null || !engine.made(known)) {
      known = newGrant(engine);
      grantOfVerifier = known;
    }
    return known;
  }

  private Grant newGrant(PolicyEngine engine) {
    @Nullable String account = account().orElse(null);
    return account == null
        ? engine.grantWithoutAccount(capabilities())
        : engine.grant(account, capabilities());
  }

  Validity validity() {
    return claims.validity();
  }

  /** Returns who issued it, its id and its account: nothing by which it could be used. */
  @Override
  public String toString() {
    return "token "
        + tokenId()
        + account().map(of -> " of account " + of).orElse(" without account")
        + ", issued by "
        + issuer();
  }
}
