package dev.warder.analysis.usage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.warder.engine.Reason;
import java.util.List;
import java.util.Map;

/**
 * Which of a token's capabilities its requests did without; see {@link Usage#unused}. Immutable.
 */
public final class Unused {
  private final ImmutableList<String> unused;
  private final ImmutableMap<String, Long> needed;
  private final ImmutableMap<Reason, Long> reasons;

  Unused(List<String> unused, Map<String, Long> needed, Map<Reason, Long> reasons) {
    this.unused = ImmutableList.copyOf(unused);
    this.needed = ImmutableMap.copyOf(needed);
    this.reasons = ImmutableMap.copyOf(reasons);
  }

  /**
   * Returns the capabilities that are unused, in catalogue order, and after them the strings that
   * the catalogue does not know. A token without all of them gets the same decisions.
   */
  public List<String> unused() {
    return unused;
  }

  /**
   * Returns the capabilities that remain, in catalogue order, each with the number of requests that
   * would be decided otherwise if it alone went as well: at least one.
   */
  public Map<String, Long> needed() {
    return needed;
  }

  /**
   * Returns how many requests come to each reason where every account passes, and only reasons that
   * some come to, in the order of {@link Reason}. With the unused capabilities or without them,
   * these are the same.
   */
  public Map<Reason, Long> reasons() {
    return reasons;
  }

  /** Returns the unused capabilities. */
  @Override
  public String toString() {
    return unused.toString();
  }
}
