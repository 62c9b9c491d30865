package dev.warder.spring;

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
        ? verified.getTokenAttributes()
        : null;
  }
}
