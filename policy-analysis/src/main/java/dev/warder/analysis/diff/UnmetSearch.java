package dev.warder.analysis.diff;

import dev.warder.analysis.TooMuchWork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a choice, one set for each of several requirements, that all together do not meet
 * another requirement. Of a set only what it gives of that requirement counts, and of several sets
 * of one choice only those that give least. A choice that meets it already is not gone on with, as
 * more cannot undo that; so a choice is found soon where there is one. Where there is none, there
 * may be exponentially many to try, and the tries are counted.
 */
final class UnmetSearch {
  /** The most requirements of one question that leave a choice; the search goes as deep. */
  private static final int MOST_REQUIREMENTS = 1_000;

  /**
   * A set that may be carried.
   *
   * @param held what the denying side's token then has
   */
  record Carried(BitSet set, BitSet held) {}

  private final DiffWork work;
  private final Set<BitSet> requirement;
  private final BitSet wanted = new BitSet();

  UnmetSearch(DiffWork work, Set<BitSet> requirement) {
    this.work = work;
    this.requirement = requirement;
    requirement.forEach(wanted::or);
  }

  /** Returns what the sets chosen carry together, if there is such a choice. */
  Optional<BitSet> of(List<List<Carried>> choices) throws TooMuchWork {
    BitSet carried = new BitSet();
    BitSet given = new BitSet();
    List<List<Carried>> open = new ArrayList<>();
    for (List<Carried> sets : choices) {
      List<Carried> least = givingLeast(sets);
      if (least.size() == 1) {
        carried.or(least.get(0).set());
        given.or(least.get(0).held());
      } else {
        open.add(least);
      }
    }
    if (open.size() > MOST_REQUIREMENTS) {
      throw new TooMuchWork("a command needs more than " + MOST_REQUIREMENTS + " things at once");
    }
    open.sort(Comparator.comparingInt(List::size));
    return isMet(given) ? Optional.empty() : from(0, carried, given, open);
  }

  /** Returns the sets, with what each gives of what is wanted, that give nothing beyond another. */
  private List<Carried> givingLeast(List<Carried> sets) throws TooMuchWork {
    List<Carried> fewestFirst = new ArrayList<>();
    work.countSets(sets.size());
    for (Carried one : sets) {
      BitSet given = (BitSet) one.held().clone();
      given.and(wanted);
      fewestFirst.add(new Carried(one.set(), given));
    }
    fewestFirst.sort(
        Comparator.comparingInt((Carried one) -> one.held().cardinality())
            .thenComparingInt(one -> one.set().cardinality()));
    List<Carried> least = new ArrayList<>();
    for (Carried one : fewestFirst) {
      work.countSets(least.size());
      if (least.stream().noneMatch(other -> Demand.contains(one.held(), other.held()))) {
        least.add(one);
      }
    }
    return least;
  }

  private Optional<BitSet> from(int next, BitSet carried, BitSet given, List<List<Carried>> choices)
      throws TooMuchWork {
    if (next == choices.size()) {
      return Optional.of(carried);
    }
    for (Carried one : choices.get(next)) {
      BitSet more = (BitSet) given.clone();
      more.or(one.held());
      if (!isMet(more)) {
        BitSet together = (BitSet) carried.clone();
        together.or(one.set());
        Optional<BitSet> found = from(next + 1, together, more, choices);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isMet(BitSet given) throws TooMuchWork {
    work.countSets(1 + requirement.size());
    return Demand.isMet(requirement, given);
  }
}
