package dev.warder.spring;

import dev.warder.servlet.JudgedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands the token of a request to Spring Security, for all its dispatches. */
final class AuthenticationFilter extends OncePerRequestFilter {
  private final SecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    JudgedRequest.token(request)
        .ifPresent(
            token ->
                contexts.saveContext(
                    new SecurityContextImpl(new WarderAuthentication(token)), request, response));
    chain.doFilter(request, response);
  }
}
