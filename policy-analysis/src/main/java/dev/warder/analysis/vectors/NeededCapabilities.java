package dev.warder.analysis.vectors;

import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the capabilities of a token that passes some operations, without which it would not. A step
 * looks at one capability that the token names or implies, or that an alternative needs.
 */
final class NeededCapabilities {
  private final List<Operation> asked;

  /**
   * Of what is held and required the only capability of the token that gives it; nothing where
   * several do.
   */
  private final Map<Capability, Optional<Capability>> givers = new HashMap<>();

  private long steps;

  /**
   * Takes a token, which passes the operations.
   *
   * @param raws the raw strings that the token names; order and repetition mean nothing
   */
  NeededCapabilities(Catalogue catalogue, Collection<String> raws, List<Operation> asked) {
    this.asked = asked;
    Set<Capability> required = new HashSet<>();
    asked.forEach(operation -> required.addAll(operation.requirement().capabilities()));
    for (String raw : new LinkedHashSet<>(raws)) {
      catalogue.capability(raw).ifPresent(giver -> give(giver, catalogue, required));
    }
  }

  private void give(Capability giver, Catalogue catalogue, Set<Capability> required) {
    for (Capability given : catalogue.closure(List.of(giver))) {
      steps++;
      if (required.contains(given)) {
        givers.merge(given, Optional.of(giver), (one, other) -> Optional.empty());
      }
    }
  }

  /** Returns them. */
  Set<Capability> needed() {
    Set<Capability> needed = new HashSet<>();
    for (Operation operation : asked) {
      if (operation.requirement() instanceof Alternatives alternatives) {
        needed.addAll(needed(alternatives));
      }
    }
    return needed;
  }

  /** Returns those without which none of the alternatives would be held that are. */
  private Set<Capability> needed(Alternatives alternatives) {
    Set<Capability> needed = null;
    for (Set<Capability> all : alternatives.asList()) {
      steps += all.size();
      if (givers.keySet().containsAll(all)) {
        Set<Capability> only = onlyGivers(all);
        if (needed == null) {
          needed = only;
        } else {
          needed.retainAll(only);
        }
      }
    }
    return needed == null ? Set.of() : needed;
  }

  private Set<Capability> onlyGivers(Set<Capability> all) {
    Set<Capability> only = new HashSet<>();
    all.forEach(one -> givers.getOrDefault(one, Optional.empty()).ifPresent(only::add));
    return only;
  }

  /** Returns how many steps were taken. */
  long steps() {
    return steps;
  }
}
