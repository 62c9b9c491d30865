package dev.warder.engine;

import dev.warder.model.PathTemplate;

/**
 * All templates of a catalogue as one deterministic automaton over path segments. One pass over the
 * path judges whether it is canonical and finds the templates that match, without a copy, a regular
 * expression or an allocation; a segment costs one probe of a hash table, however many templates
 * there are, and compares literals in full.
 *
 * <p>States are numbers. In state 0 nothing matches any more; a pass begins in state 1.
 */
final class PathAutomaton {
  /** No match: the path is not canonical. */
  static final int MALFORMED = -1;

  /** No match: the path is canonical, but no template matches. */
  static final int UNKNOWN = -2;

  static final int NOWHERE = 0;
  static final int START = 1;

  private static final boolean[] IS_PATH_CHARACTER = new boolean[128];

  static {
    for (int c = 0; c < 128; c++) {
      IS_PATH_CHARACTER[c] = PathTemplate.isPathCharacter(c);
    }
  }

  private final LiteralTable literals;
  private final int[] parameterTarget;
  private final int[] acceptance;
  private final long[] freeSegments;
  private final int maxCharacters;
  private final int maxSegments;

  /**
   * Makes an automaton of tables.
   *
   * @param literals from a state and a literal to the next state
   * @param parameterTarget from a state to the one after a segment that is none of its literals
   * @param acceptance from a state to what a path that ends there matches, or -1
   * @param freeSegments from what is matched to the segments, as bits, that may hold triples
   */
  PathAutomaton(
      LiteralTable literals,
      int[] parameterTarget,
      int[] acceptance,
      long[] freeSegments,
      PathLimits limits) {
    this.literals = literals;
    this.parameterTarget = parameterTarget;
    this.acceptance = acceptance;
    this.freeSegments = freeSegments;
    this.maxCharacters = limits.maxCharacters();
    this.maxSegments = limits.maxSegments();
  }

  /** Returns what the path matches, or {@link #MALFORMED} or {@link #UNKNOWN}. */
  int match(String path) {
    int length = path.length();
    if (length == 0 || length > maxCharacters || path.charAt(0) != '/') {
      return MALFORMED;
    }
    int state = START;
    int segments = 0;
    long encoded = 0;
    for (int start = 1, end; start <= length; start = end + 1) {
      long key = 0;
      for (end = start; end < length; end++) {
        char c = path.charAt(end);
        if (c >= 128 || !IS_PATH_CHARACTER[c]) {
          break;
        }
        key = Segments.key(key, c);
      }
      if (end < length && path.charAt(end) != '/') {
        end = path.charAt(end) == '%' ? EncodedSegment.end(path, start) : MALFORMED;
        if (end == MALFORMED) {
          return MALFORMED;
        }
        encoded |= 1L << segments;
        state = after(state, literals.nextEncoded(state, path, start, end));
      } else if (end == start || (path.charAt(start) == '.' && isDotsOnly(path, start, end))) {
        return MALFORMED;
      } else {
        state = after(state, literals.next(state, key, path, start, end));
      }
      if (++segments > maxSegments) {
        return MALFORMED;
      }
    }
    int accepted = acceptance[state];
    boolean isMatched = accepted >= 0 && (encoded == 0 || (encoded & ~freeSegments[accepted]) == 0);
    return isMatched ? accepted : UNKNOWN;
  }

  private int after(int state, int literalTarget) {
    return literalTarget == LiteralTable.NONE ? parameterTarget[state] : literalTarget;
  }

  private static boolean isDotsOnly(String path, int start, int end) {
    for (int i = start; i < end; i++) {
      if (path.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }
}
