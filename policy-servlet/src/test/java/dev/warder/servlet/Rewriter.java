package dev.warder.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;

/**
 * Gives a request the path that its field {@code X-Rewritten} says, before the filter under test.
 */
final class Rewriter extends HttpFilter {
  private static final long serialVersionUID = 1;

  static void registerIn(ServletContext context) {
    FilterRegistration.Dynamic registration = context.addFilter("rewriter", new Rewriter());
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getHeader("X-Rewritten");
    chain.doFilter(path == null ? request : new Rewritten(request, path), response);
  }

  private static final class Rewritten extends HttpServletRequestWrapper {
    private final String path;

    Rewritten(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public String getServletPath() {
      return path;
    }

    @Override
    public String getPathInfo() {
      return null;
    }
  }
}
