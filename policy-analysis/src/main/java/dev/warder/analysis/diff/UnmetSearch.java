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
 * another requirement. A choice that meets it already is not gone on with, as more cannot undo
 * that; so a choice is found soon where there is one. Where there is none, there may be
 * exponentially many to try, and the number of tries is bounded.
 */
final class UnmetSearch {
  private static final long MOST_TRIES = 1_000_000;

  /** The most requirements of one question; the search goes as deep as there are. */
  private static final int MOST_REQUIREMENTS = 1_000;

  private final NumberedCatalogue denying;
  private final Set<BitSet> requirement;
  private long tries;

  UnmetSearch(NumberedCatalogue denying, Set<BitSet> requirement) {
    this.denying = denying;
    this.requirement = requirement;
  }

  /** Returns what the sets chosen carry together, if there is such a choice. */
  Optional<BitSet> of(List<Set<BitSet>> choices) throws TooMuchWork {
    if (choices.size() > MOST_REQUIREMENTS) {
      throw new TooMuchWork("a command needs more than " + MOST_REQUIREMENTS + " things at once");
    }
    List<List<BitSet>> fewestFirst = new ArrayList<>();
    for (Set<BitSet> sets : choices) {
      List<BitSet> smallestFirst = new ArrayList<>(sets);
      smallestFirst.sort(Comparator.comparingInt(BitSet::cardinality));
      fewestFirst.add(smallestFirst);
    }
    fewestFirst.sort(Comparator.comparingInt(List::size));
    return from(0, new BitSet(), fewestFirst);
  }

  private Optional<BitSet> from(int next, BitSet carried, List<List<BitSet>> choices)
      throws TooMuchWork {
    if (next == choices.size()) {
      return Optional.of(carried);
    }
    for (BitSet set : choices.get(next)) {
      if (++tries > MOST_TRIES) {
        throw new TooMuchWork(
            "alternatives combine in too many ways: more than " + MOST_TRIES + " tries");
      }
      BitSet more = (BitSet) carried.clone();
      more.or(set);
      if (!Demand.isMet(requirement, denying.closure(more))) {
        Optional<BitSet> found = from(next + 1, more, choices);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
