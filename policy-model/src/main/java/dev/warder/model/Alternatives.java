package dev.warder.model;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A requirement that names capabilities: an OR of ANDs. A grant meets it that holds every
 * capability of at least one alternative. There is at least one alternative, and none is empty. One
 * of several may be preferred: that changes which addition is the smallest, and no decision.
 */
public final class Alternatives implements Requirement {
  /** The place of the preferred alternative where none is. */
  static final int NONE = -1;

  private final ImmutableList<Set<Capability>> alternatives;
  private final int preferred;

  Alternatives(List<ImmutableSet<Capability>> alternatives, int preferred) {
    this.alternatives = ImmutableList.copyOf(alternatives);
    this.preferred = preferred;
  }

  @Override
  public List<Set<Capability>> alternatives() {
    return alternatives;
  }

  /** Returns the alternatives, and in each its capabilities, in the order written. */
  public List<Set<Capability>> asList() {
    return alternatives;
  }

  @Override
  public Optional<Set<Capability>> preferred() {
    return preferred == NONE ? Optional.empty() : Optional.of(alternatives.get(preferred));
  }

  /** Returns the place of the preferred alternative, from 0, or {@link #NONE}. */
  int preferredPlace() {
    return preferred;
  }

  /** Returns whether the alternatives, their capabilities, their order and the mark are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Alternatives that
        && preferred == that.preferred
        && inOrder().equals(that.inOrder());
  }

  private List<List<Capability>> inOrder() {
    return alternatives.stream().<List<Capability>>map(List::copyOf).toList();
  }

  @Override
  public int hashCode() {
    return alternatives.hashCode();
  }

  /** Returns the alternatives in words: {@code a, or b and c (preferred)}. */
  @Override
  public String toString() {
    return alternatives.stream().map(this::words).collect(joining(", or "));
  }

  private String words(Set<Capability> all) {
    return all.stream().map(Capability::raw).collect(joining(" and "))
        + (isPreferred(all) ? " (preferred)" : "");
  }
}
