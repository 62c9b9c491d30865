package dev.warder.analysis.sets;

import com.google.common.collect.ImmutableList;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The minimal sets that satisfy several requirements at once. A requirement is a list of
 * alternatives, each a set; a set satisfies it when it contains one of them whole. A set that
 * satisfies all is minimal when no proper subset of it does.
 *
 * <p>There can be exponentially many, so the work is bounded: it is counted in comparisons of two
 * sets, and a set that is made counts as {@value #COMPARISONS_A_SET} of them, for the memory it
 * takes.
 */
public final class MinimalSets {
  private static final int COMPARISONS_A_SET = 50;

  /** Sets of numbers up to 4,031 are compared in one step, longer ones in more. */
  private static final int WORDS_A_COMPARISON = 64;

  private final Steps comparisons;

  private MinimalSets(Steps comparisons) {
    this.comparisons = comparisons;
  }

  /**
   * Returns the minimal sets that satisfy all requirements, each once: one empty set for no
   * requirements, and none when a requirement has no alternatives.
   *
   * @param comparisons the comparisons made before for the same answer
   * @throws TooMuchWork if more comparisons would be needed than are admitted
   */
  public static List<BitSet> of(
      Collection<? extends Collection<BitSet>> requirements, Steps comparisons) throws TooMuchWork {
    return new MinimalSets(comparisons).of(requirements);
  }

  private List<BitSet> of(Collection<? extends Collection<BitSet>> requirements)
      throws TooMuchWork {
    Set<Set<Bits>> distinct = new LinkedHashSet<>();
    for (Collection<BitSet> alternatives : requirements) {
      distinct.add(new LinkedHashSet<>(minimal(alternatives.stream().map(Bits::of).toList())));
    }
    List<Set<Bits>> fewestFirst = new ArrayList<>(distinct);
    fewestFirst.sort(Comparator.comparingInt(Set::size));
    List<Bits> sets = List.of(Bits.of(new BitSet()));
    for (Set<Bits> alternatives : fewestFirst) {
      sets = minimal(extended(sets, alternatives));
    }
    return sets.stream().map(Bits::toBitSet).collect(ImmutableList.toImmutableList());
  }

  /** Returns the sets, each extended by every alternative unless it contains one already. */
  private Set<Bits> extended(List<Bits> sets, Set<Bits> alternatives) throws TooMuchWork {
    Set<Bits> extended = new LinkedHashSet<>();
    for (Bits set : sets) {
      if (containsAny(set, alternatives)) {
        extended.add(set);
      } else {
        for (Bits alternative : alternatives) {
          count(Math.max(COMPARISONS_A_SET, set.words() + alternative.words()));
          extended.add(set.with(alternative));
        }
      }
    }
    return extended;
  }

  /** Returns those sets of which no other is a subset, the smaller ones first. */
  private List<Bits> minimal(Collection<Bits> sets) throws TooMuchWork {
    List<Bits> fewestFirst = new ArrayList<>(new LinkedHashSet<>(sets));
    fewestFirst.sort(Comparator.comparingInt(Bits::cardinality));
    List<Bits> minimal = new ArrayList<>();
    List<Bits> smaller = minimal;
    int cardinality = 0;
    for (Bits set : fewestFirst) {
      // Different sets of one size are no subsets of each other.
      if (set.cardinality() > cardinality) {
        cardinality = set.cardinality();
        smaller = List.copyOf(minimal);
      }
      if (!containsAny(set, smaller)) {
        minimal.add(set);
      }
    }
    return minimal;
  }

  private boolean containsAny(Bits set, Collection<Bits> others) throws TooMuchWork {
    for (Bits other : others) {
      count(1 + other.words() / WORDS_A_COMPARISON);
      if (set.contains(other)) {
        return true;
      }
    }
    return false;
  }

  private void count(int more) throws TooMuchWork {
    if (!comparisons.admit(more)) {
      throw new TooMuchWork(
          "the choices combine in too many ways: more than "
              + comparisons.most()
              + " comparisons; ask for fewer at once");
    }
  }
}
