package dev.warder.model.yaml;

import dev.warder.model.text.Quoted;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what somebody probably meant, for the message that refuses what they wrote. One object
 * serves one document or one question: all its searches together take at most a hundred million
 * steps, and later ones find nothing. A step looks at a character of a name. Not for use by several
 * threads.
 */
public final class Nearest {
  /** Some tenths of a second. Two hundred typing errors among ten thousand names take fewer. */
  static final long MAX_STEPS = 100_000_000;

  /** Names are no longer, so a longer text is near none. */
  private static final int MOST_CHARACTERS = 256;

  private final long maxSteps;
  private long steps;

  /** Makes one that has searched nothing. */
  public Nearest() {
    this(MAX_STEPS);
  }

  Nearest(long maxSteps) {
    this.maxSteps = maxSteps;
  }

  /** Returns the name nearest to a text, as {@link #search} of a new one does: for one question. */
  public static Optional<String> to(String text, Iterable<String> names) {
    return new Nearest().search(text, names);
  }

  /**
   * Returns the name nearest to a text, or nothing when none is near or no steps are left. Near
   * means that at most a third of the text's characters, but at least one, are to be put in, left
   * out, replaced or swapped with a neighbour; of equally near names the first is returned. For
   * messages only: a near name is never used instead.
   */
  public Optional<String> search(String text, Iterable<String> names) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Typed typed = text.length() <= Long.SIZE ? new Typed(text) : null;
    int best = Math.max(1, text.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : names) {
      steps++;
      if (steps > maxSteps) {
        return Optional.empty();
      }
      if (Math.abs(text.length() - name.length()) < best) {
        int distance = typed == null ? distance(text, name, best) : distance(typed, name);
        if (distance < best) {
          best = distance;
          nearest = Optional.of(name);
        }
      }
    }
    return steps > maxSteps ? Optional.empty() : nearest;
  }

  /** Returns the end of a message that names the nearest, or nothing, as {@link #search} does. */
  public Optional<String> hint(String text, Iterable<String> names) {
    return search(text, names).map(near -> "; nearest: " + Quoted.of(near));
  }

  /** Returns such an end of a message; where there are no names, that there is none. */
  public String hintOrNone(String text, Collection<String> names) {
    return hint(text, names).orElse(names.isEmpty() ? "; there is none" : "");
  }

  /** Returns how many steps the searches took. */
  long steps() {
    return steps;
  }

  /** A text of at most 64 characters, and for each character the places where it has it. */
  private static final class Typed {
    final int length;
    private final long[] ascii = new long[128];
    private final Map<Character, Long> others = new HashMap<>();

    Typed(String text) {
      this.length = text.length();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ascii.length) {
          ascii[c] |= 1L << i;
        } else {
          others.merge(c, 1L << i, (a, b) -> a | b);
        }
      }
    }

    long placesOf(char c) {
      return c < ascii.length ? ascii[c] : others.getOrDefault(c, 0L);
    }
  }

  /**
   * As below for a short text, a column at a time: H. Hyyrö, "A Bit-Vector Algorithm for Computing
   * Levenshtein and Damerau Edit Distances" (2003). The vectors tell where a cell is one more or
   * one less than the cell above it (vertical) or before it (horizontal).
   */
  private int distance(Typed typed, String name) {
    steps += name.length();
    if (typed.length == 0) {
      return name.length();
    }
    long last = 1L << (typed.length - 1);
    long more = -1;
    long less = 0;
    long diagonal = 0;
    long before = 0;
    int distance = typed.length;
    for (int i = 0; i < name.length(); i++) {
      long same = typed.placesOf(name.charAt(i));
      long swapped = ((~diagonal & same) << 1) & before;
      diagonal = (((same & more) + more) ^ more) | same | less | swapped;
      long moreThanBefore = less | ~(diagonal | more);
      long lessThanBefore = diagonal & more;
      distance += (moreThanBefore & last) == 0 ? 0 : 1;
      distance -= (lessThanBefore & last) == 0 ? 0 : 1;
      moreThanBefore = (moreThanBefore << 1) | 1;
      more = (lessThanBefore << 1) | ~(diagonal | moreThanBefore);
      less = moreThanBefore & diagonal;
      before = same;
    }
    return distance;
  }

  /**
   * Levenshtein's distance, a swap of neighbours counted as one; {@code bound} if not less. Only
   * the cells are computed whose two places are less than the bound apart, and no row after two of
   * which each cell has reached it.
   */
  private int distance(String a, String b, int bound) {
    int[] beforeLast = new int[b.length() + 2];
    int[] last = new int[b.length() + 2];
    int[] row = new int[b.length() + 2];
    Arrays.setAll(last, j -> j);
    int leastOfLast = 0;
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - bound + 1);
      int to = Math.min(b.length(), i + bound - 1);
      steps += to - from + 1;
      row[from - 1] = from == 1 ? i : bound;
      row[to + 1] = bound;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (isSwap(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least >= bound && leastOfLast >= bound - 1) {
        return bound;
      }
      leastOfLast = least;
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(bound, last[b.length()]);
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
