package dev.warder.gate.token;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.revocation.TokenIdentityBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a token may be used: from {@code iat} and {@code nbf}, both included, until {@code exp}, not
 * included. All in seconds since 1970-01-01T00:00:00Z (RFC 7519, section 2).
 */
record Validity(long issuedAt, long notBefore, long expiresAt) {
  /** The expiry of a token that says it has none. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long LAST_SECOND = TokenLimits.LAST_TIME.getEpochSecond();

  private static final String EXPIRES = "expires";

  static Validity read(Map<String, @Nullable Object> claims) throws TokenRejected {
    long issuedAt = seconds(claims.get("iat"), TokenFault.ISSUED_AT);
    long notBefore =
        claims.containsKey("nbf") ? seconds(claims.get("nbf"), TokenFault.NOT_BEFORE) : issuedAt;
    return new Validity(issuedAt, notBefore, expiry(claims, issuedAt));
  }

  private static long expiry(Map<String, @Nullable Object> claims, long issuedAt)
      throws TokenRejected {
    if (claims.containsKey(EXPIRES)) {
      if (claims.containsKey("exp") || !"never".equals(claims.get(EXPIRES))) {
        throw TokenRejected.of(TokenFault.EXPIRY);
      }
      return NEVER;
    }
    long expiresAt = seconds(claims.get("exp"), TokenFault.EXPIRY);
    if (expiresAt <= issuedAt) {
      throw TokenRejected.of(TokenFault.EXPIRY);
    }
    return expiresAt;
  }

  private static long seconds(@Nullable Object value, TokenFault otherwise) throws TokenRejected {
    if (value instanceof Long seconds && seconds >= 0 && seconds <= LAST_SECOND) {
      return seconds;
    }
    throw TokenRejected.of(otherwise);
  }

  /** Returns milliseconds since 1970; beyond the year 9999 what is near enough. */
  static long within(long nowMillis) {
    return Math.max(-LAST_SECOND * 1_000, Math.min(nowMillis, 2 * LAST_SECOND * 1_000));
  }

  /** Returns an instant in milliseconds; beyond the year 9999 what is near enough. */
  static long millis(Instant now) {
    long seconds = Math.max(-LAST_SECOND, Math.min(now.getEpochSecond(), 2 * LAST_SECOND));
    return seconds * 1_000 + now.getNano() / 1_000_000;
  }

  /** Sets when a token was issued, and when it expires. */
  @CanIgnoreReturnValue
  TokenIdentityBuilder setOn(TokenIdentityBuilder token) {
    token.issuedAt(Instant.ofEpochSecond(issuedAt));
    return isNever() ? token.neverExpiring() : token.expiresAt(Instant.ofEpochSecond(expiresAt));
  }

  boolean isNever() {
    return expiresAt == NEVER;
  }

  /** Throws unless the token may be used now. Exactly at its expiry it has expired. */
  void check(long nowMillis, long skewMillis) throws TokenRejected {
    if (nowMillis + skewMillis < issuedAt * 1_000) {
      throw TokenRejected.of(TokenFault.ISSUED_LATER);
    }
    if (nowMillis + skewMillis < notBefore * 1_000) {
      throw TokenRejected.of(TokenFault.NOT_YET);
    }
    if (isOver(nowMillis, skewMillis)) {
      throw TokenRejected.of(TokenFault.EXPIRED);
    }
  }

  /** Returns whether the token has expired; at its very expiry it has. */
  boolean isOver(long nowMillis, long skewMillis) {
    return !isNever() && nowMillis - skewMillis >= expiresAt * 1_000;
  }
}
