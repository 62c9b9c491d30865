package dev.warder.engine.paths;

import dev.warder.model.PathTemplate;

/**
 * All templates of a catalogue as one deterministic automaton over path segments. One pass over the
 * path judges whether it is canonical and finds the templates that match, without a copy, a regular
 * expression or an allocation; a segment costs one probe of a hash table, however many templates
 * there are, and compares literals in full. Where parameters have text around them a segment that
 * is no literal costs a binary search besides. Immutable.
 *
 * <p>States are numbers. In state 0 nothing matches any more; a pass begins in state 1.
 */
public final class PathAutomaton {
  /** No match: the path is not canonical. */
  public static final int MALFORMED = -1;

  /** No match: the path is canonical, but no template matches. */
  public static final int UNKNOWN = -2;

  static final int NOWHERE = 0;
  static final int START = 1;

  private static final boolean[] IS_PATH_CHARACTER = new boolean[128];

  static {
    for (int c = 0; c < 128; c++) {
      IS_PATH_CHARACTER[c] = PathTemplate.isPathCharacter(c);
    }
  }

  private final LiteralTable literals;
  private final int[] otherTarget;
  private final TextTransitions[] texts;
  private final int[] acceptance;
  private final TemplateConditions conditions;
  private final int maxCharacters;
  private final int maxSegments;

  /**
   * Makes an automaton of tables.
   *
   * @param literals from a state and a literal to the next state
   * @param otherTarget from a state to the one after a segment that is none of its literals, or to
   *     the complement of the place of its table among the next
   * @param texts from a segment that is no literal to the next state
   * @param acceptance from a state to what a path that ends there matches, or -1
   * @param conditions what a path must keep besides to match
   */
  PathAutomaton(
      LiteralTable literals,
      int[] otherTarget,
      TextTransitions[] texts,
      int[] acceptance,
      TemplateConditions conditions,
      int maxCharacters,
      int maxSegments) {
    this.literals = literals;
    this.otherTarget = otherTarget;
    this.texts = texts;
    this.acceptance = acceptance;
    this.conditions = conditions;
    this.maxCharacters = maxCharacters;
    this.maxSegments = maxSegments;
  }

  /** Returns what the path matches, or {@link #MALFORMED} or {@link #UNKNOWN}. */
  public int match(String path) {
    int length = path.length();
    if (length == 0 || length > maxCharacters || path.charAt(0) != '/') {
      return MALFORMED;
    }
    int state = START;
    int segments = 0;
    long encoded = 0;
    boolean hasDots = false;
    for (int start = 1, end; start <= length; start = end + 1) {
      long key = 0;
      for (end = start; end < length; end++) {
        char c = path.charAt(end);
        if (c >= 128 || !IS_PATH_CHARACTER[c]) {
          break;
        }
        key = LiteralTable.key(key, c);
      }
      int next;
      if (end < length && path.charAt(end) != '/') {
        end = path.charAt(end) == '%' ? EncodedSegment.end(path, start) : MALFORMED;
        if (end == MALFORMED) {
          return MALFORMED;
        }
        encoded |= 1L << segments;
        next =
            conditions.arePlain()
                ? literals.nextEncoded(state, path, start, end)
                : LiteralTable.NONE;
      } else if (end == start) {
        if (end < length) {
          return MALFORMED;
        }
        next = Math.max(NOWHERE, literals.next(state, key, path, start, end));
      } else if (path.charAt(start) == '.' && TextPatterns.isDotsOnly(path, start, end)) {
        return MALFORMED;
      } else {
        next = literals.next(state, key, path, start, end);
      }
      if (next == LiteralTable.NONE) {
        next = otherTarget[state];
        if (next < 0) {
          next = texts[~next].next(path, start, end, false);
        }
      }
      if (next < 0) {
        hasDots = true;
        next = ~next;
      }
      state = next;
      if (++segments > maxSegments) {
        return MALFORMED;
      }
    }
    int matched = acceptance[state];
    if (matched < 0) {
      return UNKNOWN;
    }
    boolean isKept =
        (encoded == 0 || isSame(matched, path, encoded, segments))
            && (!hasDots || !conditions.standsForDots(matched, path));
    return isKept ? matched : UNKNOWN;
  }

  /** Returns whether triples stand where they may, and the decoded path matches the same. */
  private boolean isSame(int matched, String path, long encoded, int segments) {
    return conditions.admitTriples(matched, encoded, segments)
        && (conditions.arePlain() || acceptance[decoded(path)] == matched);
  }

  /** Returns the state after a canonical path, decoded. */
  private int decoded(String path) {
    int state = START;
    for (int start = 1, end; start <= path.length(); start = end + 1) {
      end = Segments.end(path, start);
      int next = literals.nextEncoded(state, path, start, end);
      if (next == LiteralTable.NONE) {
        next = start == end ? NOWHERE : otherTarget[state];
        if (next < 0) {
          next = texts[~next].next(path, start, end, true);
        }
      }
      state = next < 0 ? ~next : next;
    }
    return state;
  }
}
