package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.DUPLICATE_LABEL;
import static dev.warder.analysis.lint.WarningKind.EMPTY_CATEGORY;
import static dev.warder.analysis.lint.WarningKind.ESCALATING_CAPABILITY;
import static dev.warder.analysis.lint.WarningKind.GUARDS_NOTHING;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at capabilities and categories one by one. */
final class CapabilityChecks {
  private CapabilityChecks() {}

  static void add(Catalogue catalogue, Warnings findings) {
    guardsNothing(catalogue, findings);
    emptyCategories(catalogue, findings);
    Map<String, Capability> byLabel = new HashMap<>();
    for (Capability capability : catalogue.capabilities()) {
      Capability earlier = byLabel.putIfAbsent(capability.label(), capability);
      if (earlier != null) {
        findings.add(
            DUPLICATE_LABEL,
            capability.raw(),
            "its label `" + capability.label() + "` is that of `" + earlier.raw() + "` too");
      }
      capability
          .escalates()
          .ifPresent(how -> findings.add(ESCALATING_CAPABILITY, capability.raw(), how));
    }
  }

  private static void guardsNothing(Catalogue catalogue, Warnings findings) {
    Set<String> guards = guards(catalogue);
    for (Capability capability : catalogue.capabilities()) {
      if (!guards.contains(capability.raw())) {
        findings.add(
            GUARDS_NOTHING,
            capability.raw(),
            "no operation needs it"
                + (capability.implies().isEmpty() ? "" : " or what it implies"));
      }
    }
  }

  /** Returns what operations need and, against the direction of implying, all that give it. */
  private static Set<String> guards(Catalogue catalogue) {
    Map<String, List<String>> impliedBy = new HashMap<>();
    for (Capability capability : catalogue.capabilities()) {
      for (String implied : capability.implies()) {
        impliedBy.computeIfAbsent(implied, raw -> new ArrayList<>()).add(capability.raw());
      }
    }
    Deque<String> pending = new ArrayDeque<>();
    for (Operation operation : catalogue.operations()) {
      operation.requirement().capabilities().forEach(c -> pending.add(c.raw()));
    }
    Set<String> guards = new HashSet<>();
    while (!pending.isEmpty()) {
      String raw = pending.remove();
      if (guards.add(raw)) {
        pending.addAll(impliedBy.getOrDefault(raw, List.of()));
      }
    }
    return guards;
  }

  private static void emptyCategories(Catalogue catalogue, Warnings findings) {
    Set<String> used = new HashSet<>();
    catalogue.capabilities().forEach(capability -> used.add(capability.category().name()));
    for (Category category : catalogue.categories()) {
      if (!used.contains(category.name())) {
        findings.add(EMPTY_CATEGORY, category.name(), "no capability is in it");
      }
    }
  }
}
