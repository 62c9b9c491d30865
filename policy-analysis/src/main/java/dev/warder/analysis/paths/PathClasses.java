package dev.warder.analysis.paths;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Operation;
import dev.warder.model.OverlapLimit;
import dev.warder.model.PathSegment;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks the classes of paths that the templates of one or several lists of operations tell apart.
 * Each list becomes a trie; a walk follows all tries at once, from a segment to the next, on each
 * literal that occurs there and on some text that is none of them. That text comes first, so of the
 * paths that several templates match the one with the fewest literals is seen first. Places reached
 * before are not followed again: what comes after them is the same.
 */
public final class PathClasses {
  /** Takes the classes that a walk comes upon. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes one class, which at least one template matches. */
    void visit(PathClass found) throws TooMuchWork;
  }

  private static final class Place {
    final int number;
    final int list;
    final @Nullable Operation first;
    final Map<String, Place> literals = new LinkedHashMap<>();
    final List<Operation> operations = new ArrayList<>();
    @Nullable Place parameter;

    /** Makes a place that an operation is the first to reach; a root has none. */
    Place(int number, int list, @Nullable Operation first) {
      this.number = number;
      this.list = list;
      this.first = first;
    }
  }

  private final List<Place> roots = new ArrayList<>();
  private final OverlapLimit limit;
  private final FreeTexts free;
  private final Visitor visitor;
  private final Set<List<Integer>> seen = new HashSet<>();
  private final List<PathClass.Segment> path = new ArrayList<>();
  private int places;

  private PathClasses(List<List<Operation>> lists, Visitor visitor, Steps examples) {
    this.limit = OverlapLimit.ofAll(lists);
    this.free = FreeTexts.of(lists, examples);
    this.visitor = visitor;
  }

  /**
   * Walks the classes that the templates of these lists, each in catalogue order, tell apart.
   *
   * @throws TooMuchWork if templates overlap in too many ways, or the visitor says so
   */
  public static void walk(List<List<Operation>> lists, Visitor visitor) throws TooMuchWork {
    walk(lists, visitor, new Steps(Long.MAX_VALUE));
  }

  /**
   * Walks as above, and counts what example paths cost: a step for each segment that is looked at
   * to find texts that are no literals, and for each that is written into a path.
   *
   * @throws TooMuchWork as above, and never for these steps
   */
  public static void walk(List<List<Operation>> lists, Visitor visitor, Steps examples)
      throws TooMuchWork {
    PathClasses walk = new PathClasses(lists, visitor, examples);
    for (List<Operation> operations : lists) {
      Place root = walk.newPlace(walk.roots.size(), null);
      operations.forEach(operation -> walk.add(root, operation));
      walk.roots.add(root);
    }
    walk.enter(new ArrayList<>(walk.roots));
  }

  private Place newPlace(int list, @Nullable Operation first) {
    return new Place(places++, list, first);
  }

  private void add(Place root, Operation operation) {
    Place place = root;
    for (PathSegment segment : operation.template().segments()) {
      if (segment instanceof PathSegment.Literal literal) {
        place =
            place.literals.computeIfAbsent(literal.text(), text -> newPlace(root.list, operation));
      } else {
        if (place.parameter == null) {
          place.parameter = newPlace(root.list, operation);
        }
        place = place.parameter;
      }
    }
    place.operations.add(operation);
  }

  private void enter(List<Place> reached) throws TooMuchWork {
    if (!limit.admits(reached.size())) {
      throw new TooMuchWork(
          limit.message(
              reached.stream().flatMap(place -> Stream.ofNullable(place.first)).toList()));
    }
    reached.sort(Comparator.comparingInt(place -> place.number));
    if (!seen.add(reached.stream().map(place -> place.number).toList())) {
      return;
    }
    accept(reached);
    List<Place> parameters = new ArrayList<>();
    Map<String, List<Place>> byLiteral = new LinkedHashMap<>();
    for (Place place : reached) {
      if (place.parameter != null) {
        parameters.add(place.parameter);
      }
      place.literals.forEach(
          (text, next) -> byLiteral.computeIfAbsent(text, t -> new ArrayList<>()).add(next));
    }
    if (!parameters.isEmpty()) {
      follow(new PathClass.Segment(null), parameters);
    }
    for (Map.Entry<String, List<Place>> entry : byLiteral.entrySet()) {
      entry.getValue().addAll(parameters);
      follow(new PathClass.Segment(entry.getKey()), entry.getValue());
    }
  }

  private void follow(PathClass.Segment segment, List<Place> next) throws TooMuchWork {
    path.add(segment);
    enter(new ArrayList<>(next));
    path.remove(path.size() - 1);
  }

  private void accept(List<Place> reached) throws TooMuchWork {
    List<List<Operation>> matched = operations(reached);
    if (matched.stream().anyMatch(operations -> !operations.isEmpty())) {
      for (List<Operation> operations : matched) {
        if (!limit.admits(operations.size())) {
          throw new TooMuchWork(limit.message(operations));
        }
      }
      visitor.visit(new PathClass(path, matched, this::matched, free));
    }
  }

  private List<List<Operation>> operations(List<Place> reached) {
    List<List<Operation>> matched = new ArrayList<>();
    for (int list = 0; list < roots.size(); list++) {
      List<Operation> operations = new ArrayList<>();
      for (Place place : reached) {
        if (place.list == list) {
          operations.addAll(place.operations);
        }
      }
      operations.sort(Comparator.comparingInt(Operation::ordinal));
      matched.add(operations);
    }
    return matched;
  }

  /** Returns the operations of each list whose templates match a path. */
  private List<List<Operation>> matched(List<String> segments) {
    List<Place> reached = roots;
    for (String segment : segments) {
      List<Place> next = new ArrayList<>();
      for (Place place : reached) {
        Place literal = place.literals.get(segment);
        if (literal != null) {
          next.add(literal);
        }
        if (place.parameter != null) {
          next.add(place.parameter);
        }
      }
      reached = next;
    }
    return operations(reached);
  }
}
