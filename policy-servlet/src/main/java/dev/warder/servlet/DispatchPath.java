package dev.warder.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The path that a dispatch leads to: as written, and as the container decodes it.
 *
 * @param uri the path as written, with that of the context
 * @param context how long the context's path in it is
 * @param decoded the path within the context, decoded
 */
record DispatchPath(String uri, int context, String decoded) {

  /** Returns the path of the dispatch that a request is in. */
  static DispatchPath of(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.INCLUDE
        ? new DispatchPath(
            text(request, RequestDispatcher.INCLUDE_REQUEST_URI),
            text(request, RequestDispatcher.INCLUDE_CONTEXT_PATH).length(),
            text(request, RequestDispatcher.INCLUDE_SERVLET_PATH)
                + text(request, RequestDispatcher.INCLUDE_PATH_INFO))
        : ofRequest(request);
  }

  private static DispatchPath ofRequest(HttpServletRequest request) {
    String info = request.getPathInfo();
    return new DispatchPath(
        request.getRequestURI(),
        request.getContextPath().length(),
        info == null ? request.getServletPath() : request.getServletPath() + info);
  }

  private static String text(HttpServletRequest request, String attribute) {
    return request.getAttribute(attribute) instanceof String text ? text : "";
  }

  /** Returns the path within the context, as written. */
  String inContext() {
    return uri.length() < context ? "" : uri.substring(context);
  }

  /**
   * Returns the target to judge: the one that the container received. Where a filter before this
   * one made the path another, the container chose the servlet by the one and the servlet reads the
   * other. No path stands for both, and the empty one is never canonical.
   */
  String target(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return uri;
    }
    DispatchPath received = ofRequest(received(request));
    return received.inContext().equals(inContext()) ? received.uri : "";
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
