package dev.warder.analysis.openapi;

import java.util.List;

/**
 * Which paths a documented path may stand for, at least; for what cannot be a template. A slash at
 * the end makes no difference, as some services leave it out.
 */
final class Reach {
  private final String[] segments;

  /** The place of the first wildcard, or the number of segments. */
  private final int wildcard;

  Reach(String path) {
    List<String> all = Shapes.segments(Shapes.withoutQuery(path));
    int last = all.size() - 1;
    this.segments = (all.get(last).isEmpty() ? all.subList(0, last) : all).toArray(String[]::new);
    int first = segments.length;
    for (int i = segments.length - 1; i >= 0; i--) {
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
      if (!meets(segments[i], template.segments[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(String segment, String other) {
    int open = segment.indexOf('{');
    int otherOpen = other.indexOf('{');
    boolean isPattern = open >= 0 && segment.lastIndexOf('}') > open;
    if (otherOpen < 0) {
      return isPattern
          ? isOf(other, segment, segment.lastIndexOf('}') - open + 1)
          : segment.equals(other);
    }
    if (!isPattern) {
      return segment.length() > other.length() - parameterLength(other)
          && isOf(segment, other, parameterLength(other));
    }
    return isOneOfOther(segment.substring(0, open), other.substring(0, otherOpen))
        && isOneOfOther(
            reversed(segment, segment.lastIndexOf('}')), reversed(other, other.lastIndexOf('}')));
  }

  private static int parameterLength(String segment) {
    return segment.lastIndexOf('}') - segment.indexOf('{') + 1;
  }

  /** Returns whether a text has both texts of a pattern, with something or nothing between. */
  private static boolean isOf(String text, String pattern, int parameterLength) {
    int open = pattern.indexOf('{');
    return text.length() >= pattern.length() - parameterLength
        && text.startsWith(pattern.substring(0, open))
        && text.endsWith(pattern.substring(open + parameterLength));
  }

  private static boolean isOneOfOther(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private static String reversed(String segment, int close) {
    return new StringBuilder(segment.substring(close + 1)).reverse().toString();
  }
}
