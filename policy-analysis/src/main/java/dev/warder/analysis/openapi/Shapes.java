package dev.warder.analysis.openapi;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;

/** Paths with the names of their parameters left out; what stands for a whole segment is {}. */
final class Shapes {
  private static final Splitter SEGMENTS = Splitter.on('/');
  private static final CharMatcher QUERY = CharMatcher.anyOf("?#");

  private Shapes() {}

  /**
   * Returns the shape of a documented path; {@code /a/{x}.json} has the shape {@code /a/{}.json}. A
   * brace that is not closed in its segment is a letter like any other.
   */
  static String of(String path) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      int close = path.charAt(i) == '{' ? path.indexOf('}', i) : -1;
      if (close < 0 || path.substring(i, close).indexOf('/') >= 0) {
        shape.append(path.charAt(i));
      } else {
        shape.append("{}");
        i = close;
      }
    }
    return shape.toString();
  }

  /** Returns a path or an address up to its query or fragment. */
  static String withoutQuery(String path) {
    int end = QUERY.indexIn(path);
    return end < 0 ? path : path.substring(0, end);
  }

  /** Returns the segments of a path that begins with a slash. */
  static List<String> segments(String path) {
    return SEGMENTS.splitToList(path.substring(1));
  }
}
