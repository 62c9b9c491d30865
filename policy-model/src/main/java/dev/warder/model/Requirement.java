package dev.warder.model;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What an operation needs: one of three fixed words, or {@link Alternatives}. */
public sealed interface Requirement permits Requirement.Fixed, Alternatives {

  /** Returns the alternatives, in the order written; none for a fixed word. */
  List<Set<Capability>> alternatives();

  /** Returns the alternative that is marked as preferred, where one is. */
  default Optional<Set<Capability>> preferred() {
    return Optional.empty();
  }

  /** Returns whether this is the alternative that is marked as preferred. */
  default boolean isPreferred(Set<Capability> alternative) {
    return preferred().filter(alternative::equals).isPresent();
  }

  /** Returns every capability that is named, in the order written. */
  default Set<Capability> capabilities() {
    return alternatives().stream().flatMap(Set::stream).collect(ImmutableSet.toImmutableSet());
  }

  /** Returns for each alternative what is not held of it, in the order written. */
  default List<List<Capability>> missing(Predicate<Capability> isHeld) {
    return alternatives().stream()
        .<List<Capability>>map(
            all -> all.stream().filter(isHeld.negate()).collect(ImmutableList.toImmutableList()))
        .collect(ImmutableList.toImmutableList());
  }

  /** A requirement that names no capability. */
  enum Fixed implements Requirement {
    /** Everyone passes, with a token or without. */
    PUBLIC,
    /** Every valid token passes, whatever it carries. */
    ANY_TOKEN,
    /** Nobody passes: the provider has not said what the operation needs. */
    UNMAPPED;

    @Override
    public List<Set<Capability>> alternatives() {
      return ImmutableList.of();
    }

    /** Returns the words for this requirement in a catalogue file. */
    @Override
    public String toString() {
      return Ascii.toLowerCase(name().replace('_', ' '));
    }
  }
}
