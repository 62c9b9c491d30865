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
  static String of(CharSequence path) {
    StringBuilder shape = new StringBuilder();
    int open = -1;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '/') {
        open = -1;
      } else if (c == '{' && open < 0) {
        open = shape.length();
      } else if (c == '}' && open >= 0) {
        shape.setLength(open + 1);
        open = -1;
      }
      shape.append(c);
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
