package dev.warder.analysis.needs;

import static java.util.Comparator.comparingInt;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
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
   * Nothing implies itself through others, so there is exactly one. Whatever a member implies is a
   * member, so what one implies through others another implies directly.
   *
   * @param steps counts each member, and each that a member directly implies
   * @throws TooMuchWork when more steps are taken than are admitted
   */
  List<Capability> leastGenerating(BitSet closure, Steps steps) throws TooMuchWork {
    List<Capability> members = closure.stream().mapToObj(capabilities::get).toList();
    Set<String> implied = new HashSet<>();
    for (Capability member : members) {
      if (!steps.admit(1 + member.implies().size())) {
        throw new TooMuchWork(
            ("the choices combine in too many ways: to name the sets takes more than %s steps, at"
                    + " `%s` and what it implies; ask for fewer at once")
                .formatted(steps.most(), member.raw()));
      }
      implied.addAll(member.implies());
    }
    return members.stream()
        .filter(member -> !implied.contains(member.raw()))
        .sorted(comparingInt(Capability::ordinal))
        .toList();
  }
}
