package dev.warder.model;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Comparator;

/**
 * Orders by how much access capabilities give, the least first. What states no access counts as
 * more than to administer: nobody has said that it is less.
 */
public final class AccessOrder {
  /** One that states no access; the others are those of {@link Access}. */
  private static final int NOT_STATED = Access.values().length;

  /** Read before write before admin before what states no access; then catalogue order. */
  public static final Comparator<Capability> OF_CAPABILITIES =
      comparingInt(AccessOrder::rank).thenComparingInt(Capability::ordinal);

  /**
   * Of two sets the one with the fewest capabilities; of equally many the one with the fewest that
   * state no access, then the fewest to administer, then the fewest to write.
   */
  public static final Comparator<Collection<Capability>> OF_SETS =
      Comparator.<Collection<Capability>>comparingInt(Collection::size)
          .thenComparing(AccessOrder::byAccess);

  private AccessOrder() {}

  private static int rank(Capability capability) {
    return capability.access().map(Access::ordinal).orElse(NOT_STATED);
  }

  private static int byAccess(Collection<Capability> a, Collection<Capability> b) {
    for (int rank = NOT_STATED; rank > 0; rank--) {
      int fewer = Integer.compare(count(a, rank), count(b, rank));
      if (fewer != 0) {
        return fewer;
      }
    }
    return 0;
  }

  private static int count(Collection<Capability> capabilities, int rank) {
    int count = 0;
    for (Capability capability : capabilities) {
      count += rank(capability) == rank ? 1 : 0;
    }
    return count;
  }
}
