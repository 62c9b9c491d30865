package dev.warder.model;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A requirement that names capabilities: an OR of ANDs. It is met by whoever holds every capability
 * of at least one alternative. There is at least one alternative, and none is empty.
 */
public final class Alternatives implements Requirement {
  private final ImmutableList<Set<Capability>> alternatives;

  Alternatives(List<ImmutableSet<Capability>> alternatives) {
    this.alternatives = ImmutableList.copyOf(alternatives);
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
  public boolean equals(@Nullable Object other) {
    return other instanceof Alternatives that && inOrder().equals(that.inOrder());
  }

  private List<List<Capability>> inOrder() {
    return alternatives.stream().<List<Capability>>map(List::copyOf).toList();
  }

  @Override
  public int hashCode() {
    return alternatives.hashCode();
  }

  /** Returns the alternatives in words: {@code a, or b and c}. */
  @Override
  public String toString() {
    return alternatives.stream()
        .map(all -> all.stream().map(Capability::raw).collect(joining(" and ")))
        .collect(joining(", or "));
  }
}
