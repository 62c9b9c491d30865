package dev.warder.analysis.openapi;

import java.util.List;

/** Which paths a documented path may stand for, at least; for what cannot be a template. */
final class Reach {
  private final List<String> segments;

  Reach(String path) {
    this.segments = Shapes.segments(withoutQuery(path));
  }

  static String withoutQuery(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '?' || path.charAt(i) == '#') {
        return path.substring(0, i);
      }
    }
    return path;
  }

  /** Returns whether a path may be of both, the other one being a template's. */
  boolean meets(List<String> template) {
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (Expressible.isWildcard(segment)) {
        return true;
      }
      if (i >= template.size() || !meets(segment, template.get(i))) {
        return false;
      }
    }
    return segments.size() == template.size();
  }

  private static boolean meets(String segment, String other) {
    if (Expressible.isParameter(other) || segment.equals(other)) {
      return !segment.isEmpty();
    }
    int open = segment.indexOf('{');
    int close = segment.lastIndexOf('}');
    return open >= 0
        && close > open
        && other.length() >= segment.length() - (close + 1 - open)
        && other.startsWith(segment.substring(0, open))
        && other.endsWith(segment.substring(close + 1));
  }
}
