package dev.warder.analysis.openapi;

import dev.warder.model.text.Quoted;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Operations of which two differ by the slash at the end alone and may need different things. A
 * service that leaves this slash out runs one where the other is judged, so neither is expressible.
 */
final class SlashesAtEnd {
  private final Map<DocumentedOperation, String> problems = new LinkedHashMap<>();

  SlashesAtEnd(Map<DocumentedOperation, RequirementImport.Imported> kept) {
    Map<String, DocumentedOperation> byShape = new LinkedHashMap<>();
    kept.keySet().forEach(o -> byShape.put(o.method() + " " + Shapes.of(o.path()), o));
    for (DocumentedOperation operation : kept.keySet()) {
      if (operation.method().equals("GET")) {
        byShape.putIfAbsent("HEAD " + Shapes.of(operation.path()), operation);
      }
    }
    byShape.forEach(
        (shape, with) -> {
          DocumentedOperation without =
              shape.endsWith("/") ? byShape.get(shape.substring(0, shape.length() - 1)) : null;
          if (without != null && mayDiffer(with, without, kept)) {
            problems.put(without, problem(with));
            problems.put(with, problem(without));
          }
        });
  }

  private static boolean mayDiffer(
      DocumentedOperation one,
      DocumentedOperation other,
      Map<DocumentedOperation, RequirementImport.Imported> kept) {
    RequirementImport.Imported requirement = kept.get(one);
    RequirementImport.Imported otherRequirement = kept.get(other);
    return requirement == null
        || otherRequirement == null
        || requirement.fixed() != otherRequirement.fixed()
        || !requirement.alternatives().equals(otherRequirement.alternatives())
        || !AccountImport.parameters(one.path()).equals(AccountImport.parameters(other.path()));
  }

  private static String problem(DocumentedOperation other) {
    return "it differs from "
        + Quoted.of(other.toString())
        + " by the slash at the end alone, and may need something else";
  }

  /** Returns the operations, and why they are not expressible. */
  Map<DocumentedOperation, String> problems() {
    return problems;
  }
}
