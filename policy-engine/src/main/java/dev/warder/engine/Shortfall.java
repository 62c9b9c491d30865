package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.Access;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Requirement;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a grant misses of a requirement, as {@code SEMANTICS.md} defines it. */
final class Shortfall {
  /** What states no access counts as more than to administer: nobody has said that it is less. */
  private static final Comparator<Set<Capability>> LEAST_FIRST =
      Comparator.<Set<Capability>>comparingInt(Set::size)
          .thenComparingLong(set -> count(set, Optional.empty()))
          .thenComparingLong(set -> count(set, Optional.of(Access.ADMIN)))
          .thenComparingLong(set -> count(set, Optional.of(Access.WRITE)));

  /** An alternative has no more, and each may imply very many. */
  private static final int MOST_IN_PAIRS = 64;

  private Shortfall() {}

  /** Returns for each alternative what is not held of it; nothing for a requirement without. */
  static List<List<Capability>> missing(Requirement requirement, Predicate<Capability> isHeld) {
    return requirement instanceof Alternatives alternatives
        ? alternatives.asList().stream()
            .<List<Capability>>map(
                all ->
                    all.stream().filter(isHeld.negate()).collect(ImmutableList.toImmutableList()))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  /**
   * Returns the fewest capabilities of one alternative that complete it, of equally few those that
   * give least access, and then those first written; what another of them implies is left out.
   */
  static Set<Capability> smallestAddition(Catalogue catalogue, List<List<Capability>> missing) {
    Set<Capability> smallest = null;
    for (List<Capability> part : missing) {
      Set<Capability> needed = withoutImplied(catalogue, part);
      if (smallest == null || LEAST_FIRST.compare(needed, smallest) < 0) {
        smallest = needed;
      }
    }
    return smallest == null ? ImmutableSet.of() : smallest;
  }

  private static long count(Set<Capability> capabilities, Optional<Access> access) {
    return capabilities.stream().filter(c -> c.access().equals(access)).count();
  }

  /** Returns these without those that another of them implies, directly or through others. */
  static Set<Capability> withoutImplied(Catalogue catalogue, Collection<Capability> part) {
    if (part.size() <= MOST_IN_PAIRS) {
      return part.stream()
          .filter(one -> part.stream().noneMatch(other -> catalogue.isImplied(other, one)))
          .collect(ImmutableSet.toImmutableSet());
    }
    Set<Capability> implied = new HashSet<>();
    for (Capability capability : part) {
      for (Capability below : catalogue.closure(List.of(capability))) {
        if (!below.equals(capability)) {
          implied.add(below);
        }
      }
    }
    return part.stream()
        .filter(capability -> !implied.contains(capability))
        .collect(ImmutableSet.toImmutableSet());
  }
}
