package dev.warder.spring;

import dev.warder.gate.token.AccessToken;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * The token of a request that the gate let through: the {@link AccessToken} as principal, and its
 * capabilities, as the token has them, as authorities. It has no credentials, since nobody needs
 * the token's text any more.
 */
public final class WarderAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  /** A context with it lasts as long as its request, so it is never written. */
  private final transient AccessToken token;

  WarderAuthentication(AccessToken token) {
    super(authorities(token));
    this.token = token;
    super.setAuthenticated(true);
  }

  private static Collection<GrantedAuthority> authorities(AccessToken token) {
    return AuthorityUtils.createAuthorityList(token.capabilities());
  }

  @Override
  public AccessToken getPrincipal() {
    return token;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  /** Returns the token's subject. */
  @Override
  public String getName() {
    return token.subject();
  }
}
