package dev.warder.analysis.diff;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.sets.MinimalSets;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
  /** The most steps to shorten examples; after these, they may name more than is needed. */
  private static final long MOST_SHORTENING = 5_000_000;

  /** The most bits of the answers that are kept for questions that come again. */
  private static final long MOST_BITS_KEPT = 1L << 30;

  private record Asked(Demand allowed, Demand denied) {}

  private final NumberedCatalogue allowing;
  private final NumberedCatalogue denying;
  private final DiffWork work;
  private final boolean implyAlike;
  private final Map<Set<BitSet>, Set<BitSet>> carried = new HashMap<>();
  private final Map<Integer, List<Integer>> impliers = new HashMap<>();
  private final Map<Asked, Optional<BitSet>> answers = new HashMap<>();
  private final Steps shortening = new Steps(MOST_SHORTENING);
  private final long mostBitsKept;
  private long bitsKept;

  AllowedDifference(NumberedCatalogue allowing, NumberedCatalogue denying, DiffWork work) {
    this(allowing, denying, work, MOST_BITS_KEPT);
  }

  AllowedDifference(
      NumberedCatalogue allowing, NumberedCatalogue denying, DiffWork work, long mostBitsKept) {
    this.work = work;
    this.mostBitsKept = mostBitsKept;
    this.allowing = allowing;
    this.denying = denying;
    this.implyAlike = allowing.impliesAsMuchAs(denying);
  }

  /** Returns whether capabilities imply the same on both sides. */
  boolean implyAlike() {
    return implyAlike;
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
    List<List<UnmetSearch.Carried>> choices = choices(allowed);
    for (Set<BitSet> requirement : denied.requirements()) {
      if (!isMetByOne(allowed, choices, requirement)) {
        Optional<BitSet> found = new UnmetSearch(work, requirement).of(choices);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns for each requirement what may be carried, with what the denying side makes of it. */
  private List<List<UnmetSearch.Carried>> choices(Demand allowed) throws TooMuchWork {
    List<List<UnmetSearch.Carried>> choices = new ArrayList<>();
    for (Set<BitSet> requirement : allowed.requirements()) {
      List<UnmetSearch.Carried> sets = new ArrayList<>();
      for (BitSet set : carried(requirement)) {
        sets.add(new UnmetSearch.Carried(set, denying.closure(set)));
      }
      choices.add(sets);
    }
    return choices;
  }

  /** Returns whether one of the allowing side's requirements alone sees to one of the other's. */
  private boolean isMetByOne(
      Demand allowed, List<List<UnmetSearch.Carried>> choices, Set<BitSet> requirement)
      throws TooMuchWork {
    if (implyAlike && allowed.requirements().contains(requirement)) {
      return true;
    }
    for (List<UnmetSearch.Carried> own : choices) {
      if (isMetByAll(own, requirement)) {
        return true;
      }
    }
    return false;
  }

  /** Looks for the set itself first, since most alternatives stand on both sides. */
  private boolean isMetByAll(List<UnmetSearch.Carried> own, Set<BitSet> requirement)
      throws TooMuchWork {
    for (UnmetSearch.Carried one : own) {
      work.countSets(1);
      if (!requirement.contains(one.set())) {
        work.countSets(requirement.size());
        if (!Demand.isMet(requirement, one.held())) {
          return false;
        }
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
        known.addAll(carriedFor(all));
      }
      countKept(known);
      carried.put(requirement, known);
    }
    return known;
  }

  /** Returns the sets that a token may carry to have one alternative, as far as they count. */
  private List<BitSet> carriedFor(BitSet all) throws TooMuchWork {
    List<List<BitSet>> choices = new ArrayList<>();
    boolean isOneSet = true;
    for (int needed = all.nextSetBit(0); needed >= 0; needed = all.nextSetBit(needed + 1)) {
      List<Integer> others = impliers.computeIfAbsent(needed, this::impliers);
      work.countSets(1 + others.size());
      List<BitSet> choice = new ArrayList<>();
      choice.add(setOf(needed));
      others.forEach(other -> choice.add(setOf(other)));
      choices.add(choice);
      isOneSet &= others.isEmpty();
    }
    if (isOneSet) {
      return List.of(all);
    }
    try {
      return MinimalSets.of(choices, work.steps());
    } catch (TooMuchWork e) {
      throw work.tooMuch();
    }
  }

  private static BitSet setOf(int number) {
    BitSet set = new BitSet();
    set.set(number);
    return set;
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

  /** Returns what implies a capability here, and on the other side gives less than it does. */
  private List<Integer> impliers(int needed) {
    if (!denying.knows(needed)) {
      return List.of();
    }
    Set<Integer> there = new HashSet<>(denying.impliers(needed));
    return allowing.impliers(needed).stream().filter(number -> !there.contains(number)).toList();
  }

  /** Returns the set without what is not needed; the other side, being monotone, denies it too. */
  private BitSet reduced(BitSet set, Demand allowed) throws TooMuchWork {
    long alternatives = allowed.requirements().stream().mapToLong(Set::size).sum();
    long most = set.cardinality() * (set.cardinality() + alternatives);
    if (most > shortening.most() - shortening.taken() || !shortening.admit(most)) {
      return set;
    }
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
