package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.ONE_LETTER_APART;

import dev.warder.model.AccountRule;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
 * one with a character left out equals the other, or the other with one left out.
 */
final class NearNames {
  private static final int FEWEST_CHARACTERS = 4;

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  private NearNames(List<String> names) {
    this.names = names;
    for (String name : names) {
      places.put(name, places.size());
    }
  }

  static void add(Catalogue catalogue, Warnings findings) {
    Set<String> kinds = new LinkedHashSet<>();
    for (Operation operation : catalogue.operations()) {
      if (operation.accountRule() instanceof AccountRule.Owned owned) {
        kinds.add(owned.kind());
      }
    }
    add(catalogue.capabilities().stream().map(Capability::raw).toList(), raw -> raw, findings);
    add(
        catalogue.categories().stream().map(Category::name).toList(),
        name -> "category " + name,
        findings);
    add(List.copyOf(kinds), kind -> "kind " + kind, findings);
  }

  private static void add(List<String> names, UnaryOperator<String> subject, Warnings findings) {
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
  Map<String, String> nearest() {
    int[] first = new int[names.size()];
    Arrays.setAll(first, i -> i);
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      byLength.computeIfAbsent(names.get(i).length(), length -> new ArrayList<>()).add(i);
    }
    byLength.values().forEach(sameLength -> compare(sameLength, first));
    Map<String, String> nearest = new LinkedHashMap<>();
    for (int i = 0; i < first.length; i++) {
      if (first[i] != i) {
        nearest.put(names.get(i), names.get(first[i]));
      }
    }
    return nearest;
  }

  private void compare(List<Integer> sameLength, int[] first) {
    Map<String, List<Integer>> byRest = new HashMap<>();
    for (int i : sameLength) {
      String name = names.get(i);
      for (String rest : withOneLeftOut(name)) {
        Integer shorter = places.get(rest);
        if (shorter != null) {
          compare(i, shorter, first);
        }
        List<Integer> others = byRest.computeIfAbsent(rest, r -> new ArrayList<>());
        others.forEach(other -> compare(i, other, first));
        others.add(i);
      }
    }
  }

  private static Set<String> withOneLeftOut(String name) {
    Set<String> rests = new LinkedHashSet<>();
    for (int i = 0; i < name.length(); i++) {
      rests.add(name.substring(0, i) + name.substring(i + 1));
    }
    return rests;
  }

  private void compare(int one, int other, int[] first) {
    if (isOneLetterApart(names.get(one), names.get(other))) {
      int later = Math.max(one, other);
      first[later] = Math.min(first[later], Math.min(one, other));
    }
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
