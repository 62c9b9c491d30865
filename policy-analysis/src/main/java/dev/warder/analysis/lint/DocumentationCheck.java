package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.UNDERSTATED_DOCUMENTATION;
import static java.util.stream.Collectors.joining;

import dev.warder.analysis.reference.Documented;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;

/** Finds commands that always need more than is documented. */
final class DocumentationCheck {
  private DocumentationCheck() {}

  static void add(Catalogue catalogue, Warnings findings) {
    for (Command command : catalogue.commands()) {
      String understated =
          Documented.of(catalogue, command).stream()
              .filter(Documented::understates)
              .map(DocumentationCheck::message)
              .collect(joining("; "));
      if (!understated.isEmpty()) {
        findings.add(UNDERSTATED_DOCUMENTATION, command.name(), understated);
      }
    }
  }

  private static String message(Documented documented) {
    return "`"
        + documented.words()
        + "` is documented, and "
        + (documented.missing().isEmpty()
            ? "a token"
            : OperationChecks.quoted(documented.missing()))
        + (documented.missing().size() > 1 ? " are" : " is")
        + " needed too";
  }
}
