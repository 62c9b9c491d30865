package dev.warder.engine.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.engine.paths.Beginning.Texts;
import dev.warder.model.Operation;
import dev.warder.model.OverlapLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may follow after a path's beginning that several beginnings of templates match: each literal
 * that one of them has next, each sort of text that their parameters with texts around tell apart,
 * and any other text. Immutable.
 */
public final class NextSegments {
  /** Stands in an example for a character that no template has. */
  static final char FREE = '\0';

  /**
   * A literal that may follow.
   *
   * @param text the literal
   * @param reached the beginnings that match with it
   * @param standsForDots whether a parameter of one of these would stand for dots only
   */
  public record Literal(String text, List<Beginning> reached, boolean standsForDots) {}

  /** The texts that begin with one text and have all pairs of texts of one mask, and no literal. */
  record Sort(int before, long mask, String example, List<Beginning> reached) {}

  /** So many characters of two texts, laid one over the other at each place, are one step more. */
  private static final int CHARACTERS_A_STEP = 16;

  private record Mask(int before, long bits) {}

  private final OverlapLimit limit;
  private final List<Beginning> onOther;
  private final List<Literal> literals;
  private final Map<Texts, List<Beginning>> onTexts = new LinkedHashMap<>();
  private final @Nullable TextPatterns patterns;
  private final List<Sort> sorts = new ArrayList<>();

  /**
   * Finds what may follow.
   *
   * @throws TooManyOverlaps when that takes more steps than are left
   */
  public NextSegments(List<Beginning> beginnings, OverlapLimit limit) throws TooManyOverlaps {
    this.limit = limit;
    List<Beginning> any = new ArrayList<>();
    Map<String, List<Beginning>> byLiteral = new LinkedHashMap<>();
    for (Beginning beginning : beginnings) {
      any.addAll(beginning.onAny());
      beginning
          .literals()
          .forEach(
              (text, next) -> byLiteral.computeIfAbsent(text, t -> new ArrayList<>()).add(next));
      beginning
          .onTexts()
          .forEach(
              (texts, next) -> onTexts.computeIfAbsent(texts, t -> new ArrayList<>()).addAll(next));
    }
    this.onOther = reached(any);
    this.patterns = onTexts.isEmpty() ? null : new TextPatterns(onTexts.keySet());
    if (patterns != null) {
      List<Texts> together = patterns.mostTogether();
      if (together.size() > TextPatterns.MOST_TOGETHER) {
        throw new TooManyOverlaps(tooManyTexts(together));
      }
      findSorts(patterns);
    }
    ImmutableList.Builder<Literal> found = ImmutableList.builder();
    for (Map.Entry<String, List<Beginning>> entry : byLiteral.entrySet()) {
      found.add(literal(entry.getKey(), entry.getValue()));
    }
    this.literals = found.build();
  }

  /** Returns the beginnings that match any other text. */
  public List<Beginning> onOther() {
    return onOther;
  }

  /** Returns the literals, and after each the beginnings that match with it. */
  public List<Literal> literals() {
    return literals;
  }

  /**
   * Returns what may be matched after one more segment: first after any other text, then after each
   * sort of text, then after each literal. Some may be equal.
   */
  public List<List<Beginning>> following() {
    List<List<Beginning>> following = new ArrayList<>();
    following.add(onOther);
    sorts.forEach(sort -> following.add(sort.reached()));
    literals.forEach(literal -> following.add(literal.reached()));
    return following;
  }

  /** Returns the texts that the patterns are made of, in their order. */
  List<Texts> texts() {
    return List.copyOf(onTexts.keySet());
  }

  @Nullable TextPatterns patterns() {
    return patterns;
  }

  List<Sort> sorts() {
    return sorts;
  }

