package dev.warder.analysis.sets;

import com.google.common.collect.ImmutableList;
import dev.warder.analysis.TooMuchWork;
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
 * sets.
 */
public final class MinimalSets {
  private final long mostComparisons;
  private long comparisons;

  private MinimalSets(long mostComparisons) {
    this.mostComparisons = mostComparisons;
  }

  /**
   * Returns the minimal sets that satisfy all requirements, each once: one empty set for no
   * requirements, and none when a requirement has no alternatives.
   *
   * @throws TooMuchWork if more comparisons than these would be needed
   */
  public static List<BitSet> of(
      Collection<? extends Collection<BitSet>> requirements, long mostComparisons)
      throws TooMuchWork {
    return new MinimalSets(mostComparisons).of(requirements);
  }

  private List<BitSet> of(Collection<? extends Collection<BitSet>> requirements)
      throws TooMuchWork {
    Set<Set<BitSet>> distinct = new LinkedHashSet<>();
    for (Collection<BitSet> alternatives : requirements) {
      distinct.add(new LinkedHashSet<>(minimal(alternatives)));
    }
    List<Set<BitSet>> fewestFirst = new ArrayList<>(distinct);
    fewestFirst.sort(Comparator.comparingInt(Set::size));
    List<BitSet> sets = List.of(new BitSet());
    for (Set<BitSet> alternatives : fewestFirst) {
      sets = minimal(extended(sets, alternatives));
    }
    return ImmutableList.copyOf(sets);
  }

  /** Returns the sets, each extended by every alternative unless it contains one already. */
  private Set<BitSet> extended(List<BitSet> sets, Set<BitSet> alternatives) throws TooMuchWork {
    Set<BitSet> extended = new LinkedHashSet<>();
    for (BitSet set : sets) {
      if (containsAny(set, alternatives)) {
        extended.add(set);
      } else {
        for (BitSet alternative : alternatives) {
          count();
          BitSet union = (BitSet) set.clone();
          union.or(alternative);
          extended.add(union);
        }
      }
    }
    return extended;
  }

  /** Returns those sets of which no other is a subset, the smaller ones first. */
  private List<BitSet> minimal(Collection<BitSet> sets) throws TooMuchWork {
    List<BitSet> fewestFirst = new ArrayList<>(new LinkedHashSet<>(sets));
    fewestFirst.sort(Comparator.comparingInt(BitSet::cardinality));
    List<BitSet> minimal = new ArrayList<>();
    for (BitSet set : fewestFirst) {
      if (!containsAny(set, minimal)) {
        minimal.add(set);
      }
    }
    return minimal;
  }

  private boolean containsAny(BitSet set, Collection<BitSet> others) throws TooMuchWork {
    for (BitSet other : others) {
      count();
      if (contains(set, other)) {
        return true;
      }
    }
    return false;
  }

  private void count() throws TooMuchWork {
    if (++comparisons > mostComparisons) {
      throw new TooMuchWork(
          "the choices combine in too many ways: more than "
              + mostComparisons
              + " comparisons; ask for fewer at once");
    }
  }

  private static boolean contains(BitSet set, BitSet other) {
    for (int i = other.nextSetBit(0); i >= 0; i = other.nextSetBit(i + 1)) {
      if (!set.get(i)) {
        return false;
      }
    }
    return true;
  }
}
