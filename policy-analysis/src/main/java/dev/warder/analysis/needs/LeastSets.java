package dev.warder.analysis.needs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.sets.MinimalSets;
import dev.warder.model.AccessOrder;
import dev.warder.model.Alternatives;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The least sets that meet several requirements at once. What one capability implies does not
 * depend on another, so the closure of a union is the union of closures: the minimal unions of one
 * closed alternative of each requirement are exactly the minimal closures that suffice.
 */
final class LeastSets {
  private static final Comparator<List<Capability>> ORDER =
      Comparator.comparing((List<Capability> set) -> set, AccessOrder.OF_SETS)
          .thenComparing(LeastSets::byCatalogue);

  private LeastSets() {}

  static Needs needs(Wanted wanted, long mostComparisons) throws TooMuchWork {
    List<Call> unmapped = new ArrayList<>();
    List<Alternatives> alternatives = new ArrayList<>();
    boolean isPublic = true;
    for (Call call : wanted.calls()) {
      Requirement requirement = call.requirement();
      if (requirement == Requirement.Fixed.UNMAPPED) {
        unmapped.add(call);
      } else if (requirement instanceof Alternatives some) {
        alternatives.add(some);
      }
      isPublic &= requirement == Requirement.Fixed.PUBLIC;
    }
    if (!unmapped.isEmpty()) {
      return new Needs.Nobody(unmapped);
    }
    if (alternatives.isEmpty()) {
      return isPublic ? Needs.Fixed.NOTHING : Needs.Fixed.ANY_TOKEN;
    }
    return new Needs.AnyOf(least(new Closures(wanted.catalogue()), alternatives, mostComparisons));
  }

  private static List<Set<Capability>> least(
      Closures closures, List<Alternatives> requirements, long mostComparisons) throws TooMuchWork {
    List<List<BitSet>> closed =
        requirements.stream()
            .map(any -> any.asList().stream().map(closures::closed).toList())
            .toList();
    return MinimalSets.of(closed, mostComparisons).stream()
        .map(closures::leastGenerating)
        .sorted(ORDER)
        .<Set<Capability>>map(ImmutableSet::copyOf)
        .collect(ImmutableList.toImmutableList());
  }

  private static int byCatalogue(List<Capability> a, List<Capability> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = Integer.compare(a.get(i).ordinal(), b.get(i).ordinal());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
