package dev.warder.model.text;

/**
 * What stands in a request line: a path, and perhaps a query ({@code SEMANTICS.md}, section 10).
 */
public final class RequestTarget {
  private RequestTarget() {}

  /**
   * Returns the path of a target. One whose query could end the request line, or is none (RFC 3986,
   * section 3.4), stays whole: with a question mark in it, no path is canonical.
   */
  public static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 || !isQuery(target, query) ? target : target.substring(0, query);
  }

  /** What is not ASCII may become a line feed where a host narrows characters to bytes. */
  private static boolean isQuery(String target, int query) {
    for (int i = query; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c >= 0x7F || c == '#') {
        return false;
      }
    }
    return true;
  }
}
