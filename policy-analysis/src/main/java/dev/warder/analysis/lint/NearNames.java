package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.ONE_LETTER_APART;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Finds names that are one letter from an earlier one. Names are not compared each with each:
 * leaving one character out of both makes two near names equal, so only those are compared of which
 * one with a character left out equals the other, or the other with one left out. What is left is
 * kept as a hash, which takes eight bytes; equal hashes only lead to a comparison.
 */
final class NearNames {
  /** The most comparisons of two names of one sort. */
  static final long MAX_STEPS = 5_000_000;

  private static final int FEWEST_CHARACTERS = 4;

  /** There are at most 100,000 names. */
  private static final int INDEX_BITS = 17;

  private static final long BASE = 0x9E3779B97F4A7C15L;

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<Long> hashes = new HashSet<>();
  private final int[] first;
  private long steps;

  /** Makes one for names that differ. */
  NearNames(List<String> names) {
    this.names = names;
    this.first = new int[names.size()];
    Arrays.setAll(first, i -> i);
    for (String name : names) {
      places.put(name, places.size());
      hashes.add(hash(name));
    }
  }

  static void add(Catalogue catalogue, Warnings findings) throws TooMuchWork {
    Set<String> kinds = new LinkedHashSet<>();
    for (Operation operation : catalogue.operations()) {
      operation.accountRule().owners().forEach(owned -> kinds.add(owned.kind()));
    }
    add(catalogue.capabilities().stream().map(Capability::raw).toList(), raw -> raw, findings);
    add(
        catalogue.categories().stream().map(Category::name).toList(),
        name -> "category " + name,
        findings);
    add(List.copyOf(kinds), kind -> "kind " + kind, findings);
  }

  private static void add(List<String> names, UnaryOperator<String> subject, Warnings findings)
      throws TooMuchWork {
    new NearNames(names)
        .nearest()
        .forEach(
            (name, earlier) ->
                findings.add(
                    ONE_LETTER_APART,
                    subject.apply(name),
                    "`" + name + "` is one letter from `" + earlier + "`"));
  }

  /** Returns for each name that is near earlier ones the first of them. */
  Map<String, String> nearest() throws TooMuchWork {
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      byLength.computeIfAbsent(names.get(i).length(), length -> new ArrayList<>()).add(i);
    }
    for (Map.Entry<Integer, List<Integer>> sameLength : byLength.entrySet()) {
      if (sameLength.getKey() >= FEWEST_CHARACTERS) {
        compare(sameLength.getKey(), sameLength.getValue());
      }
    }
    Map<String, String> nearest = new LinkedHashMap<>();
    for (int i = 0; i < first.length; i++) {
      if (first[i] != i) {
        nearest.put(names.get(i), names.get(first[i]));
      }
    }
    return nearest;
  }

  /** Returns how many comparisons were made. */
  long steps() {
    return steps;
  }

  private void compare(int length, List<Integer> sameLength) throws TooMuchWork {
    long[] rests = new long[length * sameLength.size()];
    int size = 0;
    for (int i : sameLength) {
      long[] hashesOfRests = hashesWithOneLeftOut(names.get(i));
      for (int left = 0; left < length; left++) {
        long rest = hashesOfRests[left];
        rests[size++] = (rest << INDEX_BITS) | i;
        if (hashes.contains(rest)) {
          compareWithShorter(i, left);
        }
      }
    }
    Arrays.sort(rests);
    for (int from = 0, to; from < size; from = to) {
      for (to = from; to < size && isSameRest(rests[to], rests[from]); ) {
        to++;
      }
      compare(rests, from, to);
    }
  }

  private static boolean isSameRest(long one, long other) {
    return one >>> INDEX_BITS == other >>> INDEX_BITS;
  }

  private static int index(long rest) {
    return (int) (rest & ((1L << INDEX_BITS) - 1));
  }

  /** Compares names with the same rest, each with the earlier ones until one is near. */
  private void compare(long[] rests, int from, int to) throws TooMuchWork {
    for (int later = from + 1; later < to; later++) {
      int one = index(rests[later]);
      for (int i = from; index(rests[i]) < first[one]; i++) {
        compare(one, index(rests[i]));
      }
    }
  }

  private void compareWithShorter(int one, int left) throws TooMuchWork {
    String name = names.get(one);
    Integer shorter = places.get(name.substring(0, left) + name.substring(left + 1));
    if (shorter != null) {
      compare(one, shorter);
    }
  }

  private void compare(int one, int other) throws TooMuchWork {
    if (++steps > MAX_STEPS) {
      throw new TooMuchWork(
          ("to find names that are one letter apart takes more than %s comparisons, at `%s` and"
                  + " `%s`; make names differ in more characters")
              .formatted(MAX_STEPS, names.get(one), names.get(other)));
    }
    if (isOneLetterApart(names.get(one), names.get(other))) {
      int later = Math.max(one, other);
      first[later] = Math.min(first[later], Math.min(one, other));
    }
  }

  private static long hash(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * BASE + text.charAt(i);
    }
    return hash;
  }

  /** Returns the hash of a name without each of its characters, in time linear in its length. */
  private static long[] hashesWithOneLeftOut(String name) {
    long[] hashes = new long[name.length()];
    long[] powers = new long[name.length()];
    long behind = 0;
    long power = 1;
    for (int i = name.length() - 1; i >= 0; i--) {
      hashes[i] = behind;
      powers[i] = power;
      behind += name.charAt(i) * power;
      power *= BASE;
    }
    long before = 0;
    for (int i = 0; i < name.length(); i++) {
      hashes[i] += before * powers[i];
      before = before * BASE + name.charAt(i);
    }
    return hashes;
  }

  /** Returns whether one name becomes the other by one letter. */
  static boolean isOneLetterApart(String a, String b) {
    if (a.length() > b.length()) {
      return isOneLetterApart(b, a);
    }
    if (a.length() < FEWEST_CHARACTERS || b.length() - a.length() > 1 || a.equals(b)) {
      return false;
    }
    int i = 0;
    while (i < a.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (isDigit(b.charAt(i))) {
      return false;
    }
    if (a.length() < b.length()) {
      return a.substring(i).equals(b.substring(i + 1));
    }
    return !isDigit(a.charAt(i))
        && (a.substring(i + 1).equals(b.substring(i + 1)) || isSwapped(a, b, i));
  }

  private static boolean isSwapped(String a, String b, int i) {
    return i + 1 < a.length()
        && a.charAt(i) == b.charAt(i + 1)
        && a.charAt(i + 1) == b.charAt(i)
        && a.substring(i + 2).equals(b.substring(i + 2));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
