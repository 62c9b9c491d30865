package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Call;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns what a command needs, in a condition or in none; the impossible when it has no such.
   */
  static Demand of(NumberedCatalogue side, @Nullable Command command, @Nullable String condition)
      throws TooMuchWork {
    Set<String> conditions = condition == null ? ImmutableSet.of() : ImmutableSet.of(condition);
    if (command == null
        || !command.conditionNames().containsAll(conditions)
        || (command.calls().isEmpty() && condition == null)) {
      return OF_THE_IMPOSSIBLE;
    }
    Set<Set<BitSet>> requirements = new LinkedHashSet<>();
    side.count(command.calls().size() + command.conditions().size());
    for (Call call : command.calls(conditions)) {
      requirements.add(side.needs(call));
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
