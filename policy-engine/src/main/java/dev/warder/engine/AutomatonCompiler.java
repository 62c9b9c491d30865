package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.Operation;
import dev.warder.model.OverlapLimit;
import dev.warder.model.PathSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link PathAutomaton} of templates: first a trie, then its subsets, since a segment may
 * be a literal of one template and a parameter of another.
 */
final class AutomatonCompiler {
  /** So many methods are one step more, for each set of operations that a path matches. */
  private static final int METHODS_A_STEP = 8;

  /** A place in the trie of templates. */
  private static final class Node {
    final int number;
    final @Nullable Operation first;
    final Map<String, Node> literals = new LinkedHashMap<>();
    final List<Operation> operations = new ArrayList<>();
    @Nullable Node parameter;

    /** Makes a place that an operation is the first to reach; the root has none. */
    Node(int number, @Nullable Operation first) {
      this.number = number;
      this.first = first;
    }
  }

  private final OverlapLimit limit;
  private final int methods;
  private int nodes;
  private final Map<List<Integer>, Integer> stateOfNumbers = new HashMap<>();
  private final List<List<Node>> states = new ArrayList<>();
  private final List<LiteralTable.Entry> transitions = new ArrayList<>();
  private final List<Integer> parameterTargets = new ArrayList<>();
  private final List<List<Operation>> accepted = new ArrayList<>();

  AutomatonCompiler(List<Operation> operations) {
    this.limit = OverlapLimit.of(operations);
    this.methods = (int) operations.stream().map(Operation::method).distinct().count();
    states.add(List.of());
    stateOfNumbers.put(List.of(), PathAutomaton.NOWHERE);
    Node root = newNode(null);
    operations.forEach(operation -> add(root, operation));
    stateOf(List.of(root));
    for (int state = 0; state < states.size(); state++) {
      expand(state);
    }
  }

  private Node newNode(@Nullable Operation first) {
    return new Node(nodes++, first);
  }

  private void add(Node root, Operation operation) {
    Node node = root;
    for (PathSegment segment : operation.template().segments()) {
      if (segment instanceof PathSegment.Literal literal) {
        node = node.literals.computeIfAbsent(literal.text(), text -> newNode(operation));
      } else {
        if (node.parameter == null) {
          node.parameter = newNode(operation);
        }
        node = node.parameter;
      }
    }
    node.operations.add(operation);
  }

  /** Returns the number of the state in which exactly these nodes are reached. */
  @CanIgnoreReturnValue
  private int stateOf(List<Node> reached) {
    if (!limit.admits(reached.size())) {
      throw tooMany(
          reached.stream().flatMap(node -> Stream.ofNullable(node.first)).distinct().toList());
    }
    List<Integer> numbers = reached.stream().map(node -> node.number).toList();
    return stateOfNumbers.computeIfAbsent(
        numbers,
        unseen -> {
          states.add(ImmutableList.copyOf(reached));
          return states.size() - 1;
        });
  }

  private IllegalArgumentException tooMany(List<Operation> together) {
    return new IllegalArgumentException(limit.message(together));
  }

  private void expand(int state) {
    List<Node> parameters = new ArrayList<>();
    Map<String, List<Node>> byLiteral = new LinkedHashMap<>();
    for (Node node : states.get(state)) {
      if (node.parameter != null) {
        parameters.add(node.parameter);
      }
      node.literals.forEach(
          (text, next) -> byLiteral.computeIfAbsent(text, t -> new ArrayList<>()).add(next));
    }
    parameterTargets.add(stateOf(sorted(parameters)));
    byLiteral.forEach(
        (text, next) -> {
          next.addAll(parameters);
          transitions.add(new LiteralTable.Entry(state, text, stateOf(sorted(next))));
        });
  }

  private static List<Node> sorted(List<Node> nodes) {
    nodes.sort(Comparator.comparingInt(node -> node.number));
    return nodes;
  }

  /** Returns the automaton; what a path matches are the places of {@link #accepted}. */
  PathAutomaton automaton(PathLimits limits) {
    int[] acceptance = new int[states.size()];
    for (int state = 0; state < acceptance.length; state++) {
      acceptance[state] = accept(states.get(state));
    }
    LiteralTable table = new LiteralTable(states.size(), transitions);
    return new PathAutomaton(
        table,
        parameterTargets.stream().mapToInt(Integer::intValue).toArray(),
        acceptance,
        accepted.stream().mapToLong(AutomatonCompiler::freeSegments).toArray(),
        limits);
  }

  private int accept(List<Node> reached) {
    List<Operation> operations = new ArrayList<>();
    reached.forEach(node -> operations.addAll(node.operations));
    if (operations.isEmpty()) {
      return -1;
    }
    if (!limit.admits(operations.size()) || !limit.admitsSteps(methods / METHODS_A_STEP)) {
      throw tooMany(operations);
    }
    operations.sort(Comparator.comparingInt(Operation::ordinal));
    accepted.add(ImmutableList.copyOf(operations));
    return accepted.size() - 1;
  }

  /** Returns what can be matched: operations of every method, in catalogue order. */
  List<List<Operation>> accepted() {
    return accepted;
  }

  /** Returns the segments, as bits, where every template has a parameter that may hold triples. */
  private static long freeSegments(List<Operation> operations) {
    long free = -1;
    for (Operation operation : operations) {
      List<PathSegment> segments = operation.template().segments();
      for (int i = 0; i < segments.size(); i++) {
        if (segments.get(i) instanceof PathSegment.Literal || operation.accountRule().names(i)) {
          free &= ~(1L << i);
        }
      }
    }
    return free;
  }
}
