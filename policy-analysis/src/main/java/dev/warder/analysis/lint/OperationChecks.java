package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.READ_GUARDED_BY_WRITE;
import static dev.warder.analysis.lint.WarningKind.UNMAPPED_OPERATION;
import static dev.warder.analysis.lint.WarningKind.WRITE_GUARDED_BY_READ;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.Access;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.Optional;
import java.util.Set;

/** Looks at operations one by one. */
final class OperationChecks {
  private static final ImmutableSet<String> MUTATING =
      ImmutableSet.of("POST", "PUT", "PATCH", "DELETE");
  private static final ImmutableSet<String> READING = ImmutableSet.of("GET", "HEAD");

  private OperationChecks() {}

  static void add(Catalogue catalogue, Warnings findings) {
    for (Operation operation : catalogue.operations()) {
      if (operation.requirement() == Requirement.Fixed.UNMAPPED) {
        findings.add(
            UNMAPPED_OPERATION,
            operation.id(),
            "nobody has said what `" + operation.method() + " " + operation.template() + "` needs");
      } else if (operation.requirement() instanceof Alternatives alternatives) {
        addMismatch(operation, alternatives, findings);
      }
    }
  }

  private static void addMismatch(
      Operation operation, Alternatives alternatives, Warnings findings) {
    Optional<Set<Capability>> reading =
        alternatives.asList().stream().filter(OperationChecks::readsAlone).findFirst();
    if (MUTATING.contains(operation.method()) && reading.isPresent()) {
      findings.add(
          WRITE_GUARDED_BY_READ,
          operation.id(),
          "for `%s` %s %s"
              .formatted(
                  operation.method(),
                  quoted(reading.get()),
                  reading.get().size() == 1 ? "suffices" : "suffice"));
    }
    if (READING.contains(operation.method())
        && alternatives.asList().stream().allMatch(OperationChecks::writes)) {
      String words =
          alternatives.asList().stream().map(OperationChecks::quoted).collect(joining(", or "));
      boolean areSeveral =
          alternatives.asList().size() == 1 && alternatives.asList().get(0).size() > 1;
      findings.add(
          READ_GUARDED_BY_WRITE,
          operation.id(),
          "for `%s` %s %s needed".formatted(operation.method(), words, areSeveral ? "are" : "is"));
    }
  }

  private static boolean readsAlone(Set<Capability> all) {
    return all.stream().allMatch(c -> c.access().filter(a -> a == Access.READ).isPresent());
  }

  private static boolean writes(Set<Capability> all) {
    return all.stream().anyMatch(c -> c.access().filter(a -> a == Access.WRITE).isPresent());
  }

  static String quoted(Set<Capability> all) {
    return all.stream().map(capability -> "`" + capability.raw() + "`").collect(joining(" and "));
  }
}
