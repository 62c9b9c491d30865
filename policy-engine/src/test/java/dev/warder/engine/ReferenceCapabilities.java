package dev.warder.engine;

import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Requirement;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sections 2.5 and 2.7 of {@code SEMANTICS.md}, read aloud: what passes, misses and is enough. */
record ReferenceCapabilities(Catalogue catalogue) {

  boolean passes(Holder holder, Requirement requirement) {
    if (requirement instanceof Alternatives) {
      return missing(holder, requirement).stream().anyMatch(List::isEmpty);
    }
    return requirement == Requirement.Fixed.PUBLIC
        || (requirement == Requirement.Fixed.ANY_TOKEN && holder.hasToken());
  }

  /** Returns for each alternative what is not held of it. */
  List<List<String>> missing(Holder holder, Requirement requirement) {
    Set<String> held = withImplied(holder.capabilities());
    return requirement instanceof Alternatives alternatives
        ? alternatives.asList().stream()
            .map(all -> all.stream().map(Capability::raw).filter(c -> !held.contains(c)).toList())
            .toList()
        : List.of();
  }

  Set<String> smallestAddition(Holder holder, Requirement requirement) {
    return parts(holder, requirement).stream()
        .map(part -> part.stream().filter(raw -> !isImplied(raw, part)).toList())
        .min(Comparator.comparing(this::power))
        .<Set<String>>map(LinkedHashSet::new)
        .orElse(Set.of());
  }

  /**
   * Returns what is missing of the preferred alternative, or of all where one is held or none is.
   */
  private List<List<String>> parts(Holder holder, Requirement requirement) {
    List<List<String>> missing = missing(holder, requirement);
    if (requirement instanceof Alternatives alternatives && !missing.contains(List.<String>of())) {
      for (int i = 0; i < missing.size(); i++) {
        if (alternatives.preferred().equals(Optional.of(alternatives.asList().get(i)))) {
          return List.of(missing.get(i));
        }
      }
    }
    return missing;
  }

  /** Returns the union of the additions, without what another of it implies. */
  Set<String> enough(Collection<Set<String>> additions) {
    Set<String> union = new LinkedHashSet<>();
    additions.forEach(union::addAll);
    Set<String> enough = new LinkedHashSet<>(union);
    enough.removeIf(raw -> isImplied(raw, union));
    return enough;
  }

  /** Returns a text for each part that is earlier in the alphabet, the less the part gives. */
  private String power(List<String> part) {
    StringBuilder power = new StringBuilder(String.format("%04d", part.size()));
    for (String access : List.of("", "admin", "write")) {
      power.append(
          String.format(
              "%04d",
              part.stream()
                  .map(raw -> catalogue.capability(raw).orElseThrow().access())
                  .filter(
                      a ->
                          a.map(some -> some.name().toLowerCase(Locale.ROOT))
                              .orElse("")
                              .equals(access))
                  .count()));
    }
    return power.toString();
  }

  private boolean isImplied(String raw, Collection<String> part) {
    return part.stream()
        .anyMatch(other -> !other.equals(raw) && withImplied(List.of(other)).contains(raw));
  }

  /** Returns these and all that they imply, directly or through others. */
  private Set<String> withImplied(Collection<String> given) {
    Set<String> all = new HashSet<>(given);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Capability capability : catalogue.capabilities()) {
        grew |= all.contains(capability.raw()) && all.addAll(capability.implies());
      }
    }
    return all;
  }
}