  private Literal literal(String text, List<Beginning> next) throws TooManyOverlaps {
    if (text.isEmpty()) {
      return new Literal(text, reached(next), false);
    }
    next.addAll(onOther);
    if (patterns == null) {
      return new Literal(text, reached(next), false);
    }
    int before = patterns.longestBefore(text, 0, text.length(), false);
    long mask = patterns.mask(before, text, 0, text.length(), false);
    addMatched(before, mask, next);
    return new Literal(
        text, reached(next), patterns.standsForDots(before, mask, text, 0, text.length()));
  }

  private void addMatched(int before, long mask, List<Beginning> next) {
    if (patterns != null) {
      patterns
          .texts(before, mask)
          .forEach(texts -> next.addAll(onTexts.getOrDefault(texts, List.of())));
    }
  }

  private List<Beginning> reached(List<Beginning> next) throws TooManyOverlaps {
    List<Beginning> sorted = Beginning.sorted(next);
    if (!limit.admits(sorted.size())) {
      throw tooMany(limit, sorted);
    }
    return sorted;
  }

  /** Returns the exception for too many steps, which names operations with these beginnings. */
  static TooManyOverlaps tooMany(OverlapLimit limit, List<Beginning> beginnings) {
    return new TooManyOverlaps(limit.message(Beginning.firsts(beginnings)));
  }

  /** Returns the number of slots that a table needs for what may follow. */
  int slots() {
    return literals.size() + sorts.size();
  }

  /** Returns operations of which one has a literal next, or a parameter with text around it. */
  List<Operation> operations() {
    List<Beginning> reached = new ArrayList<>();
    literals.forEach(literal -> reached.addAll(literal.reached()));
    sorts.forEach(sort -> reached.addAll(sort.reached()));
    return Beginning.firsts(reached);
  }

  /** Returns operations that have one of these texts next. */
  private List<Operation> withTexts(List<Texts> texts) {
    return Beginning.firsts(
        texts.stream().flatMap(t -> onTexts.getOrDefault(t, List.of()).stream()).toList());
  }

  private String tooManyTexts(List<Texts> together) {
    return limit.message(
        withTexts(together),
        "more than "
            + TextPatterns.MOST_TOGETHER
            + " parameters have text around them that one segment may begin with");
  }

  /**
   * Finds the masks that occur. Take a segment, the longest text before a parameter that it begins
   * with, and the longest text behind one that it ends with. Either both have room for a character
   * between them; then one character tells as much as several. Or they meet or overlap, and the
   * segment is made of them.
   */
  private void findSorts(TextPatterns texts) throws TooManyOverlaps {
    Set<Mask> seen = new HashSet<>();
    for (int before = 0; before < texts.size(); before++) {
      String first = texts.before(before);
      Set<String> afters = new LinkedHashSet<>(texts.afters(before));
      afters.add("");
      for (String after : afters) {
        int most = Math.min(first.length(), after.length());
        admit(texts, before, most / CHARACTERS_A_STEP);
        add(texts, before, first + FREE + after, seen);
        for (int common = 0; common <= most; common++) {
          if (first.regionMatches(first.length() - common, after, 0, common)) {
            add(texts, before, first + after.substring(common), seen);
          }
        }
      }
    }
  }

  private void admit(TextPatterns texts, int before, long steps) throws TooManyOverlaps {
    if (!limit.admitsSteps(steps)) {
      throw new TooManyOverlaps(limit.message(withTexts(texts.texts(before, -1L))));
    }
  }

  private void add(TextPatterns texts, int first, String example, Set<Mask> seen)
      throws TooManyOverlaps {
    admit(texts, first, 1);
    int before = texts.longestBefore(example, 0, example.length(), false);
    long mask = before < 0 ? 0 : texts.mask(before, example, 0, example.length(), false);
    if (mask != 0 && seen.add(new Mask(before, mask))) {
      List<Beginning> next = new ArrayList<>(onOther);
      addMatched(before, mask, next);
      sorts.add(new Sort(before, mask, example, reached(next)));
    }
  }
}
