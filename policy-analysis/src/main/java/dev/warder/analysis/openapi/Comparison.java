package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which operations a catalogue and an OpenAPI document have in common, and which only one of them
 * has. Two are the same when method and shape are: paths are compared whole, the catalogue's with
 * its base path and the document's with the path of its servers, and names of parameters mean
 * nothing. What is required is not compared. OpenAPI has no spanning parameter, so no document has
 * an operation with one. Immutable.
 */
public final class Comparison {
  private final int same;
  private final ImmutableList<DocumentedOperation> missingInCatalogue;
  private final ImmutableList<Operation> missingInDocument;

  private Comparison(
      int same, List<DocumentedOperation> missingInCatalogue, List<Operation> missingInDocument) {
    this.same = same;
    this.missingInCatalogue = ImmutableList.copyOf(missingInCatalogue);
    this.missingInDocument = ImmutableList.copyOf(missingInDocument);
  }

  /** Compares; the time is linear in the number of operations. */
  public static Comparison of(Catalogue catalogue, OpenApiDocument document) {
    Map<String, DocumentedOperation> documented = new LinkedHashMap<>();
    for (DocumentedOperation operation : document.operations()) {
      documented.putIfAbsent(operation.method() + " " + Shapes.of(operation.path()), operation);
    }
    Set<String> known = new HashSet<>();
    List<Operation> missingInDocument = new ArrayList<>();
    for (Operation operation : catalogue.operations()) {
      String key = operation.method() + " " + operation.template().shape();
      known.add(key);
      if (!documented.containsKey(key)) {
        missingInDocument.add(operation);
      }
    }
    List<DocumentedOperation> missingInCatalogue = new ArrayList<>();
    documented.forEach(
        (key, operation) -> {
          if (!known.contains(key)) {
            missingInCatalogue.add(operation);
          }
        });
    int same = catalogue.operations().size() - missingInDocument.size();
    return new Comparison(same, missingInCatalogue, missingInDocument);
  }

  /** Returns whether both have the same operations. */
  public boolean isSame() {
    return missingInCatalogue.isEmpty() && missingInDocument.isEmpty();
  }

  /** Returns how many operations both have. */
  public int same() {
    return same;
  }

  /**
   * Returns the operations of the document that the catalogue does not have, in the document's
   * order; of several with one method and shape the first.
   */
  public List<DocumentedOperation> missingInCatalogue() {
    return missingInCatalogue;
  }

  /** Returns the operations of the catalogue that the document does not have. */
  public List<Operation> missingInDocument() {
    return missingInDocument;
  }

  /** Returns the three counts. */
  @Override
  public String toString() {
    return "%s the same, %s missing in the catalogue, %s missing in the document"
        .formatted(same, missingInCatalogue.size(), missingInDocument.size());
  }
}
