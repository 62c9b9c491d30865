package dev.warder.analysis.sets;

import dev.warder.model.Access;
import dev.warder.model.Capability;
import java.util.Comparator;

/** The order of capabilities by what kind of access they give. */
public final class ByAccess {
  /**
   * Read before write before admin before what states no access, since nobody has said that it does
   * no harm; within each, catalogue order.
   */
  public static final Comparator<Capability> LEAST_FIRST =
      Comparator.comparingInt(ByAccess::rank).thenComparingInt(Capability::ordinal);

  /** One more than the greatest {@link #rank}. */
  public static final int RANKS = Access.values().length + 1;

  private ByAccess() {}

  /** Returns 0 for read, 1 for write, 2 for admin, and 3 where no access is stated. */
  public static int rank(Capability capability) {
    return capability.access().map(Access::ordinal).orElse(RANKS - 1);
  }
}
