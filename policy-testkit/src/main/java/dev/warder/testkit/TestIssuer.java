package dev.warder.testkit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An issuer of tokens for tests, with keys of its own that exist in memory alone. Each that is
 * created has other keys, so that none accepts another's tokens. Safe for use by many threads.
 *
 * <pre>{@code
 * TestIssuer issuer = TestIssuer.create();
 * Instant now = Instant.parse("2026-01-01T00:00:00Z");
 * TokenVerifier verifier = issuer.verifier();
 * String text = issuer.token(now).account("A").capabilities("read:app").sign();
 * AccessToken token = issuer.token(now).account("A").accessToken(now);
 * }</pre>
 */
public final class TestIssuer {
  /** The issuer's name, {@code iss}. Nothing can be reached there (RFC 6761, section 6.4). */
  public static final String ISSUER = "https://issuer.invalid";

  /** Whom its tokens are for, unless said otherwise: {@code aud}. */
  public static final String AUDIENCE = "https://audience.invalid";

  private final ImmutableMap<Algorithm, SigningKey> keys;
  private final KeySet keySet;
  private final AtomicInteger tokens = new AtomicInteger();

  private TestIssuer(ImmutableMap<Algorithm, SigningKey> keys) {
    this.keys = keys;
    try {
      this.keySet = KeySet.parse(keySetJson());
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  /** Returns an issuer with a new key for {@link Algorithm#ES256}. */
  public static TestIssuer create() {
    return create(Algorithm.ES256);
  }

  /**
   * Returns an issuer with a new key for each algorithm. RSA keys take a moment to make, all others
   * none.
   *
   * @param first the one that tokens are signed with unless said otherwise
   * @throws IllegalArgumentException for {@link Algorithm#HS256} beside others, whose keys cannot
   *     stand in one set
   */
  public static TestIssuer create(Algorithm first, Algorithm... others) {
    checkArgument(
        Sets.immutableEnumSet(first, others).size() == 1
            || !Sets.immutableEnumSet(first, others).contains(Algorithm.HS256),
        "a secret and public keys cannot stand in one key set; HS256 goes alone");
    SecureRandom random = new SecureRandom();
    ImmutableMap.Builder<Algorithm, SigningKey> keys = ImmutableMap.builder();
    keys.put(first, SigningKey.generate(first, random));
    for (Algorithm algorithm : Sets.immutableEnumSet(first, others)) {
      if (algorithm != first) {
        keys.put(algorithm, SigningKey.generate(algorithm, random));
      }
    }
    return new TestIssuer(keys.buildOrThrow());
  }

  /** Returns the key set that its tokens are verified by, to be handed to a verifier. */
  public KeySet keySet() {
    return keySet;
  }

  /**
   * Returns the same key set as JSON (RFC 7517), for a file or a server of a test. It holds public
   * keys only; with {@link Algorithm#HS256}, which has none, the secret.
   */
  public String keySetJson() {
    return keys.values().stream()
        .map(SigningKey::jwk)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /** Returns a verifier that trusts this issuer alone, without clock skew and revocations. */
  public TokenVerifier verifier() {
    return verifierBuilder()
        .withoutClockSkew()
        .acceptTokensThatNeverExpire()
        .acceptTokensThatWereRevoked()
        .build();
  }

  /** Returns a builder with issuer, audience and keys set; clock skew and revocations are not. */
  public TokenVerifierBuilder verifierBuilder() {
    return TokenVerifier.builder().issuer(ISSUER).audience(AUDIENCE).keys(keySet);
  }

  /**
   * Returns a token to fill in and sign: of subject {@code user}, account {@code account}, without
   * capabilities, for {@link #AUDIENCE}, expiring an hour after it was issued. Each has an id of
   * its own: {@code value-1}, {@code value-2} and so on.
   *
   * @param issuedAt the time at which it is issued; of a second that has begun, its begin
   */
  public TestToken token(Instant issuedAt) {
    return new TestToken(keySet, keys, issuedAt, tokens.incrementAndGet());
  }

  /** Returns the issuer and its algorithms, and nothing of the keys. */
  @Override
  public String toString() {
    return ISSUER + " " + keys.keySet();
  }
}
