package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.SLASH_AT_END;

import dev.warder.analysis.paths.PathClass;
import dev.warder.model.Operation;
import dev.warder.model.Overlap;
import dev.warder.model.SlashAtEnd;
import java.util.List;

/**
 * Finds paths that ask one operation, and another one with a slash behind that asks something else:
 * {@code /files/me} beside {@code /files/{id}/}. A service that leaves the slash out runs the first
 * where the second is judged.
 */
final class SlashCheck {
  private final Warnings findings;

  SlashCheck(Warnings findings) {
    this.findings = findings;
  }

  void visit(PathClass found) {
    List<Operation> matched = found.matchedWithSlash(0);
    for (String method : Overlap.methods(matched)) {
      for (Operation withSlash : Overlap.asked(matched, method)) {
        for (Operation without : found.asked(0, method)) {
          if (!without.requirement().equals(withSlash.requirement())
              || !found.checksAlike(without, withSlash)) {
            add(findings, new SlashAtEnd(without, withSlash));
          }
        }
      }
    }
  }

  /** Adds a warning about two operations that ask different things. */
  static void add(Warnings findings, SlashAtEnd pair) {
    findings.add(
        SLASH_AT_END,
        pair.subject(),
        "a path of %s; with a slash at its end it is one of %s"
            .formatted(needs(pair.without()), needs(pair.with())));
  }

  private static String needs(Operation operation) {
    return "`%s %s`, which needs `%s`"
        .formatted(operation.method(), operation.template(), operation.requirement());
  }
}
