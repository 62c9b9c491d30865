package dev.warder.model;

import java.util.Optional;

/** Finds what somebody probably meant, for the message that refuses what they wrote. */
public final class Nearest {
  /** Names are no longer, so a longer text is near none; the search is quadratic in length. */
  private static final int MOST_CHARACTERS = 256;

  private Nearest() {}

  /**
   * Returns the name nearest to a text, or nothing when none is near. Near means that at most a
   * third of the text's characters, but at least one, are to be put in, left out, replaced or
   * swapped with a neighbour; of equally near names the first is returned. For messages only: a
   * near name is never used instead.
   */
  public static Optional<String> to(String text, Iterable<String> names) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    int best = Math.max(1, text.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : names) {
      int distance = distance(text, name, best);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  /** Levenshtein's distance, a swap of neighbours counted as one; {@code bound} if not less. */
  private static int distance(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) >= bound) {
      return bound;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (isSwap(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
