package dev.warder.analysis.openapi;

import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the operations that a catalogue cannot express. */
final class OperationNames {
  private final Map<String, DocumentedOperation> byShape = new HashMap<>();
  private final Map<String, DocumentedOperation> byId = new HashMap<>();
  private final Map<DocumentedOperation, String> problems = new LinkedHashMap<>();

  OperationNames(List<DocumentedOperation> operations) {
    for (DocumentedOperation operation : operations) {
      refuseEqualShapes(operation);
      String problem = Expressible.problem(operation.path());
      if (problem != null) {
        problems.put(operation, problem);
      }
      refuseName(operation);
    }
  }

  /** Of operations with one method and shape none is expressible: any of them may be asked. */
  private void refuseEqualShapes(DocumentedOperation operation) {
    String key = operation.method() + " " + Shapes.of(Shapes.withoutQuery(operation.path()));
    DocumentedOperation earlier = byShape.putIfAbsent(key, operation);
    if (earlier != null) {
      problems.putIfAbsent(earlier, sameAs(operation));
      problems.put(operation, sameAs(earlier));
    }
  }

  private static String sameAs(DocumentedOperation other) {
    return "the same method and shape as " + Quoted.of(other.toString()) + " at " + other.place();
  }

  private void refuseName(DocumentedOperation operation) {
    String id = idOf(operation);
    if (!Lexis.NAME.accepts(id)) {
      problems.putIfAbsent(
          operation,
          operation.operationId().isPresent()
              ? "the operationId " + Quoted.of(id) + " is no name: " + Lexis.NAME.words()
              : "it has no operationId, and its method and path are no name");
      return;
    }
    DocumentedOperation earlier = byId.putIfAbsent(id, operation);
    if (earlier != null) {
      problems.putIfAbsent(
          operation,
          "the operationId " + Quoted.of(id) + " is that of " + Quoted.of(earlier.toString()));
    }
  }

  /** Returns the operation's name in a catalogue: its id, or else method and path. */
  static String idOf(DocumentedOperation operation) {
    return operation.operationId().orElseGet(() -> operation.method() + ":" + operation.path());
  }

  @Nullable String problemOf(DocumentedOperation operation) {
    return problems.get(operation);
  }
}
