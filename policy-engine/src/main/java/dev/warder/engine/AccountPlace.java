package dev.warder.engine;

import dev.warder.engine.paths.Segments;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathSegment.Literal;
import dev.warder.model.PathSegment.Parameter;
import dev.warder.model.PathTemplate;
import java.util.List;

/** Where the account or the owned resource of an operation stands in the paths that it matches. */
record AccountPlace(int segment, int fixedStart, boolean isFromLast, int before, int after) {
  private static final int NOT_FIXED = -1;
  private static final AccountPlace OUTSIDE_PATH = new AccountPlace(-1, NOT_FIXED, false, 0, 0);

  /** Returns the place of one of an operation's segments; -1: it does not stand in the path. */
  static AccountPlace of(Operation operation, int segment) {
    if (segment < 0) {
      return OUTSIDE_PATH;
    }
    PathTemplate template = operation.template();
    List<PathSegment> segments = template.segments();
    Parameter parameter = (Parameter) segments.get(segment);
    boolean isFromLast = template.span() >= 0 && template.span() < segment;
    return new AccountPlace(
        isFromLast ? segments.size() - 1 - segment : segment,
        fixedStart(segments, segment),
        isFromLast,
        parameter.before().length(),
        parameter.after().length());
  }

  /** Returns where a segment begins in every path, when only literals stand before it. */
  private static int fixedStart(List<PathSegment> segments, int segment) {
    int start = 1;
    for (int i = 0; i < segment; i++) {
      if (!(segments.get(i) instanceof Literal literal)) {
        return NOT_FIXED;
      }
      start += literal.text().length() + 1;
    }
    return start;
  }

  /** Returns where the segment begins in a path. */
  int segmentStart(String path) {
    if (fixedStart != NOT_FIXED) {
      return fixedStart;
    }
    return isFromLast ? Segments.startFromLast(path, segment) : Segments.start(path, segment);
  }

  /** Returns whether what stands there begins at one place in every path, and is a segment. */
  boolean isFixed() {
    return fixedStart != NOT_FIXED && !hasText();
  }

  /** Returns whether text stands in the segment beside the account or the resource. */
  boolean hasText() {
    return before + after > 0;
  }

  /**
   * Returns whether part of a path has unreserved characters only, as what shares its segment with
   * text must: elsewhere the text might be looked for at another place.
   */
  static boolean isUnreserved(String path, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!PathTemplate.isUnreserved(path.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
