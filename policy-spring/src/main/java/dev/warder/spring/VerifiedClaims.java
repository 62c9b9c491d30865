package dev.warder.spring;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/** The claims of the token that Spring Security has verified. */
final class VerifiedClaims {
  private VerifiedClaims() {}

  /** Returns them, of a JWT or of what an issuer answered about an opaque token; null of others. */
  static @Nullable Map<String, ?> current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> verified
            && verified.isAuthenticated()
        ? withoutFilledTime(verified.getTokenAttributes())
        : null;
  }

  /**
   * Leaves {@code iat} out where it is a second before {@code exp}. So Spring fills it in for a
   * token that has none, and no revocation of what was issued before a time would cover that token.
   */
  private static Map<String, ?> withoutFilledTime(Map<String, ?> claims) {
    boolean isFilled =
        claims.get("exp") instanceof Instant end
            && claims.get("iat") instanceof Instant issued
            && issued.equals(end.minusSeconds(1));
    if (!isFilled) {
      return claims;
    }
    Map<String, Object> others = new HashMap<>(claims);
    others.remove("iat");
    return others;
  }
}
