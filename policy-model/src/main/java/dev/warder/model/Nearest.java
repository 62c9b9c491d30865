package dev.warder.model;

import java.util.Optional;

/** Finds what somebody probably meant, for the message that refuses what they wrote. */
public final class Nearest {
  private Nearest() {}

  /**
   * Returns the name nearest to a text, or nothing when none is near. Near means that at most a
   * third of the text's characters, but at least one, are to be put in, left out or replaced; of
   * equally near names the first is returned. For messages only: a near name is never used instead.
   */
  public static Optional<String> to(String text, Iterable<String> names) {
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

  /** Levenshtein's distance, or {@code bound} where it is not less. */
  private static int distance(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) >= bound) {
      return bound;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
