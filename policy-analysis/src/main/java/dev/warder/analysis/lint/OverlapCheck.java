package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.OVERLAPPING_TEMPLATES;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.paths.PathClass;
import dev.warder.analysis.paths.PathClasses;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Overlap;
import dev.warder.model.Steps;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds operations that one path matches and whose requirements differ. Of the paths that two
 * templates match, the one with the fewest literals says it all: whatever beats one of the two
 * there, does so on every path that both match.
 */
final class OverlapCheck {
  private final Warnings findings;
  private final AlikeRequirements requirements;

  /** Pairs of operations by their ordinals. */
  private final Set<Long> seen = new HashSet<>();

  private OverlapCheck(Catalogue catalogue, Warnings findings) {
    this.findings = findings;
    this.requirements = new AlikeRequirements(catalogue);
  }

  static void add(Catalogue catalogue, Warnings findings) throws TooMuchWork {
    add(catalogue, findings, new Steps(Long.MAX_VALUE));
  }

  /** Counts the segments that example paths cost, as {@link PathClasses#walk} has it. */
  static void add(Catalogue catalogue, Warnings findings, Steps examples) throws TooMuchWork {
    OverlapCheck check = new OverlapCheck(catalogue, findings);
    PathClasses.walk(List.of(catalogue.operations()), check::visit, examples);
  }

  private void visit(PathClass found) throws TooMuchWork {
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
            compare(operations.get(i), operations.get(j), asked, found);
          }
        }
      }
    }
  }

  private void compare(Operation first, Operation second, Set<Operation> asked, PathClass found)
      throws TooMuchWork {
    if (!seen.add(((long) first.ordinal() << Integer.SIZE) | second.ordinal())
        || requirements.areAlike(first, second)) {
      return;
    }
    String request = "`" + first.method() + " " + found.path() + "` ";
    if (asked.contains(first) && asked.contains(second)) {
      add(first, second, request + "asks both and needs " + words(first) + " and " + words(second));
    } else if (asked.contains(first) && Overlap.beats(first, second)) {
      add(first, second, request + judged(first, second));
    } else if (asked.contains(second) && Overlap.beats(second, first)) {
      add(first, second, request + judged(second, first));
    }
  }

  private void add(Operation first, Operation second, String message) {
    findings.add(OVERLAPPING_TEMPLATES, first.id() + " " + second.id(), message);
  }

  private static String judged(Operation by, Operation not) {
    return "asks `%s`, which needs %s, not `%s`, which needs %s"
        .formatted(by.id(), words(by), not.id(), words(not));
  }

  private static String words(Operation operation) {
    return "`" + operation.requirement() + "`";
  }
}
