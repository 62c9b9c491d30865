package dev.warder.analysis.usage;

import com.google.common.collect.ImmutableList;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.AccessOrder;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Drops capabilities one after another, as long as nothing that was asked is answered otherwise.
 * The operation that is the first to deny can only move forward as capabilities go, so what was put
 * back once would have to be put back later too: one pass leaves a minimal rest.
 */
final class Dropping {
  /** Stands for whatever account passes; an operation is decided on a resource of its own. */
  private static final String ACCOUNT = "any";

  private final PolicyEngine engine;
  private final Map<List<Operation>, Long> asked;
  private final Map<List<Operation>, Optional<Operation>> denying = new LinkedHashMap<>();

  private Dropping(PolicyEngine engine, Map<List<Operation>, Long> asked, Grant grant) {
    this.engine = engine;
    this.asked = asked;
    asked.keySet().forEach(operations -> denying.put(operations, denying(grant, operations)));
  }

  static Unused from(
      PolicyEngine engine,
      Map<List<Operation>, Long> asked,
      Map<Reason, Long> denied,
      Iterable<String> capabilities) {
    Grant given = engine.grant(ACCOUNT, capabilities);
    Dropping dropping = new Dropping(engine, asked, given);
    List<Capability> known =
        engine.catalogue().capabilities().stream()
            .filter(capability -> given.given().contains(capability.raw()))
            .toList();
    Set<Capability> kept = dropping.kept(known);
    List<String> unused = new ArrayList<>();
    Map<String, Long> needed = new LinkedHashMap<>();
    for (Capability capability : known) {
      if (kept.contains(capability)) {
        needed.put(capability.raw(), dropping.changedWithout(kept, capability));
      } else {
        unused.add(capability.raw());
      }
    }
    unused.addAll(given.unknown());
    return new Unused(unused, needed, dropping.reasons(denied));
  }

  /** Returns the operation that is the first to miss a capability. */
  private Optional<Operation> denying(Grant grant, List<Operation> operations) {
    for (Operation operation : operations) {
      if (!engine.decide(grant, operation, ACCOUNT).isAllowed()) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  private Set<Capability> kept(List<Capability> known) {
    Set<Capability> kept = new LinkedHashSet<>(known);
    for (Capability capability : mostAccessFirst(known)) {
      Grant without = without(kept, capability);
      if (asked.keySet().stream().noneMatch(operations -> isChanged(without, operations))) {
        kept.remove(capability);
      }
    }
    return kept;
  }

  private static List<Capability> mostAccessFirst(List<Capability> known) {
    return ImmutableList.sortedCopyOf(AccessOrder.OF_CAPABILITIES, known).reverse();
  }

  private Grant without(Set<Capability> kept, Capability capability) {
    return engine.grant(
        ACCOUNT,
        kept.stream().filter(other -> !other.equals(capability)).map(Capability::raw).toList());
  }

  private boolean isChanged(Grant grant, List<Operation> operations) {
    return !denying(grant, operations).equals(denying.get(operations));
  }

  private long changedWithout(Set<Capability> kept, Capability capability) {
    Grant without = without(kept, capability);
    return asked.entrySet().stream()
        .filter(entry -> isChanged(without, entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<Reason, Long> reasons(Map<Reason, Long> denied) {
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    reasons.putAll(denied);
    denying.forEach(
        (operations, first) ->
            reasons.merge(
                first.isEmpty() ? Reason.ALLOWED : Reason.MISSING_CAPABILITY,
                asked.getOrDefault(operations, 0L),
                Long::sum));
    return reasons;
  }
}
