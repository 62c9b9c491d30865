package dev.warder.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Handles requests from pages of other origins. No servlet ever runs for a preflight. */
interface Cors {
  /** Answers a preflight. */
  void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException;

  /** Adds to the answer what lets a page read it, and goes on. */
  void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException;

  /** Returns whether a request is a preflight (the Fetch standard, section 3.3.2). */
  static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  /** Lets a filter of the host handle them; the chain behind it ends here for a preflight. */
  static Cors by(Filter handler) {
    return new Cors() {
      @Override
      public void answer(HttpServletRequest request, HttpServletResponse response)
          throws IOException, ServletException {
        handler.doFilter(request, response, (asked, answer) -> refuse(response));
      }

      @Override
      public void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws IOException, ServletException {
        handler.doFilter(request, response, chain);
      }
    };
  }

  /** Refuses a preflight. */
  static void refuse(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentLength(0);
  }
}
