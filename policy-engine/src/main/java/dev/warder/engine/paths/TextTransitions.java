package dev.warder.engine.paths;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * From a segment that is no literal to the next state, for one state after which texts around a
 * parameter may follow. Immutable.
 */
final class TextTransitions {
  private final TextPatterns patterns;

  /** For each text before a parameter, where its masks begin; at the end, where the last end. */
  private final int[] starts;

  /** Masks, sorted for each text before a parameter. */
  private final long[] masks;

  private final int[] targets;
  private final int otherTarget;

  TextTransitions(
      TextPatterns patterns,
      List<NextSegments.Sort> sorts,
      ToIntFunction<NextSegments.Sort> target,
      int otherTarget) {
    List<NextSegments.Sort> sorted = new ArrayList<>(sorts);
    sorted.sort(
        Comparator.comparingInt(NextSegments.Sort::before)
            .thenComparingLong(NextSegments.Sort::mask));
    this.patterns = patterns;
    this.starts = new int[patterns.size() + 1];
    for (NextSegments.Sort sort : sorted) {
      starts[sort.before() + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    this.masks = sorted.stream().mapToLong(NextSegments.Sort::mask).toArray();
    this.targets = sorted.stream().mapToInt(target).toArray();
    this.otherTarget = otherTarget;
  }

  /**
   * Returns the state after a segment, or its complement where a parameter would stand for dots
   * only.
   */
  int next(String path, int start, int end, boolean isDecoded) {
    int before = patterns.longestBefore(path, start, end, isDecoded);
    if (before < 0) {
      return otherTarget;
    }
    long mask = patterns.mask(before, path, start, end, isDecoded);
    if (mask == 0) {
      return otherTarget;
    }
    int target = target(before, mask);
    return patterns.standsForDots(before, mask, path, start, end) ? ~target : target;
  }

  private int target(int before, long mask) {
    for (int i = starts[before]; i < starts[before + 1]; i++) {
      if (masks[i] == mask) {
        return targets[i];
      }
    }
    return PathAutomaton.NOWHERE;
  }
}
