package dev.warder.analysis.paths;

import dev.warder.engine.paths.Beginning;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which operations of each of several lists a path matches, by {@code SEMANTICS.md}, section 2.2.
 */
final class Matching {
  private final List<Beginning> roots;

  /** Makes one of beginnings before the first segment, one for each list. */
  Matching(List<Beginning> roots) {
    this.roots = roots;
  }

  /** Returns what a path matches that has no triples: of each list all that it meets, or none. */
  List<List<Operation>> of(List<String> path) {
    return met(path).stream().map(met -> isCanonical(path, met) ? met : NONE).toList();
  }

  /** Returns what a path matches that has a triple in one segment. */
  List<List<Operation>> of(List<String> written, List<String> decoded, int segment) {
    List<List<Operation>> met = met(written);
    List<List<Operation>> metDecoded = met(decoded);
    List<List<Operation>> matched = new ArrayList<>();
    for (int list = 0; list < roots.size(); list++) {
      List<Operation> operations = met.get(list);
      boolean isSame =
          operations.equals(metDecoded.get(list))
              && isCanonical(written, operations)
              && operations.stream().noneMatch(o -> isAccount(o, segment, written.size()));
      matched.add(isSame ? operations : NONE);
    }
    return matched;
  }

  private static final List<Operation> NONE = List.of();

  private static boolean isAccount(Operation operation, int segment, int segments) {
    return Part.ofAll(operation, segments).stream().anyMatch(part -> part.segment() == segment);
  }

  /** Returns the operations of each list whose templates have these segments, dots or not. */
  List<List<Operation>> met(List<String> path) {
    return operations(reached(path));
  }

  private List<Beginning> reached(List<String> path) {
    List<Beginning> reached = roots;
    for (String segment : path) {
      List<Beginning> next = new ArrayList<>();
      reached.forEach(beginning -> next.addAll(beginning.onSegment(segment)));
      reached = next;
    }
    return reached;
  }

  /**
   * Returns the texts behind a parameter with which a segment of a path may end, where what stands
   * before this text stays.
   */
  Set<String> textsBehind(List<String> path, int segment) {
    Set<String> texts = new LinkedHashSet<>();
    reached(path.subList(0, segment))
        .forEach(beginning -> texts.addAll(beginning.textsBehind(path.get(segment))));
    return texts;
  }

  /** Returns the operations of each list whose templates end with one of some beginnings. */
  List<List<Operation>> operations(List<Beginning> reached) {
    List<List<Operation>> operations = new ArrayList<>();
    roots.forEach(root -> operations.add(new ArrayList<>()));
    reached.forEach(beginning -> operations.get(beginning.list()).addAll(beginning.operations()));
    operations.forEach(list -> list.sort(Comparator.comparingInt(Operation::ordinal)));
    return operations;
  }

  /** Returns whether no segment is dots only, nor what a parameter stands for in one. */
  private static boolean isCanonical(List<String> path, List<Operation> met) {
    return path.stream().noneMatch(text -> !text.isEmpty() && Part.isDotsOnly(text, "", ""))
        && met.stream().noneMatch(operation -> standsForDots(operation.template(), path));
  }

  private static boolean standsForDots(PathTemplate template, List<String> path) {
    for (int i = 0; i < template.segments().size(); i++) {
      PathSegment segment = template.segments().get(i);
      String text = path.get(Part.place(template, i, path.size()));
      if (segment instanceof PathSegment.Parameter parameter
          ? Part.isDotsOnly(text, parameter.before(), parameter.after())
          : segment instanceof PathSegment.Span span && Part.isDotsOnly(text, "", span.after())) {
        return true;
      }
    }
    return false;
  }
}
