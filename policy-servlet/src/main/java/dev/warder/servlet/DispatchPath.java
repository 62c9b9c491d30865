package dev.warder.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The path that a dispatch leads to, as written.
 *
 * @param uri the path with that of the context: what is judged
 * @param context the context's path
 */
record DispatchPath(String uri, String context) {

  /** Stands for a path that two readers read differently. It is never canonical. */
  private static final DispatchPath AMBIGUOUS = new DispatchPath("", "");

  /**
   * Returns the path of the dispatch that a request is in. Where a filter before this one has made
   * the path another, the container chose the servlet by the one, and the servlet reads the other:
   * no path stands for both.
   */
  static DispatchPath of(HttpServletRequest request) {
    return switch (request.getDispatcherType()) {
      case INCLUDE ->
          new DispatchPath(
              text(request, RequestDispatcher.INCLUDE_REQUEST_URI),
              text(request, RequestDispatcher.INCLUDE_CONTEXT_PATH));
      case REQUEST -> ofReceived(request);
      default -> written(request);
    };
  }

  @SuppressWarnings("ReferenceEquality") // the same object has the same path
  private static DispatchPath ofReceived(HttpServletRequest request) {
    HttpServletRequest received = received(request);
    DispatchPath path = written(received);
    boolean isUnchanged =
        received == request
            || (path.inContext().equals(written(request).inContext())
                && servletPathAndInfo(received).equals(servletPathAndInfo(request)));
    return isUnchanged ? path : AMBIGUOUS;
  }

  private static DispatchPath written(HttpServletRequest request) {
    return new DispatchPath(request.getRequestURI(), request.getContextPath());
  }

  /** Returns the path within the context as the container decodes it. */
  static String decoded(HttpServletRequest request) {
    return switch (request.getDispatcherType()) {
      case INCLUDE ->
          text(request, RequestDispatcher.INCLUDE_SERVLET_PATH)
              + text(request, RequestDispatcher.INCLUDE_PATH_INFO);
      case REQUEST -> servletPathAndInfo(received(request));
      default -> servletPathAndInfo(request);
    };
  }

  private static String servletPathAndInfo(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  private static String text(HttpServletRequest request, String attribute) {
    return request.getAttribute(attribute) instanceof String text ? text : "";
  }

  /** Returns the path within the context, as written. */
  String inContext() {
    return uri.startsWith(context) ? uri.substring(context.length()) : "";
  }

  /** Returns the container's own request, below what filters have wrapped around it. */
  static HttpServletRequest received(HttpServletRequest request) {
    HttpServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper
        && wrapper.getRequest() instanceof HttpServletRequest wrapped) {
      inner = wrapped;
    }
    return inner;
  }
}
