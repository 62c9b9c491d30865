package dev.warder.engine.paths;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * From a segment that is no literal to the next state, for one state after which texts around a
 * parameter may follow. Immutable.
 */
final class TextTransitions {
  private final TextSorts sorts;
  private final int[] targets;
  private final int otherTarget;

  /**
   * Makes the transitions of a state.
   *
   * @param sorts what its texts tell apart, shared with other states
   * @param sorted the sorts of this state, in the order of their places
   */
  TextTransitions(
      TextSorts sorts,
      List<NextSegments.Sort> sorted,
      ToIntFunction<NextSegments.Sort> target,
      int otherTarget) {
    this.sorts = sorts;
    this.targets = sorted.stream().mapToInt(target).toArray();
    this.otherTarget = otherTarget;
  }

  /**
   * Returns the state after a segment, or its complement where a parameter would stand for dots
   * only.
   */
  int next(String path, int start, int end, boolean isDecoded) {
    return sorts.next(targets, otherTarget, path, start, end, isDecoded);
  }
}
