package dev.warder.analysis.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.Alternatives;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Requirement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one documented alternative of a command differs from what its calls need.
 *
 * @param alternative the capabilities documented
 * @param missing what the calls always made need besides
 * @param superfluous what can be left out of it and every call, be it in a condition, needs the
 *     same besides the rest
 * @param understates whether a token with exactly what is documented misses something
 */
record Difference(
    Set<Capability> alternative,
    CallNeeds missing,
    Set<Capability> superfluous,
    boolean understates) {

  /** Returns one for each documented alternative; none where nothing can be compared. */
  static List<Difference> of(Catalogue catalogue, Command command) {
    Requirement documented = command.documented().orElse(Requirement.Fixed.UNMAPPED);
    if (documented == Requirement.Fixed.UNMAPPED) {
      return ImmutableList.of();
    }
    List<Set<Capability>> ways =
        documented instanceof Alternatives alternatives
            ? alternatives.asList()
            : ImmutableList.of(ImmutableSet.of());
    return ways.stream()
        .map(way -> of(catalogue, command, way, documented != Requirement.Fixed.PUBLIC))
        .collect(ImmutableList.toImmutableList());
  }

  private static Difference of(
      Catalogue catalogue, Command command, Set<Capability> way, boolean withToken) {
    CallNeeds missing = CallNeeds.of(catalogue, command.calls(), way);
    return new Difference(
        way,
        missing,
        superfluous(catalogue, command, way),
        !missing.areMet() || (missing.token() && !withToken));
  }

  /**
   * Returns what can be left out, the last first, so that every call still needs the same besides.
   */
  private static Set<Capability> superfluous(
      Catalogue catalogue, Command command, Set<Capability> way) {
    List<Call> calls =
        Stream.concat(
                command.calls().stream(),
                command.conditions().stream().flatMap(condition -> condition.calls().stream()))
            .distinct()
            .toList();
    Set<Capability> kept = new LinkedHashSet<>(way);
    for (Capability capability : ImmutableList.copyOf(way).reverse()) {
      Set<Capability> fewer = new LinkedHashSet<>(kept);
      fewer.remove(capability);
      if (rest(catalogue, calls, fewer).equals(rest(catalogue, calls, kept))) {
        kept = fewer;
      }
    }
    Set<Capability> needed = kept;
    return way.stream().filter(c -> !needed.contains(c)).collect(ImmutableSet.toImmutableSet());
  }

  private static List<CallNeeds> rest(Catalogue catalogue, List<Call> calls, Set<Capability> held) {
    return calls.stream().map(call -> CallNeeds.of(catalogue, List.of(call), held)).toList();
  }
}
