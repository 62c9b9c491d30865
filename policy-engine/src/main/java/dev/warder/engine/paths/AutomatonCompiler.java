package dev.warder.engine.paths;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.Operation;
import dev.warder.model.Overlap;
import dev.warder.model.OverlapLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link PathAutomaton} of templates. Its states are sets of beginnings, since a segment
 * may be a literal of one template and a parameter of another. Not for use by several threads.
 */
public final class AutomatonCompiler {
  /** So many methods are one step more, for each set of operations that a path matches. */
  private static final int METHODS_A_STEP = 8;

  private final OverlapLimit limit;
  private final int methods;
  private final Map<List<Integer>, Integer> stateOfNumbers = new HashMap<>();
  private final List<List<Beginning>> states = new ArrayList<>();
  private final List<LiteralTable.Entry> transitions = new ArrayList<>();
  private final List<Integer> otherTargets = new ArrayList<>();
  private final List<TextTransitions> texts = new ArrayList<>();
  private final Map<List<Beginning.Texts>, TextSorts> sortsOfTexts = new HashMap<>();
  private final Map<List<Operation>, Integer> acceptedNumbers = new HashMap<>();
  private final List<List<Operation>> accepted = new ArrayList<>();
  private final int[] acceptance;

  /**
   * Compiles the templates of operations.
   *
   * @throws TooManyOverlaps when that takes more steps than are admitted
   */
  public AutomatonCompiler(List<Operation> operations) throws TooManyOverlaps {
    this(operations, OverlapLimit.of(operations));
  }

  /** Compiles the templates of operations, and counts the steps that this takes. */
  AutomatonCompiler(List<Operation> operations, OverlapLimit limit) throws TooManyOverlaps {
    this.limit = limit;
    this.methods = Overlap.methods(operations).size();
    states.add(List.of());
    stateOfNumbers.put(List.of(), PathAutomaton.NOWHERE);
    stateOf(Beginning.roots(List.of(operations)));
    for (int state = 0; state < states.size(); state++) {
      expand(state);
    }
    this.acceptance = new int[states.size()];
    for (int state = 0; state < acceptance.length; state++) {
      acceptance[state] = accept(states.get(state));
    }
  }

  /** Returns the number of the state in which exactly these beginnings are reached. */
  @CanIgnoreReturnValue
  private int stateOf(List<Beginning> reached) {
    return stateOfNumbers.computeIfAbsent(
        reached.stream().map(Beginning::number).toList(),
        unseen -> {
          states.add(reached);
          return states.size() - 1;
        });
  }

  private void expand(int state) throws TooManyOverlaps {
    List<Beginning> reached = states.get(state);
    NextSegments next = new NextSegments(reached, limit);
    if (!limit.admitsSlots(next.slots())) {
      throw new TooManyOverlaps(limit.slotsMessage(next.operations()));
    }
    int other = stateOf(next.onOther());
    TextPatterns patterns = next.patterns();
    if (patterns == null) {
      otherTargets.add(other);
    } else {
      otherTargets.add(~texts.size());
      List<NextSegments.Sort> sorted = TextSorts.sorted(next.sorts());
      TextSorts sorts =
          sortsOfTexts.computeIfAbsent(next.texts(), unseen -> new TextSorts(patterns, sorted));
      texts.add(new TextTransitions(sorts, sorted, sort -> stateOf(sort.reached()), other));
    }
    for (NextSegments.Literal literal : next.literals()) {
      int target = stateOf(literal.reached());
      transitions.add(
          new LiteralTable.Entry(
              state, literal.text(), literal.standsForDots() ? ~target : target));
    }
  }

  private int accept(List<Beginning> reached) throws TooManyOverlaps {
    List<Operation> operations = new ArrayList<>();
    reached.forEach(beginning -> operations.addAll(beginning.operations()));
    if (operations.isEmpty()) {
      return -1;
    }
    if (!limit.admits(operations.size()) || !limit.admitsSteps(methods / METHODS_A_STEP)) {
      throw new TooManyOverlaps(limit.message(operations));
    }
    operations.sort(Comparator.comparingInt(Operation::ordinal));
    return acceptedNumbers.computeIfAbsent(
        operations,
        unseen -> {
          accepted.add(ImmutableList.copyOf(operations));
          return accepted.size() - 1;
        });
  }

  /**
   * Returns the automaton; what a path matches are the places of {@link #accepted}.
   *
   * @param maxCharacters the most characters of a path that is not malformed
   * @param maxSegments the most segments
   */
  public PathAutomaton automaton(int maxCharacters, int maxSegments) {
    return new PathAutomaton(
        new LiteralTable(states.size(), transitions),
        otherTargets.stream().mapToInt(Integer::intValue).toArray(),
        texts.toArray(new TextTransitions[0]),
        acceptance,
        new TemplateConditions(accepted),
        maxCharacters,
        maxSegments);
  }

  /** Returns what can be matched: operations of every method, in catalogue order. */
  public List<List<Operation>> accepted() {
    return accepted;
  }
}
