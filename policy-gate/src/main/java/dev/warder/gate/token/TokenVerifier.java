package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkState;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.gate.revocation.Revocations;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link AccessToken}s of compact JWTs (RFC 7519) that one issuer signed for one audience,
 * and refuses everything else. What a token may look like is stricter than the standards: one
 * spelling alone, no header but {@code alg}, {@code kid} and {@code typ}, no claim of ours missing
 * or null. Safe for use by many threads.
 *
 * <pre>{@code
 * TokenVerifier verifier =
 *     TokenVerifier.builder()
 *         .issuer("https://tokens.example.com")
 *         .audience("control-api")
 *         .keys(KeySet.read(Path.of("keys.json")))
 *         .withoutClockSkew()
 *         .revocations(revocations)
 *         .build();
 * AccessToken token = verifier.verify(authorization, clock.millis());
 * }</pre>
 *
 * <p>The order of the checks is: form, claims, key, signature, issuer and audience, kind of expiry,
 * time, revocation. So only a genuine token is called expired or revoked.
 *
 * <p>A verifier that keeps tokens listens to its {@link Revocations}: once a revoking call has
 * returned, no verification that starts later accepts what it covers. {@link #close} ends that.
 */
public final class TokenVerifier implements AutoCloseable {
  private final TokenRules rules;
  private final KeySource source;
  private final Revocations revocations;
  private final KnownHeaders knownHeaders = new KnownHeaders();
  private final @Nullable SeenTokens seenTokens;
  private final Revocations.@Nullable Listening listening;

  /** Tells the tokens that this verifier made from those of others. */
  private final Object seal = new Object();

  private volatile boolean isClosed;

  /** Makes one. Listening comes last, as it has to be ended again. */
  TokenVerifier(
      TokenRules rules,
      KeySource source,
      Revocations revocations,
      @Nullable SeenTokens seenTokens) {
    this.rules = rules;
    this.source = source;
    this.revocations = revocations;
    this.seenTokens = seenTokens;
    this.listening = seenTokens == null ? null : revocations.onRevoked(seenTokens::markRevoked);
  }

  /** Returns a builder, which asks for issuer, audience, keys, clock skew and revocations. */
  public static TokenVerifierBuilder builder() {
    return new TokenVerifierBuilder();
  }

  boolean knowsRevocations() {
    return revocations.isCurrent();
  }

  /**
   * Returns the access token that the value of an {@code Authorization} header field carries (RFC
   * 6750, section 2.1): {@code Bearer} in letters of either case, spaces, and the token. One seen
   * before, in a verifier that keeps those, is found by the field's whole text and allocates
   * nothing; its time and its revocation are judged each time. For a token that comes without a
   * field see {@link #verifyBare}.
   *
   * @param authorization the field's value as received; its characters, but for the scheme and one
   *     space, count as the token's. Null, where a request has no such field, is a rejection like a
   *     field without a token
   * @param nowMillis the time by which the token is judged, in milliseconds since 1970, as {@link
   *     InstantSource#millis} returns it
   * @throws TokenRejected when it carries none that may be used now, or it could not be judged
   * @throws IllegalStateException when this verifier was closed
   */
  public AccessToken verify(@Nullable String authorization, long nowMillis) throws TokenRejected {
    int start = BearerField.start(authorization);
    if (authorization == null || start < 0) {
      throw TokenRejected.of(TokenFault.NOT_BEARER);
    }
    return verify(authorization, start, Validity.within(nowMillis));
  }

  /**
   * Returns the access token of a text that is a token alone, such as a line of a file. As {@link
   * #verify} otherwise, but that nothing may stand before the token or behind it: no scheme, and no
   * space.
   *
   * @param token the compact JWT
   * @param nowMillis as for {@link #verify}
   * @throws TokenRejected when it is none that may be used now, or it could not be judged
   * @throws IllegalStateException when this verifier was closed
   */
  public AccessToken verifyBare(String token, long nowMillis) throws TokenRejected {
    return verify(token, 0, Validity.within(nowMillis));
  }

  /**
   * Whether revocations are current is asked first: were it asked last, a token could be looked up
   * before its revocation was read, and be accepted since that has been read meanwhile.
   */
  private AccessToken verify(String text, int start, long nowMillis) throws TokenRejected {
    checkState(!isClosed, "the verifier is closed");
    @Nullable TokenRejected tooOld = revocationsTooOld();
    AccessToken token = findOrJudge(text, start, nowMillis);
    if (tooOld != null) {
      throw tooOld;
    }
    return token;
  }

  /**
   * Returns what to answer by when revocations are not current, or cannot tell; null when they are.
   */
  private @Nullable TokenRejected revocationsTooOld() {
    try {
      return revocations.isCurrent() ? null : TokenRejected.of(TokenFault.REVOCATIONS_UNAVAILABLE);
    } catch (RuntimeException e) {
      return TokenRejected.ofFailedRevocations(e);
    }
  }

  /**
   * Returns the token of a field, if it was seen before and is kept; null otherwise.
   *
   * @param start where the token begins
   */
  @Nullable AccessToken findSeen(String text, int start, long nowMillis) throws TokenRejected {
    checkState(!isClosed, "the verifier is closed");
    if (seenTokens == null) {
      return null;
    }
    @Nullable TokenRejected tooOld = revocationsTooOld();
    SeenToken seen = findSeen(seenTokens, text, start);
    if (seen == null) {
      return null;
    }
    AccessToken token = judgeAgain(seen, Validity.within(nowMillis));
    if (tooOld != null) {
      throw tooOld;
    }
    return token;
  }

  /**
   * Returns the access token of claims that somebody else has verified: signature, key, algorithm
   * and type. All else is judged as in {@link #verify}.
   *
   * @param claims by name; besides what JSON has, times may be {@link java.time.Instant} or {@link
   *     java.util.Date}, whole numbers of any primitive type, and addresses {@link java.net.URI} or
   *     {@link java.net.URL}
   * @throws TokenRejected when they make no token that may be used now
   * @throws IllegalStateException when this verifier was closed
   */
  AccessToken acceptVerifiedElsewhere(Map<String, ?> claims, long nowMillis) throws TokenRejected {
    checkState(!isClosed, "the verifier is closed");
    @Nullable TokenRejected tooOld = revocationsTooOld();
    Map<String, @Nullable Object> all = ForeignClaims.read(claims);
    Claims read = rules.read(all);
    rules.check(read, all);
    read.validity().check(Validity.within(nowMillis), rules.skewMillis());
    AccessToken token = new AccessToken(read, seal);
    switch (SeenToken.check(token, revocations)) {
      case CLEAR -> {}
      case REVOKED -> throw TokenRejected.of(TokenFault.REVOKED);
      case UNKNOWN -> throw TokenRejected.of(TokenFault.REVOCATIONS_UNAVAILABLE);
    }
    if (tooOld != null) {
      throw tooOld;
    }
    return token;
  }

  TokenRules rules() {
    return rules;
  }

  /** Returns the ids of the keys at hand. */
  Set<String> keyIds() {
    KeySet keys = source.lastKeys();
    return keys == null ? Set.of() : keys.ids();
  }

  private AccessToken findOrJudge(String text, int start, long nowMillis) throws TokenRejected {
    SeenToken seen = seenTokens == null ? null : findSeen(seenTokens, text, start);
    return seen == null ? judge(text, start, nowMillis) : judgeAgain(seen, nowMillis);
  }

  /** A source notices that its keys are in use only by tokens that are good. */
  @SuppressWarnings("ReferenceEquality") // the same set is the same object
  private @Nullable SeenToken findSeen(SeenTokens tokens, String text, int start) {
    @Nullable KeySet keys = source.lastKeys();
    SeenToken seen = keys == null ? null : tokens.find(text, start, SeenTokens.hash(text), keys);
    return seen == null || source.keysAtHand() != keys ? null : seen;
  }

  private AccessToken judgeAgain(SeenToken seen, long nowMillis) throws TokenRejected {
    seen.token.validity().check(nowMillis, rules.skewMillis());
    return seen.unlessRevoked(revocations);
  }

  /** Judges a text; keys are asked for only when it has the form of a token, and may be good. */
  private AccessToken judge(String text, int start, long nowMillis) throws TokenRejected {
    int mostCharacters = rules.mostCharacters() - Math.max(0, start - BearerField.LEAST);
    CompactToken compact = CompactToken.parse(text.substring(start), mostCharacters);
    TokenHeader knownHeader = knownHeaders.find(compact);
    TokenHeader header =
        knownHeader == null ? TokenHeader.parse(compact.header(), rules.profile()) : knownHeader;
    Map<String, @Nullable Object> all = StrictJson.parse(compact.claims());
    Claims claims = rules.read(all, compact);
    if (!source.hasAtHand(header.keyId())) {
      checkWorthReading(claims, all, nowMillis);
    }
    KeySet keys = source.keys();
    if (!keys.has(header.keyId())) {
      keys = source.newerKeys(header.keyId());
    }
    int hash = seenTokens == null ? 0 : SeenTokens.hash(text);
    SeenToken seen = seenTokens == null ? null : seenTokens.find(text, start, hash, keys);
    if (seen != null) {
      return judgeAgain(seen, nowMillis);
    }
    keys.key(header).check(compact);
    if (knownHeader == null) {
      knownHeaders.add(compact, header);
    }
    rules.check(claims, all);
    claims.validity().check(nowMillis, rules.skewMillis());
    seen = new SeenToken(text, start, hash, keys, new AccessToken(claims, seal));
    if (seenTokens != null) {
      seenTokens.publish(seen, nowMillis, rules.skewMillis());
    }
    return seen.unlessRevoked(revocations);
  }

  /** No keys are read for a token that is good under no key. */
  private void checkWorthReading(Claims claims, Map<String, @Nullable Object> all, long nowMillis)
      throws TokenRejected {
    try {
      rules.check(claims, all);
      claims.validity().check(nowMillis, rules.skewMillis());
    } catch (TokenRejected e) {
      throw source.lastKeys() == null ? e : TokenRejected.of(TokenFault.UNKNOWN_KEY);
    }
  }

  /**
   * Returns the grant, for an engine, of a token that this verifier made. The last one is kept with
   * the token, and only who has this verifier can replace it: whatever others ask of the token, one
   * that is seen again costs nothing here as long as the engine is the same.
   *
   * @throws IllegalArgumentException when another verifier made the token
   */
  public Grant grant(AccessToken token, PolicyEngine engine) {
    return token.grant(engine, seal);
  }

  /**
   * Ends the verifier: it hears of revocations no more, and so accepts nothing more. To close twice
   * is no error.
   */
  @Override
  public void close() {
    isClosed = true;
    if (listening != null) {
      listening.close();
    }
  }
}
