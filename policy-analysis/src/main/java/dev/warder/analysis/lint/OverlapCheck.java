package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.OVERLAPPING_TEMPLATES;

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
 * Finds operations that one path matches and whose requirements differ. Each class of paths is
 * looked at: a third operation may beat both of two on one path, and match no other path of both.
 */
final class OverlapCheck {
  private final Warnings findings;
  private final AlikeRequirements requirements;
  private final SlashCheck slashes;

  /** Pairs of operations, by their ordinals. */
  private final Set<Long> warned = new HashSet<>();

  private OverlapCheck(Catalogue catalogue, Warnings findings) {
    this.findings = findings;
    this.requirements = new AlikeRequirements(catalogue);
    this.slashes = new SlashCheck(findings);
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
    slashes.visit(found);
    if (found.matched(0).size() < 2) {
      return;
    }
    Set<List<Operation>> compared = new HashSet<>();
    for (String method : Overlap.methods(found.matched(0))) {
      List<Operation> operations = Overlap.competing(found.matched(0), method);
      if (operations.size() > 1 && compared.add(operations)) {
        Set<Operation> asked = new HashSet<>(found.asked(0, method));
        for (int i = 0; i < operations.size(); i++) {
          for (int j = i + 1; j < operations.size(); j++) {
            compare(operations.get(i), operations.get(j), asked, method, found);
          }
        }
      }
    }
  }

  private void compare(
      Operation first, Operation second, Set<Operation> asked, String method, PathClass found)
      throws TooMuchWork {
    long pair = ((long) first.ordinal() << Integer.SIZE) | second.ordinal();
    if (warned.contains(pair) || requirements.areAlike(first, second)) {
      return;
    }
    boolean asksFirst = asked.contains(first);
    boolean asksSecond = asked.contains(second);
    if (!(asksFirst && asksSecond)
        && !(asksFirst && Overlap.beats(first, second))
        && !(asksSecond && Overlap.beats(second, first))) {
      return;
    }
    warned.add(pair);
    String request = "`" + method + " " + found.path() + "` ";
    if (asksFirst && asksSecond) {
      add(first, second, request + "asks both and needs " + words(first) + " and " + words(second));
    } else {
      add(first, second, request + (asksFirst ? judged(first, second) : judged(second, first)));
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
