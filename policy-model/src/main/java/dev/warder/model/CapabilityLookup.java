package dev.warder.model;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** The answer to "which capability do you mean?", see {@link Catalogue#lookUp}. */
public sealed interface CapabilityLookup {

  /**
   * The words are exactly one capability's raw string or label.
   *
   * @param capability that capability
   */
  record Found(Capability capability) implements CapabilityLookup {}

  /**
   * The words are nobody's own, or more than one's: someone has to choose.
   *
   * @param candidates who may be meant, in catalogue order; possibly nobody
   */
  record Candidates(List<Capability> candidates) implements CapabilityLookup {
    /** Copies the list. */
    public Candidates {
      candidates = ImmutableList.copyOf(candidates);
    }
  }
}
