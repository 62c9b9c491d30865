package dev.warder.engine.paths;

import java.util.Comparator;
import java.util.List;

/**
 * The sorts of text that some texts around parameters tell apart. States after which the same texts
 * may follow share them, so that few stay in a processor's cache. Immutable.
 */
final class TextSorts {
  private final TextPatterns patterns;

  /** For each text before a parameter, where its masks begin; at the end, where the last end. */
  private final int[] starts;

  /** Masks, sorted for each text before a parameter. */
  private final long[] masks;

  /**
   * Makes sorts of text.
   *
   * @param sorted all that the patterns tell apart, in the order of {@link #sorted}
   */
  TextSorts(TextPatterns patterns, List<NextSegments.Sort> sorted) {
    this.patterns = patterns;
    this.starts = new int[patterns.size() + 1];
    for (NextSegments.Sort sort : sorted) {
      starts[sort.before() + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    this.masks = sorted.stream().mapToLong(NextSegments.Sort::mask).toArray();
  }

  /** Returns sorts in the order of their places. */
  static List<NextSegments.Sort> sorted(List<NextSegments.Sort> sorts) {
    return sorts.stream()
        .sorted(
            Comparator.comparingInt(NextSegments.Sort::before)
                .thenComparingLong(NextSegments.Sort::mask))
        .toList();
  }

  /**
   * Returns the state after a segment, or its complement where a parameter would stand for dots
   * only.
   *
   * @param targets the state after each sort, by its place
   * @param otherTarget the state after any other text
   */
  int next(int[] targets, int otherTarget, String path, int start, int end, boolean isDecoded) {
    int before = patterns.longestBefore(path, start, end, isDecoded);
    if (before < 0) {
      return otherTarget;
    }
    long mask = patterns.mask(before, path, start, end, isDecoded);
    if (mask == 0) {
      return otherTarget;
    }
    int target = target(targets, before, mask);
    return patterns.standsForDots(before, mask, path, start, end) ? ~target : target;
  }

  private int target(int[] targets, int before, long mask) {
    for (int i = starts[before]; i < starts[before + 1]; i++) {
      if (masks[i] == mask) {
        return targets[i];
      }
    }
    return PathAutomaton.NOWHERE;
  }
}
