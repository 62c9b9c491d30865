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
 * Gives a request the path that its field {@code X-Rewritten} says, or the decoded path alone that
 * {@code X-Decoded} says, before the filter under test. It sets the attributes with the beginning
 * that {@code X-Marks} says, and a number from 1.
 */
final class Rewriter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final int MARKS = 10_000;

  static void registerIn(ServletContext context) {
    FilterRegistration.Dynamic registration = context.addFilter("rewriter", new Rewriter());
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String mark = request.getHeader("X-Marks");
    for (int i = 1; mark != null && i <= MARKS; i++) {
      request.setAttribute(mark + i, this);
    }
    String path = request.getHeader("X-Rewritten");
    String decoded = request.getHeader("X-Decoded");
    if (path != null) {
      chain.doFilter(new Rewritten(request, path, path), response);
    } else if (decoded != null) {
      chain.doFilter(new Rewritten(request, request.getRequestURI(), decoded), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static final class Rewritten extends HttpServletRequestWrapper {
    private final String path;
    private final String decoded;

    Rewritten(HttpServletRequest request, String path, String decoded) {
      super(request);
      this.path = path;
      this.decoded = decoded;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public String getServletPath() {
      return decoded;
    }

    @Override
    public String getPathInfo() {
      return null;
    }
  }
}
