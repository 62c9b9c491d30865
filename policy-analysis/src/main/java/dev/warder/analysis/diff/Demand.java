package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Operation;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that one question needs: of each requirement one alternative. A requirement without
 * alternatives is met by nobody, and so is a question that asks nothing.
 */
record Demand(Set<Set<BitSet>> requirements) {
  static final Demand OF_THE_IMPOSSIBLE = new Demand(ImmutableSet.of(ImmutableSet.of()));

  /** Returns what a request needs that asks these operations. */
  static Demand of(NumberedCatalogue side, List<Operation> asked) throws TooMuchWork {
    if (asked.isEmpty()) {
      return OF_THE_IMPOSSIBLE;
    }
    Set<Set<BitSet>> requirements = new LinkedHashSet<>();
    for (Operation operation : asked) {
      requirements.add(side.needs(operation));
    }
    return new Demand(requirements);
  }

  boolean isImpossible() {
    return requirements.stream().anyMatch(Set::isEmpty);
  }

  boolean isMetBy(BitSet held) {
    return requirements.stream().allMatch(requirement -> isMet(requirement, held));
  }

  static boolean isMet(Set<BitSet> requirement, BitSet held) {
    return requirement.stream().anyMatch(all -> contains(held, all));
  }

  static boolean contains(BitSet set, BitSet other) {
    int first = other.nextSetBit(0);
    while (first >= 0 && set.get(first)) {
      first = other.nextSetBit(first + 1);
    }
    return first < 0;
  }
}
