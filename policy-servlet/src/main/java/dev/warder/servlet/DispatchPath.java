package dev.warder.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The path that a dispatch leads to: as written, and as the container decodes it.
 *
 * @param uri the path as written, with that of the context: what is judged
 * @param context the context's path
 * @param decoded the path within the context, decoded
 */
record DispatchPath(String uri, String context, String decoded) {

  /** Stands for a path that two readers read differently. It is never canonical. */
  private static final DispatchPath AMBIGUOUS = new DispatchPath("", "", "");

  /**
   * Returns the path of the dispatch that a request is in. Where a filter before this one has made
   * the path another, the container chose the servlet by the one, and the servlet reads the other:
   * no path stands for both.
   */
  static DispatchPath of(HttpServletRequest request) {
    return switch (request.getDispatcherType()) {
      case INCLUDE -> ofInclude(request);
      case REQUEST -> {
        DispatchPath received = ofRequest(received(request));
        yield received.inContext().equals(ofRequest(request).inContext()) ? received : AMBIGUOUS;
      }
      default -> ofRequest(request);
    };
  }

  private static DispatchPath ofInclude(HttpServletRequest request) {
    return new DispatchPath(
        text(request, RequestDispatcher.INCLUDE_REQUEST_URI),
        text(request, RequestDispatcher.INCLUDE_CONTEXT_PATH),
        text(request, RequestDispatcher.INCLUDE_SERVLET_PATH)
            + text(request, RequestDispatcher.INCLUDE_PATH_INFO));
  }

  private static DispatchPath ofRequest(HttpServletRequest request) {
    String info = request.getPathInfo();
    return new DispatchPath(
        request.getRequestURI(),
        request.getContextPath(),
        info == null ? request.getServletPath() : request.getServletPath() + info);
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
