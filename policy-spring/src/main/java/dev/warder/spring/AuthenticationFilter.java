package dev.warder.spring;

import dev.warder.gate.Outcome;
import dev.warder.servlet.JudgedRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Hands the token of a request to Spring Security, from the dispatch on that was judged. */
final class AuthenticationFilter implements Filter {
  private final SecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // The gate's filter, which comes before, refuses what is not HTTP.
    HttpServletRequest asked = (HttpServletRequest) request;
    Optional<SecurityContext> context =
        contexts.containsContext(asked) ? Optional.empty() : of(asked);
    if (context.isPresent() && isNested(asked.getDispatcherType())) {
      goOnAs(context.get(), request, response, chain);
      return;
    }
    context.ifPresent(of -> contexts.saveContext(of, asked, (HttpServletResponse) response));
    chain.doFilter(request, response);
  }

  private static Optional<SecurityContext> of(HttpServletRequest asked) {
    return JudgedRequest.outcome(asked)
        .filter(Outcome::isAllowed)
        .flatMap(Outcome::token)
        .map(token -> new SecurityContextImpl(new WarderAuthentication(token)));
  }

  /** In these Spring Security has read already who calls: nobody, on an excluded path. */
  private static boolean isNested(DispatcherType dispatch) {
    return dispatch == DispatcherType.FORWARD || dispatch == DispatcherType.INCLUDE;
  }

  private static void goOnAs(
      SecurityContext context, ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContextHolder.setContext(context);
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
