package dev.warder.analysis.needs;

import static java.util.Comparator.comparingInt;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Closures as sets of numbers. Only capabilities that have been met have one, so that the sets stay
 * small in a catalogue of many.
 */
final class Closures {
  private final Catalogue catalogue;
  private final Map<Capability, BitSet> closures = new HashMap<>();
  private final Map<Capability, Integer> numbers = new HashMap<>();
  private final List<Capability> capabilities = new ArrayList<>();

  Closures(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Returns the closure of some capabilities. */
  BitSet closed(Set<Capability> some) {
    BitSet closed = new BitSet();
    some.forEach(capability -> closed.or(closed(capability)));
    return closed;
  }

  private BitSet closed(Capability capability) {
    BitSet known = closures.get(capability);
    if (known != null) {
      return known;
    }
    BitSet closed = new BitSet();
    catalogue.closure(List.of(capability)).forEach(implied -> closed.set(number(implied)));
    closures.put(capability, closed);
    return closed;
  }

  private int number(Capability capability) {
    Integer known = numbers.putIfAbsent(capability, capabilities.size());
    if (known != null) {
      return known;
    }
    capabilities.add(capability);
    return capabilities.size() - 1;
  }

  /**
   * Returns the least set with this closure, in catalogue order: what no other member implies.
   * Nothing implies itself through others, so there is exactly one.
   */
  List<Capability> leastGenerating(BitSet closure) {
    return catalogue
        .withoutImplied(
            closure.stream()
                .mapToObj(capabilities::get)
                .sorted(comparingInt(Capability::ordinal))
                .toList())
        .stream()
        .toList();
  }
}
