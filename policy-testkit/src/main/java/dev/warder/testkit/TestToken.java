package dev.warder.testkit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token to fill in and sign. {@link #claim} and {@link #header} put anything in the place of
 * anything, so that bad tokens can be made as well. Each method changes this token and returns it;
 * not for use by several threads.
 */
public final class TestToken {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final KeySet keySet;
  private final ImmutableMap<Algorithm, SigningKey> keys;
  private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
  private SigningKey key;

  TestToken(KeySet keySet, ImmutableMap<Algorithm, SigningKey> keys, Instant issuedAt, int number) {
    this.keySet = keySet;
    this.keys = keys;
    this.key = keys.values().iterator().next();
    header.put("alg", key.algorithm().code());
    header.put("kid", key.id());
    header.put("typ", "at+jwt");
    claims.put("iss", TestIssuer.ISSUER);
    claims.put("aud", TestIssuer.AUDIENCE);
    claims.put("sub", "user");
    claims.put("jti", "value-" + number);
    claims.put("account", "account");
    claims.put("capabilities", ImmutableList.of());
    Instant second = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    claims.put("iat", seconds(second));
    claims.put("exp", seconds(second.plus(LIFETIME)));
  }

  /** Sets the account of the token. */
  @CanIgnoreReturnValue
  public TestToken account(String account) {
    return claim("account", requireNonNull(account));
  }

  /** Leaves the account out. A verifier refuses such a token, unless its builder accepts it. */
  @CanIgnoreReturnValue
  public TestToken withoutAccount() {
    return withoutClaim("account");
  }

  /** Sets the capabilities that the token carries, as raw strings. They need not exist. */
  @CanIgnoreReturnValue
  public TestToken capabilities(String... raws) {
    return claim("capabilities", ImmutableList.copyOf(raws));
  }

  /** Sets the user that the token was issued for: {@code sub}. */
  @CanIgnoreReturnValue
  public TestToken subject(String subject) {
    return claim("sub", requireNonNull(subject));
  }

  /** Sets the id of the token, which all its values share: {@code token_id}. */
  @CanIgnoreReturnValue
  public TestToken tokenId(String id) {
    return claim("token_id", requireNonNull(id));
  }

  /** Sets the id of this value of the token: {@code jti}. */
  @CanIgnoreReturnValue
  public TestToken valueId(String id) {
    return claim("jti", requireNonNull(id));
  }

  /** Sets the audience: {@code aud}. */
  @CanIgnoreReturnValue
  public TestToken audience(String audience) {
    return claim("aud", requireNonNull(audience));
  }

  /**
   * Sets when the token was issued. The expiry stays the same.
   *
   * @throws IllegalArgumentException for a fraction of a second
   */
  @CanIgnoreReturnValue
  public TestToken issuedAt(Instant time) {
    return claim("iat", seconds(time));
  }

  /**
   * Sets the first instant at which the token may be used: {@code nbf}.
   *
   * @throws IllegalArgumentException for a fraction of a second
   */
  @CanIgnoreReturnValue
  public TestToken notBefore(Instant time) {
    return claim("nbf", seconds(time));
  }

  /**
   * Sets the expiry. At exactly that instant the token has expired.
   *
   * @throws IllegalArgumentException for a fraction of a second
   */
  @CanIgnoreReturnValue
  public TestToken expiresAt(Instant time) {
    return withoutClaim("expires").claim("exp", seconds(time));
  }

  /** Leaves the expiry out. A verifier refuses such a token, unless its builder accepts it. */
  @CanIgnoreReturnValue
  public TestToken neverExpires() {
    return withoutClaim("exp").claim("expires", "never");
  }

  /**
   * Sets the algorithm. The issuer's key of that algorithm signs, and the header names both.
   *
   * @throws IllegalArgumentException when the issuer has no key for it
   */
  @CanIgnoreReturnValue
  public TestToken algorithm(Algorithm algorithm) {
    SigningKey chosen = keys.get(algorithm);
    checkArgument(chosen != null, "the issuer has keys for %s, not %s", keys.keySet(), algorithm);
    this.key = chosen;
    return header("alg", algorithm.code()).header("kid", chosen.id());
  }

  /**
   * Puts any value under any name of the claims, in the place of what was there.
   *
   * @param value a string, number, boolean, null, list, or map of strings to these
   */
  @CanIgnoreReturnValue
  public TestToken claim(String name, @Nullable Object value) {
    claims.put(requireNonNull(name), value);
    return this;
  }

  /** Leaves a claim out. */
  @CanIgnoreReturnValue
  public TestToken withoutClaim(String name) {
    claims.remove(name);
    return this;
  }

  /**
   * Puts any value under any name of the header. It changes nothing of how the token is signed.
   *
   * @param value as for {@link #claim}
   */
  @CanIgnoreReturnValue
  public TestToken header(String name, @Nullable Object value) {
    header.put(requireNonNull(name), value);
    return this;
  }

  /** Leaves a member of the header out. */
  @CanIgnoreReturnValue
  public TestToken withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  /**
   * Returns the signed text, as a client would send it after {@code Bearer}.
   *
   * @throws IllegalArgumentException for a claim or a member of the header that JSON cannot express
   */
  public String sign() {
    String input =
        JsonText.base64Url(JsonText.object(header))
            + "."
            + JsonText.base64Url(JsonText.object(claims));
    return input + "." + JsonText.base64Url(key.sign(input));
  }

  /**
   * Returns the access token of the signed text: verified by the issuer's keys at a time, for
   * whichever audience.
   *
   * @throws IllegalStateException when the token is refused. A test of that calls {@link #sign},
   *     and has its verifier refuse the text
   */
  public AccessToken accessToken(Instant now) {
    TokenVerifier verifier =
        TokenVerifier.builder()
            .acceptTokensThatWereRevoked()
            .issuer(TestIssuer.ISSUER)
            .acceptTokensForAnyAudience()
            .keys(keySet)
            .withoutClockSkew()
            .acceptTokensThatNeverExpire()
            .acceptTokensWithoutAccount()
            .build();
    try {
      return verifier.verify("Bearer " + sign(), now.toEpochMilli());
    } catch (TokenRejected e) {
      throw new IllegalStateException(
          "the token is refused: " + e.fault() + " (" + e.getMessage() + ")", e);
    }
  }

  private static Long seconds(Instant time) {
    checkArgument(time.getNano() == 0, "a token says whole seconds, not %s", time);
    return time.getEpochSecond();
  }

  /** Returns header and claims, and no signature. */
  @Override
  public String toString() {
    return JsonText.object(header) + " " + JsonText.object(claims);
  }
}
