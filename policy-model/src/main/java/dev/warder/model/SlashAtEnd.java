package dev.warder.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two operations that ask different things, one of a path and one of the same path with a slash at
 * its end: a service that leaves this slash out runs the first where the second is judged ({@code
 * SEMANTICS.md}, section 5). Immutable.
 *
 * @param without the operation of the path without the slash
 * @param with the operation of the path with it
 */
public record SlashAtEnd(Operation without, Operation with) {
  /** The kind of the warning that a catalogue accepts for such operations. */
  public static final String WARNING = "slash-at-end";

  /**
   * Returns those among some operations that have one method and whose templates differ by this
   * slash alone, each once. A {@code GET} is {@code HEAD} too, where no operation {@code HEAD} has
   * its shape. Takes time linear to the templates.
   */
  public static List<SlashAtEnd> among(Collection<Operation> operations) {
    Map<String, Operation> byShape = Overlap.byMethodAndShape(operations);
    Set<SlashAtEnd> found = new LinkedHashSet<>();
    byShape.forEach(
        (shape, with) -> {
          Operation without =
              shape.endsWith("/") ? byShape.get(shape.substring(0, shape.length() - 1)) : null;
          if (without != null && !with.asksAs(without)) {
            found.add(new SlashAtEnd(without, with));
          }
        });
    return List.copyOf(found);
  }

  /** Returns the one that the catalogue has first. */
  public Operation earlier() {
    return with.ordinal() > without.ordinal() ? without : with;
  }

  /** Returns the one that the catalogue has last. */
  public Operation later() {
    return with.ordinal() > without.ordinal() ? with : without;
  }

  /** Returns the subject of the warning: both ids in catalogue order, a space between. */
  public String subject() {
    return earlier().id() + " " + later().id();
  }
}
