package dev.warder.authority;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.SigningKey;
import dev.warder.authority.key.TokenContent;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenLimits;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens for an audience, and none that a verifier with the default limits would refuse: each
 * is verified before it is handed over. Safe for use by many threads.
 */
final class TokenSigning {
  private final String audience;
  private final Supplier<KeyRing> keys;
  private final Duration clockSkew;
  private volatile @Nullable Verifying verifying;

  /**
   * Makes one.
   *
   * @param clockSkew by how much the clocks of who issued and who reads may differ
   */
  TokenSigning(String audience, Supplier<KeyRing> keys, Duration clockSkew) {
    this.audience = audience;
    this.keys = keys;
    this.clockSkew = clockSkew;
  }

  /** The key that signs, and the keys that it is published with. */
  record Signer(SigningKey key, KeyRing ring) {}

  /** What verifies by a ring's keys; made once for each ring. */
  private record Verifying(KeyRing ring, TokenVerifier verifier) {}

  /**
   * Returns who signs at this instant, not at its second, which a key may have begun within. One
   * that others retired since the keys were read signs nothing that could be verified.
   */
  Signer signer(Rows rows) throws Refused, StoreFailure {
    KeyRing ring = keys.get();
    SigningKey key = ring.signingKey(rows.now());
    if (rows.signingKeys().isRetired(key.id())) {
      throw new Refused(
          RefusalReason.KEYS_CHANGED,
          "the key to sign by was retired since the keys were read; read them anew and ask again");
    }
    return new Signer(key, ring);
  }

  /**
   * Returns a token with its value. Its issuer is the row's: an authority of another one may have
   * the same store.
   *
   * @param remedy what to do about a token that carries too much
   */
  IssuedToken sign(TokenRow token, Signer signer, String remedy) throws Refused {
    String value = signer.key().sign(content(token, remedy));
    try {
      AccessToken unused =
          verifier(signer.ring()).verifyBare(value, token.issuedAt().toEpochMilli());
    } catch (TokenRejected e) {
      throw e.fault() == TokenFault.TOO_LONG
          ? unfit(
              "%,d capabilities make a token of %,d characters; a token has at most %,d: %s",
              token.capabilities().size(), value.length(), TokenLimits.MOST_CHARACTERS, remedy)
          : unfit("a verifier by the same keys would refuse the token: %s", e.fault());
    }
    return new IssuedToken(new TokenInfo(token), value);
  }

  /** Returns what a value is that a key of the ring signed, by any issuer, for any audience. */
  AccessToken read(String value, Instant now) throws TokenRejected {
    return verifier(keys.get()).verifyBare(value, now.toEpochMilli());
  }

  /** Returns the same as a gate would: of an issuer and for this audience alone. */
  AccessToken readOf(String issuer, String value, Instant now) throws TokenRejected {
    return verifier(TokenVerifier.builder().issuer(issuer).audience(audience), keys.get())
        .verifyBare(value, now.toEpochMilli());
  }

  private TokenContent content(TokenRow token, String remedy) throws Refused {
    if (token.capabilities().size() > TokenLimits.MOST_CAPABILITIES) {
      throw unfit(
          "%,d capabilities are too many; a token carries at most %,d, in at most %,d characters:"
              + " %s",
          token.capabilities().size(),
          TokenLimits.MOST_CAPABILITIES,
          TokenLimits.MOST_CHARACTERS,
          remedy);
    }
    if (token.issuedAt().getEpochSecond() < 0
        || token.expiresAt().orElse(token.issuedAt()).isAfter(TokenLimits.LAST_TIME)) {
      throw unfit(
          "a token's times are from 1970 to 9999, and this one's would be %s and %s: check the"
              + " clock, or choose another expiry",
          token.issuedAt(), token.expiresAt().map(Instant::toString).orElse("never"));
    }
    return new TokenContent(
        token.issuer(),
        audience,
        token.createdBy(),
        token.valueId(),
        token.id(),
        token.accountId(),
        token.capabilities(),
        token.issuedAt(),
        token.expiresAt().orElse(null));
  }

  private static Refused unfit(String message, Object... arguments) {
    return new Refused(RefusalReason.UNFIT_TOKEN, String.format(Locale.ROOT, message, arguments));
  }

  /** With the default limits; issuer, audience and expiry are as the authority writes them. */
  private TokenVerifier verifier(KeyRing ring) {
    Verifying present = verifying;
    if (present == null || present.ring() != ring) {
      present =
          new Verifying(
              ring,
              verifier(
                  TokenVerifier.builder().acceptTokensOfAnyIssuer().acceptTokensForAnyAudience(),
                  ring));
      verifying = present;
    }
    return present.verifier();
  }

  /** Whether a token was revoked is in the rows, which are looked at besides. */
  private TokenVerifier verifier(TokenVerifierBuilder rules, KeyRing ring) {
    return rules
        .acceptTokensThatWereRevoked()
        .keys(ring.keySet())
        .clockSkew(clockSkew)
        .acceptTokensThatNeverExpire()
        .build();
  }
}
