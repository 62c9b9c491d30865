package dev.warder.engine.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.engine.paths.Beginning.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts around parameters that may follow a path's beginning. A segment is looked up in two
 * steps: first the longest of the texts before a parameter that it begins with, by a binary search;
 * then, for this text and those that it begins with itself, which of the texts behind a parameter
 * it ends with. The answer to the second is a <em>mask</em>, a bit for each pair of texts.
 * Immutable.
 *
 * <p>Segments are looked up as they stand, or decoded where they have triples. The texts are ASCII.
 */
final class TextPatterns {
  /**
   * So many pairs of texts may have their first text in common, or in those that it begins with.
   */
  static final int MOST_TOGETHER = 62;

  private static final int NONE = -1;

  /** The texts before a parameter, sorted, each once. */
  private final String[] befores;

  /** For each text the place of the longest other one that it begins with, or -1. */
  private final int[] parents;

  /** For each text the number of pairs of those that it begins with: its own bits follow. */
  private final int[] firstBits;

  /** For each text the texts behind, in the order of their bits. */
  private final String[][] afters;

  TextPatterns(Collection<Texts> patterns) {
    Map<String, List<String>> byBefore = new TreeMap<>();
    patterns.forEach(
        pattern ->
            byBefore
                .computeIfAbsent(pattern.before(), b -> new ArrayList<>())
                .add(pattern.after()));
    this.befores = byBefore.keySet().toArray(new String[0]);
    this.afters =
        byBefore.values().stream().map(a -> a.toArray(new String[0])).toArray(String[][]::new);
    this.parents = new int[befores.length];
    this.firstBits = new int[befores.length];
    for (int i = 0; i < befores.length; i++) {
      int parent = i - 1;
      while (parent >= 0 && !befores[i].startsWith(befores[parent])) {
        parent = parents[parent];
      }
      parents[i] = parent;
      firstBits[i] = parent < 0 ? 0 : bits(parent);
    }
  }

  private int bits(int before) {
    return firstBits[before] + afters[before].length;
  }

  /** Returns the most pairs of texts that have a first text that one segment may begin with. */
  List<Texts> mostTogether() {
    int most = 0;
    for (int i = 1; i < befores.length; i++) {
      most = bits(i) > bits(most) ? i : most;
    }
    return texts(most, -1L);
  }

  int size() {
    return befores.length;
  }

  String before(int before) {
    return befores[before];
  }

  /** Returns the pairs of texts of a mask. */
  List<Texts> texts(int before, long mask) {
    ImmutableList.Builder<Texts> texts = ImmutableList.builder();
    for (int b = before; b >= 0; b = parents[b]) {
      for (int i = 0; i < afters[b].length; i++) {
        if ((mask & (1L << (firstBits[b] + i))) != 0) {
          texts.add(new Texts(befores[b], afters[b][i]));
        }
      }
    }
    return texts.build();
  }

  /** Returns the pairs of texts around at least one character that a segment has as it stands. */
  List<Texts> in(String segment) {
    List<Texts> found = new ArrayList<>();
    for (int b = longestBefore(segment, 0, segment.length(), false); b >= 0; b = parents[b]) {
      for (String after : afters[b]) {
        Texts texts = new Texts(befores[b], after);
        if (texts.areIn(segment)) {
          found.add(texts);
        }
      }
    }
    return found;
  }

  /** Returns the texts behind a parameter that may follow a text or one that it begins with. */
  List<String> afters(int before) {
    List<String> all = new ArrayList<>();
    for (int b = before; b >= 0; b = parents[b]) {
      all.addAll(Arrays.asList(afters[b]));
    }
    return all;
  }

  /** Returns the place of the longest text that a segment begins with, or -1. */
  int longestBefore(String path, int start, int end, boolean isDecoded) {
    int low = 0;
    int high = befores.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (EncodedSegment.compare(befores[middle], path, start, end, isDecoded) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int before = low - 1;
    while (before >= 0
        && EncodedSegment.compare(befores[before], path, start, end, isDecoded) != 0) {
      before = parents[before];
    }
    return before;
  }

  /** Returns the pairs of texts around at least one character that a segment has, as bits. */
  long mask(int before, String path, int start, int end, boolean isDecoded) {
    int length = isDecoded ? EncodedSegment.length(path, start, end) : end - start;
    long mask = 0;
    for (int b = before; b > NONE; b = parents[b]) {
      int most = length - befores[b].length() - 1;
      String[] texts = afters[b];
      for (int i = 0; i < texts.length; i++) {
        if (texts[i].length() <= most
            && EncodedSegment.endsWith(texts[i], path, start, end, isDecoded)) {
          mask |= 1L << (firstBits[b] + i);
        }
      }
    }
    return mask;
  }

  /** Returns whether a segment has dots only between the texts of one of these pairs. */
  boolean standsForDots(int before, long mask, String path, int start, int end) {
    for (int b = before; b > NONE; b = parents[b]) {
      for (int i = 0; i < afters[b].length; i++) {
        if ((mask & (1L << (firstBits[b] + i))) != 0
            && isDotsOnly(path, start + befores[b].length(), end - afters[b][i].length())) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isDotsOnly(String path, int start, int end) {
    for (int i = start; i < end; i++) {
      if (path.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }
}
