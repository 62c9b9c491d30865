package dev.warder.analysis.openapi;

/** Which paths a documented path may stand for, at least; for what cannot be a template. */
final class Reach {
  private final String[] segments;
  private final boolean[] isParameter;

  /** The place of the first wildcard, or the number of segments. */
  private final int wildcard;

  Reach(String path) {
    this.segments = Shapes.segments(Shapes.withoutQuery(path)).toArray(String[]::new);
    this.isParameter = new boolean[segments.length];
    int first = segments.length;
    for (int i = segments.length - 1; i >= 0; i--) {
      isParameter[i] = Expressible.isParameter(segments[i]);
      first = Expressible.isWildcard(segments[i]) ? i : first;
    }
    this.wildcard = first;
  }

  /** Returns whether a path may be of both, the other one being a template's. */
  boolean meets(Reach template) {
    if (wildcard == segments.length
        ? template.segments.length != segments.length
        : template.segments.length < wildcard) {
      return false;
    }
    for (int i = 0; i < wildcard; i++) {
      if (!meets(segments[i], template.segments[i], template.isParameter[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(String segment, String other, boolean isParameter) {
    if (isParameter || segment.equals(other)) {
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
