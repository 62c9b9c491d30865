package dev.warder.analysis.paths;

import dev.warder.analysis.TooMuchWork;
import dev.warder.engine.paths.Beginning;
import dev.warder.engine.paths.NextSegments;
import dev.warder.engine.paths.TooManyOverlaps;
import dev.warder.model.Operation;
import dev.warder.model.OverlapLimit;
import dev.warder.model.PathSegment;
import dev.warder.model.PathTemplate;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks the classes of paths that the templates of one or several lists of operations tell apart. A
 * walk follows the beginnings of all lists at once, from a segment to the next: on some text that
 * is no literal, on each sort of text that parameters with text tell apart, and on each literal.
 * The first of these comes first, so of the paths that several templates match the one with the
 * fewest literals is seen first. Beginnings reached before by as many segments are not followed
 * again: what comes after them is the same.
 */
public final class PathClasses {
  private static final long MOST_TRIES = 4_000_000;

  /** Takes the classes that a walk comes upon. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes one class, which at least one template matches. */
    void visit(PathClass found) throws TooMuchWork;
  }

  /** Beginnings that are reached together. */
  private static final class State {
    final List<Beginning> reached;
    @Nullable List<State> following;

    /** The numbers of segments after which this state was reached, as bits. */
    long seen;

    State(List<Beginning> reached) {
      this.reached = reached;
    }
  }

  private final OverlapLimit limit;
  private final int longest;
  private final PathSearch.Walk walk;
  private final Visitor visitor;
  private final Map<List<Integer>, State> states = new HashMap<>();

  private PathClasses(
      List<List<Operation>> lists, List<Beginning> roots, Visitor visitor, Steps examples)
      throws TooMuchWork {
    this.limit = OverlapLimit.ofAll(lists);
    this.longest = longest(lists);
    FreeTexts free = FreeTexts.of(lists, longest, examples);
    this.walk =
        new PathSearch.Walk(
            new Matching(roots), free, new Triples(free.afters()), new Steps(MOST_TRIES));
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
   * to find texts that are no literals, and for each that is written into a path, or tried.
   *
   * @throws TooMuchWork as above, and never for these steps
   */
  public static void walk(List<List<Operation>> lists, Visitor visitor, Steps examples)
      throws TooMuchWork {
    List<Beginning> roots = Beginning.roots(lists);
    PathClasses walk = new PathClasses(lists, roots, visitor, examples);
    walk.enter(walk.state(roots), 0);
  }

  /**
   * Returns how many segments the longest paths have that tell templates apart. With one segment
   * more than both ends of spanning templates, a segment is in every span: further ones like it
   * change nothing, once no template without a span is as long.
   */
  private static int longest(List<List<Operation>> lists) {
    int longest = 0;
    int ends = -1;
    int beforeSpans = 0;
    int behindSpans = 0;
    for (List<Operation> operations : lists) {
      for (Operation operation : operations) {
        PathTemplate template = operation.template();
        int segments = template.segments().size();
        longest = Math.max(longest, segments);
        if (template.span() >= 0) {
          PathSegment.Span span = (PathSegment.Span) template.segments().get(template.span());
          int behind = segments - 1 - template.span() + (span.after().isEmpty() ? 0 : 1);
          beforeSpans = Math.max(beforeSpans, template.span());
          behindSpans = Math.max(behindSpans, behind);
          ends = beforeSpans + behindSpans;
        }
      }
    }
    return ends < 0 ? longest : Math.min(PathTemplate.MAX_SEGMENTS, 1 + Math.max(longest, ends));
  }

  private State state(List<Beginning> reached) {
    return states.computeIfAbsent(
        reached.stream().map(Beginning::number).toList(), unseen -> new State(reached));
  }

  private List<State> following(State state) throws TooMuchWork {
    List<State> following = state.following;
    if (following == null) {
      following = new ArrayList<>();
      try {
        for (List<Beginning> next : new NextSegments(state.reached, limit).following()) {
          if (!next.isEmpty()) {
            following.add(state(next));
          }
        }
      } catch (TooManyOverlaps e) {
        throw new TooMuchWork(String.valueOf(e.getMessage()));
      }
      state.following = following;
    }
    return following;
  }

  private void enter(State state, int segments) throws TooMuchWork {
    if (((state.seen >>> segments) & 1) == 1) {
      return;
    }
    if (state.seen != 0 && !limit.admitsSteps(1 + following(state).size())) {
      throw new TooMuchWork(limit.message(Beginning.firsts(state.reached)));
    }
    state.seen |= 1L << segments;
    accept(state, segments);
    if (segments < longest) {
      for (State next : following(state)) {
        enter(next, segments + 1);
      }
    }
  }

  private void accept(State state, int segments) throws TooMuchWork {
    List<List<Operation>> met = walk.matching().operations(state.reached);
    if (met.stream().anyMatch(operations -> !operations.isEmpty())) {
      for (List<Operation> operations : met) {
        if (!limit.admits(operations.size())) {
          throw new TooMuchWork(limit.message(operations));
        }
      }
      for (PathClass found : PathClass.of(segments, state.reached, met, walk)) {
        visitor.visit(found);
      }
    }
  }
}
