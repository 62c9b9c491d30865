package dev.warder.spring;

import dev.warder.gate.Outcome;
import dev.warder.servlet.WarderFilter;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * The gate as a rule among those of a {@code SecurityFilterChain}, where Spring Security verifies
 * tokens ({@code warder.verifiedBySpring}). Spring answers what it denies. A request is judged and
 * charged once, by it or by the filter behind Spring Security's. Safe for use by many threads.
 */
public final class WarderAuthorizationManager
    implements AuthorizationManager<RequestAuthorizationContext> {
  private final WarderFilter filter;

  /** Takes the filter whose settings say what is judged. */
  public WarderAuthorizationManager(WarderFilter filter) {
    this.filter = filter;
  }

  /** Grants what the gate lets through, and what is excluded. */
  @Override
  public AuthorizationResult authorize(
      Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
    return new AuthorizationDecision(
        filter.judge(context.getRequest()).map(Outcome::isAllowed).orElse(true));
  }
}
