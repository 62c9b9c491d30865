package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.OVERLAPPING_TEMPLATES;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.paths.PathClass;
import dev.warder.analysis.paths.PathClasses;
import dev.warder.model.Alternatives;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds operations that one path matches and whose requirements differ. Of the paths that two
 * templates match, the one with the fewest literals says it all: whatever beats one of the two
 * there, does so on every path that both match.
 */
final class OverlapCheck {
  private record Overlap(Operation first, Operation second) {}

  private final Catalogue catalogue;
  private final Warnings findings;
  private final Set<Overlap> seen = new HashSet<>();

  private OverlapCheck(Catalogue catalogue, Warnings findings) {
    this.catalogue = catalogue;
    this.findings = findings;
  }

  static void add(Catalogue catalogue, Warnings findings) throws TooMuchWork {
    OverlapCheck check = new OverlapCheck(catalogue, findings);
    PathClasses.walk(List.of(catalogue.operations()), check::visit);
  }

  private void visit(PathClass found) {
    if (found.matched(0).size() < 2) {
      return;
    }
    ListMultimap<String, Operation> byMethod =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    found.matched(0).forEach(operation -> byMethod.put(operation.method(), operation));
    for (String method : byMethod.keySet()) {
      List<Operation> operations = byMethod.get(method);
      if (operations.size() > 1) {
        Set<Operation> asked = new HashSet<>(found.asked(0, method));
        for (int i = 0; i < operations.size(); i++) {
          for (int j = i + 1; j < operations.size(); j++) {
            compare(operations.get(i), operations.get(j), asked, found.path());
          }
        }
      }
    }
  }

  private void compare(Operation first, Operation second, Set<Operation> asked, String path) {
    if (!seen.add(new Overlap(first, second))
        || isAlike(first.requirement(), second.requirement())) {
      return;
    }
    String request = "`" + first.method() + " " + path + "` ";
    if (asked.contains(first) && asked.contains(second)) {
      add(first, second, request + "asks both and needs " + words(first) + " and " + words(second));
    } else if (asked.contains(first) && PathClass.beats(first, second)) {
      add(first, second, request + judged(first, second));
    } else if (asked.contains(second) && PathClass.beats(second, first)) {
      add(first, second, request + judged(second, first));
    }
  }

  private void add(Operation first, Operation second, String message) {
    findings.add(OVERLAPPING_TEMPLATES, first.id() + " " + second.id(), message);
  }

  private static String judged(Operation by, Operation not) {
    return "asks `"
        + by.id()
        + "`, which needs "
        + words(by)
        + ", not `"
        + not.id()
        + "`, which needs "
        + words(not);
  }

  private static String words(Operation operation) {
    return "`" + operation.requirement() + "`";
  }

  private boolean isAlike(Requirement one, Requirement other) {
    return one.equals(other) || (isWithin(one, other) && isWithin(other, one));
  }

  /** Returns whether every grant that passes the one passes the other. */
  private boolean isWithin(Requirement one, Requirement other) {
    if (one == Requirement.Fixed.UNMAPPED || other == Requirement.Fixed.PUBLIC) {
      return true;
    }
    if (one == Requirement.Fixed.PUBLIC || other == Requirement.Fixed.UNMAPPED) {
      return false;
    }
    if (one instanceof Alternatives alternatives) {
      return alternatives.asList().stream().allMatch(all -> passes(catalogue.closure(all), other));
    }
    return other == Requirement.Fixed.ANY_TOKEN;
  }

  private static boolean passes(Set<?> held, Requirement requirement) {
    return !(requirement instanceof Alternatives alternatives)
        || alternatives.asList().stream().anyMatch(held::containsAll);
  }
}
