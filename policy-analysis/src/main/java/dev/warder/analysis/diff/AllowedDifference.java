package dev.warder.analysis.diff;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.sets.MinimalSets;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what one side allows and the other does not. Both sides' answers are monotone in what a
 * token carries, so it is enough to look at sets that just meet what the one side needs. Where it
 * needs a capability, a token may carry that or another which implies it; of these only the ones
 * count that give the other side less than the capability itself, or something else.
 */
final class AllowedDifference {
  /** The most comparisons of two sets for what may be carried instead of one alternative. */
  private static final long MOST_COMPARISONS = 5_000_000;

  /** The most bits of the answers that are kept for questions that come again. */
  private static final long MOST_BITS_KEPT = 1L << 30;

  private record Asked(Demand allowed, Demand denied) {}

  private final NumberedCatalogue allowing;
  private final NumberedCatalogue denying;
  private final boolean implyAlike;
  private final Map<Set<BitSet>, Set<BitSet>> carried = new HashMap<>();
  private final Map<Asked, Optional<BitSet>> answers = new HashMap<>();
  private final long mostBitsKept;
  private long bitsKept;

  AllowedDifference(NumberedCatalogue allowing, NumberedCatalogue denying) {
    this(allowing, denying, MOST_BITS_KEPT);
  }

  AllowedDifference(NumberedCatalogue allowing, NumberedCatalogue denying, long mostBitsKept) {
    this.mostBitsKept = mostBitsKept;
    this.allowing = allowing;
    this.denying = denying;
    this.implyAlike = allowing.impliesAsMuchAs(denying);
  }

  /** Returns what a token may carry that meets the one demand and not the other, if anything. */
  Optional<BitSet> find(Demand allowed, Demand denied) throws TooMuchWork {
    if (allowed.isImpossible() || (implyAlike && allowed.equals(denied))) {
      return Optional.empty();
    }
    Asked asked = new Asked(allowed, denied);
    Optional<BitSet> known = answers.get(asked);
    if (known == null) {
      known = search(allowed, denied);
      if (known.isPresent()) {
        known = Optional.of(reduced(known.get(), allowed));
      }
      allowed.requirements().forEach(this::countKept);
      denied.requirements().forEach(this::countKept);
      answers.put(asked, known);
    }
    return known;
  }

  /** Returns the fewest that a token may carry to meet a demand, more or less. */
  BitSet enough(Demand allowed) throws TooMuchWork {
    BitSet enough = new BitSet();
    allowed
        .requirements()
        .forEach(
            requirement ->
                requirement.stream()
                    .min(Comparator.comparingInt(BitSet::cardinality))
                    .ifPresent(enough::or));
    return reduced(enough, allowed);
  }

  private Optional<BitSet> search(Demand allowed, Demand denied) throws TooMuchWork {
    if (denied.isImpossible()) {
      return Optional.of(enough(allowed));
    }
    for (Set<BitSet> requirement : denied.requirements()) {
      if (!isMetWith(allowed, requirement)) {
        Optional<BitSet> found = new UnmetSearch(denying, requirement).of(carried(allowed));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private List<Set<BitSet>> carried(Demand allowed) throws TooMuchWork {
    List<Set<BitSet>> carried = new ArrayList<>();
    for (Set<BitSet> requirement : allowed.requirements()) {
      carried.add(carried(requirement));
    }
    return carried;
  }

  /** Returns whether one of the allowing side's requirements alone sees to one of the other's. */
  private boolean isMetWith(Demand allowed, Set<BitSet> requirement) throws TooMuchWork {
    for (Set<BitSet> own : allowed.requirements()) {
      if ((implyAlike && own.equals(requirement)) || isMetWithEach(carried(own), requirement)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMetWithEach(Set<BitSet> carried, Set<BitSet> requirement) throws TooMuchWork {
    for (BitSet set : carried) {
      if (!Demand.isMet(requirement, denying.closure(set))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the sets that a token may carry to meet a requirement, as far as they count. */
  private Set<BitSet> carried(Set<BitSet> requirement) throws TooMuchWork {
    Set<BitSet> known = carried.get(requirement);
    if (known == null) {
      known = new LinkedHashSet<>();
      for (BitSet all : requirement) {
        List<List<BitSet>> choices = all.stream().mapToObj(this::choices).toList();
        known.addAll(MinimalSets.of(choices, new Steps(MOST_COMPARISONS)));
      }
      countKept(known);
      carried.put(requirement, known);
    }
    return known;
  }

  /** Counts what is kept for later, and forgets all that is kept when it is too much. */
  private void countKept(Set<BitSet> sets) {
    bitsKept += sets.stream().mapToLong(BitSet::size).sum();
    if (bitsKept > mostBitsKept) {
      answers.clear();
      carried.clear();
      bitsKept = 0;
    }
  }

  /** Returns how many bits are kept. */
  long bitsKept() {
    return bitsKept;
  }

  private List<BitSet> choices(int needed) {
    List<BitSet> choices = new ArrayList<>();
    choices.add(BitSet.valueOf(new long[0]));
    choices.get(0).set(needed);
    for (int implier : allowing.impliers(needed)) {
      if (!denying.gives(implier, needed)) {
        BitSet choice = new BitSet();
        choice.set(implier);
        choices.add(choice);
      }
    }
    return choices;
  }

  /** Returns the set without what is not needed; the other side, being monotone, denies it too. */
  private BitSet reduced(BitSet set, Demand allowed) throws TooMuchWork {
    BitSet reduced = (BitSet) set.clone();
    for (int number = set.nextSetBit(0); number >= 0; number = set.nextSetBit(number + 1)) {
      reduced.clear(number);
      if (!allowed.isMetBy(allowing.closure(reduced))) {
        reduced.set(number);
      }
    }
    return reduced;
  }
}
