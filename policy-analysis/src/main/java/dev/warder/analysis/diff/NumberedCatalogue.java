package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Alternatives;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the two catalogues, with its capabilities numbered as in the other. Number 0 is a token,
 * which every capability gives; so {@code public} needs the empty set and {@code any token} 0.
 *
 * <p>A set takes a bit for each number up to its highest. So one for each capability or operation
 * of many would take memory by the square of their number: sets are made when they are asked for.
 */
final class NumberedCatalogue {
  static final int TOKEN = 0;

  /** The most that capabilities may imply, all together; beyond, a file is hardly of people. */
  private static final long MOST_IMPLIED = 20_000_000;

  final Catalogue catalogue;
  private final Map<String, Integer> numbers;
  private final DiffWork work;
  private final BitSet own = tokenAlone();
  private final Map<Integer, ImmutableIntArray> implied = new HashMap<>();
  private final Map<Integer, List<Integer>> impliers = new HashMap<>();

  NumberedCatalogue(Catalogue catalogue, Map<String, Integer> numbers, DiffWork work)
      throws TooMuchWork {
    this.catalogue = catalogue;
    this.work = work;
    this.numbers = numbers;
    long count = 0;
    for (Capability capability : catalogue.capabilities()) {
      count += addImplied(capability);
      if (count > MOST_IMPLIED) {
        throw new TooMuchWork("capabilities imply more than " + MOST_IMPLIED + " others");
      }
    }
  }

  private static BitSet tokenAlone() {
    BitSet token = new BitSet();
    token.set(TOKEN);
    return token;
  }

  /** Returns how many others a capability implies. */
  private int addImplied(Capability capability) {
    int number = number(capability);
    own.set(number);
    if (capability.implies().isEmpty()) {
      return 0;
    }
    ImmutableIntArray others =
        ImmutableIntArray.copyOf(
            catalogue.closure(List.of(capability)).stream()
                .filter(other -> !other.equals(capability))
                .mapToInt(this::number)
                .sorted());
    others.forEach(other -> impliers.computeIfAbsent(other, n -> new ArrayList<>()).add(number));
    implied.put(number, others);
    return others.length();
  }

  private int number(Capability capability) {
    Integer number = numbers.get(capability.raw());
    if (number == null) {
      throw new AssertionError("not numbered: " + capability);
    }
    return number;
  }

  /** Returns the alternatives of a requirement; none for {@code unmapped}. */
  Set<BitSet> needs(Requirement requirement) throws TooMuchWork {
    work.countSets(1);
    if (requirement instanceof Alternatives alternatives) {
      Set<BitSet> needs = new LinkedHashSet<>();
      for (Set<Capability> all : alternatives.asList()) {
        work.countSets(1);
        work.count(all.size());
        BitSet numbers = new BitSet();
        all.forEach(capability -> numbers.set(number(capability)));
        needs.add(numbers);
      }
      return needs;
    }
    return requirement == Requirement.Fixed.UNMAPPED
        ? ImmutableSet.of()
        : ImmutableSet.of(requirement == Requirement.Fixed.PUBLIC ? new BitSet() : tokenAlone());
  }

  Set<BitSet> needs(Operation operation) throws TooMuchWork {
    return needs(operation.requirement());
  }

  Set<BitSet> needs(Call call) throws TooMuchWork {
    return call instanceof Call.Known known ? needs(known.operation()) : ImmutableSet.of();
  }

  /** Returns what is held of this side by who carries these. */
  BitSet closure(BitSet carried) throws TooMuchWork {
    BitSet held = new BitSet();
    work.countSets(1);
    for (int number = carried.nextSetBit(0); number >= 0; number = carried.nextSetBit(number + 1)) {
      held.set(TOKEN);
      held.set(number, own.get(number) || held.get(number));
      ImmutableIntArray others = implied.getOrDefault(number, ImmutableIntArray.of());
      others.forEach(held::set);
      work.count(1 + others.length());
    }
    return held;
  }

  /** Returns whether a number is that of a capability of this side. */
  boolean knows(int number) {
    return own.get(number);
  }

  /** Returns the other capabilities that imply one. */
  List<Integer> impliers(int number) {
    return impliers.getOrDefault(number, List.of());
  }

  boolean impliesAsMuchAs(NumberedCatalogue other) {
    return own.equals(other.own) && implied.equals(other.implied);
  }
}
