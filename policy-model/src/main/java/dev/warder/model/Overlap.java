package dev.warder.model;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of several operations that one path matches a request asks: SEMANTICS.md, section 2.3. */
public final class Overlap {
  private static final String GET = "GET";
  private static final String HEAD = "HEAD";

  private Overlap() {}

  /**
   * Returns those of some operations, in the order given, that a request with this method asks:
   * those of its method that no other beats. An operation {@code GET} is of the method {@code HEAD}
   * too, where no operation {@code HEAD} has its shape.
   *
   * @param matched operations that one path matches
   */
  public static List<Operation> asked(List<Operation> matched, String method) {
    List<Operation> competing = competing(matched, method);
    return competing.stream()
        .filter(operation -> competing.stream().noneMatch(other -> beats(other, operation)))
        .toList();
  }

  /**
   * Returns those of some operations, in the order given, that are of this method, as for {@link
   * #asked}.
   *
   * @param matched operations that one path matches
   */
  public static List<Operation> competing(List<Operation> matched, String method) {
    Set<String> withHead = method.equals(HEAD) ? shapesWithHead(matched) : Set.of();
    return matched.stream().filter(operation -> isOf(operation, method, withHead)).toList();
  }

  /**
   * Returns the methods with which a request asks some of these operations, in their order; {@code
   * HEAD} behind {@code GET}, where no operation before has it.
   *
   * @param matched operations that one path matches
   */
  public static Set<String> methods(List<Operation> matched) {
    Set<String> withHead = shapesWithHead(matched);
    Set<String> methods = new LinkedHashSet<>();
    for (Operation operation : matched) {
      methods.add(operation.method());
      if (isOf(operation, HEAD, withHead)) {
        methods.add(HEAD);
      }
    }
    return ImmutableSet.copyOf(methods);
  }

  /**
   * Returns some operations by their method and shape; a {@code GET} also as {@code HEAD}, where no
   * operation {@code HEAD} has its shape.
   */
  static Map<String, Operation> byMethodAndShape(Collection<Operation> operations) {
    Map<String, Operation> byShape = new LinkedHashMap<>();
    operations.forEach(o -> byShape.put(key(o.method(), o.template()), o));
    for (Operation operation : operations) {
      if (operation.method().equals(GET)) {
        byShape.putIfAbsent(key(HEAD, operation.template()), operation);
      }
    }
    return byShape;
  }

  /** Returns where {@link #byMethodAndShape} has an operation. */
  static String key(String method, PathTemplate template) {
    return method + " " + template.shape();
  }

  private static Set<String> shapesWithHead(List<Operation> operations) {
    Set<String> shapes = new HashSet<>();
    for (Operation operation : operations) {
      if (operation.method().equals(HEAD)) {
        shapes.add(operation.template().shape());
      }
    }
    return shapes;
  }

  private static boolean isOf(Operation operation, String method, Set<String> withHead) {
    return operation.method().equals(method)
        || (method.equals(HEAD)
            && operation.method().equals(GET)
            && !withHead.contains(operation.template().shape()));
  }

  /** Returns whether one operation's template beats that of another. */
  public static boolean beats(Operation winner, Operation loser) {
    return winner.template().beats(loser.template());
  }
}
