package dev.warder.analysis.needs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.sets.MinimalSets;
import dev.warder.model.AccessOrder;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Steps;
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

  /**
   * Returns the sets, in the order of {@code Needs.AnyOf}, of at least one requirement.
   *
   * @param steps the comparisons of two sets, and the steps to name the sets, of this answer
   * @throws TooMuchWork when more steps would be needed than are admitted
   */
  static List<Set<Capability>> of(Catalogue catalogue, List<Alternatives> requirements, Steps steps)
      throws TooMuchWork {
    Closures closures = new Closures(catalogue);
    List<List<BitSet>> closed =
        requirements.stream()
            .map(any -> any.asList().stream().map(closures::closed).toList())
            .toList();
    List<List<Capability>> least = new ArrayList<>();
    for (BitSet closure : MinimalSets.of(closed, steps)) {
      least.add(closures.leastGenerating(closure, steps));
    }
    return least.stream()
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
