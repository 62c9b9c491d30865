package dev.warder.gate.token;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An access token that was verified: a {@link TokenVerifier} alone makes one. It says what was true
 * when it was verified, so it is kept for one request, not for longer. Immutable and safe for use
 * by many threads.
 */
public final class AccessToken {
  private final Claims claims;

  /** The grant made last: a shortcut that threads may lose to one another. */
  private volatile @Nullable Grant grant;

  /** What was made of the token last: a shortcut likewise. */
  private volatile @Nullable Derived<?> derived;

  AccessToken(Claims claims) {
    this.claims = claims;
  }

  /** Returns who issued the token: {@code iss}. Ids and accounts mean something with it alone. */
  public String issuer() {
    return claims.issuer();
  }

  /** Returns the user for whom the token was issued: {@code sub}. */
  public String subject() {
    return claims.subject();
  }

  /** Returns the id of this value of the token: {@code jti}. Rotation gives another. */
  public String valueId() {
    return claims.valueId();
  }

  /** Returns the id of the token, which rotation keeps; where the token names none, the value's. */
  public String tokenId() {
    return claims.tokenId();
  }

  /** Returns the account that the token is scoped to. */
  public String account() {
    return claims.account();
  }

  /** Returns the raw strings of the capabilities carried, unknown ones included, each once. */
  public Set<String> capabilities() {
    return claims.capabilities();
  }

  /** Returns when this value of the token was issued. */
  public Instant issuedAt() {
    return Instant.ofEpochSecond(lifetime().issuedAt());
  }

  /** Returns the first instant at which the token has expired, or nothing where it never does. */
  public Optional<Instant> expiresAt() {
    return lifetime().isNever()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(lifetime().expiresAt()));
  }

  /**
   * Returns the token's grant for an engine. A token that is seen again returns the same one, and
   * allocates nothing, as long as the engine is the same.
   */
  public Grant grant(PolicyEngine engine) {
    Grant known = grant;
    if (known == null || !engine.made(known)) {
      known = engine.grant(account(), capabilities());
      grant = known;
    }
    return known;
  }

  /**
   * Returns what a function makes of this token. A token that is seen again and asked with the same
   * function returns the same thing and allocates nothing; what is kept is the answer to the
   * function asked last. For what a host needs of a token at each request.
   *
   * @param derivation told apart by identity; should return equal things each time
   */
  public <T> T derive(Function<? super AccessToken, ? extends T> derivation) {
    Derived<?> known = derived;
    if (known == null || known.by != derivation) {
      known = new Derived<>(derivation, derivation.apply(this));
      derived = known;
    }
    @SuppressWarnings("unchecked") // the function is the one that made it
    T made = (T) known.made;
    return made;
  }

  private record Derived<T>(Function<? super AccessToken, ? extends T> by, T made) {}

  Lifetime lifetime() {
    return claims.lifetime();
  }

  /** Returns who issued it, its id and its account: nothing by which it could be used. */
  @Override
  public String toString() {
    return "token " + tokenId() + " of account " + account() + ", issued by " + issuer();
  }
}
