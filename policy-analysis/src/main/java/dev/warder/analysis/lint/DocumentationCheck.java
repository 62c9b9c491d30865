package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.UNDERSTATED_DOCUMENTATION;
import static java.util.stream.Collectors.joining;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.reference.Documented;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Steps;
import java.util.Set;

/** Finds commands that always need more than is documented. */
final class DocumentationCheck {
  private DocumentationCheck() {}

  static void add(Catalogue catalogue, Warnings findings) throws TooMuchWork {
    Steps steps = new Steps(Documented.MAX_STEPS);
    for (Command command : catalogue.commands()) {
      String understated =
          Documented.of(catalogue, command, steps).stream()
              .filter(Documented::understates)
              .map(DocumentationCheck::message)
              .collect(joining("; "));
      if (!understated.isEmpty()) {
        findings.add(UNDERSTATED_DOCUMENTATION, command.name(), understated);
      }
    }
  }

  private static String message(Documented documented) {
    Set<Capability> missing = documented.missing();
    return "`%s` is documented, and %s needed too"
        .formatted(
            documented.words(),
            missing.isEmpty()
                ? "a token is"
                : OperationChecks.quoted(missing) + (missing.size() > 1 ? " are" : " is"));
  }
}
