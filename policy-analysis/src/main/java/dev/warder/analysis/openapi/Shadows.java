package dev.warder.analysis.openapi;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.warder.model.Requirement;
import dev.warder.model.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operations that stay in a catalogue and would be asked by a request for one that was left out.
 * What they require was not said of that request, so they are unmapped.
 */
final class Shadows {
  private record Omitted(DocumentedOperation operation, Reach reach) {}

  /** Three thousand omitted operations beside seven thousand kept ones take half of it. */
  static final long MAX_STEPS = 40_000_000;

  private final ListMultimap<String, Omitted> byMethod = ArrayListMultimap.create();
  private final long maxSteps;
  private long steps;

  Shadows(List<DocumentedOperation> omitted) {
    this(omitted, MAX_STEPS);
  }

  Shadows(List<DocumentedOperation> omitted, long maxSteps) {
    this.maxSteps = maxSteps;
    for (DocumentedOperation operation : omitted) {
      byMethod.put(operation.method(), new Omitted(operation, new Reach(operation.path())));
    }
  }

  /**
   * Unmaps what a request for an omitted operation would ask, and returns whether that could be
   * told of all kept operations within the most steps.
   */
  boolean unmap(Map<DocumentedOperation, RequirementImport.Imported> kept, List<ImportNote> notes) {
    kept.replaceAll(
        (operation, requirement) -> {
          DocumentedOperation other = shadowedBy(operation);
          if (other == null || requirement.fixed() == Requirement.Fixed.UNMAPPED) {
            return requirement;
          }
          notes.add(
              new ImportNote(
                  ImportNote.Kind.UNMAPPED_OPERATION,
                  operation.place(),
                  operation.toString(),
                  "a request for "
                      + Quoted.of(other.toString())
                      + ", which was left out, would be judged as this operation"));
          return new RequirementImport.Imported(
              Requirement.Fixed.UNMAPPED, Set.of(), List.of(), null);
        });
    return steps <= maxSteps;
  }

  private @Nullable DocumentedOperation shadowedBy(DocumentedOperation operation) {
    List<Omitted> omitted = new ArrayList<>(byMethod.get(operation.method()));
    omitted.addAll(byMethod.get(alsoAskedAs(operation.method())));
    if (omitted.isEmpty()) {
      return null;
    }
    Reach reach = new Reach(operation.path());
    for (Omitted other : omitted) {
      if (++steps > maxSteps) {
        return null;
      }
      if (other.reach().meets(reach)) {
        return other.operation();
      }
    }
    return null;
  }

  /** Returns the method whose requests may ask an operation {@code GET} or {@code HEAD} too. */
  private static String alsoAskedAs(String method) {
    return switch (method) {
      case "GET" -> "HEAD";
      case "HEAD" -> "GET";
      default -> "";
    };
  }
}
