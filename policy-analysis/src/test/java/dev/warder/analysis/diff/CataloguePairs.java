package dev.warder.analysis.diff;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.OperationSpec;
import dev.warder.model.Requires;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Pairs of very small catalogues of which one is made of the other: paths of few segments, a few
 * literals, four capabilities. So all that they can be asked can be asked.
 */
final class CataloguePairs {
  static final List<String> METHODS = List.of("GET", "PUT");
  static final List<String> KINDS = List.of("app", "key");
  private static final List<String> RAWS = List.of("a", "b", "c", "d");
  private static final List<String> SEGMENTS = List.of("{p}", "{p}", "u", "@v");

  /** Two catalogues. */
  record Two(Catalogue older, Catalogue newer) {}

  /**
   * Rule 0 checks nothing, 1 an account, 2 and 3 an owner, 4 an account and an owner, 5 two owners,
   * 6 the account of the request, 7 this and an owner; a parameter is the first or last.
   */
  record Op(
      String method,
      List<String> segments,
      int rule,
      boolean isLast,
      int form,
      List<Integer> caps) {
    String shape() {
      return method + segments;
    }
  }

  /** Calls are numbers of operations; 9 is a call that no document describes. */
  record Line(String spelling, String alias, List<Integer> calls, List<Integer> when) {}

  /** A bit of the mask for each implication of a capability by an earlier one. */
  record Draft(int implied, int absent, List<Op> ops, List<Line> lines) {}

  private CataloguePairs() {}

  static Arbitrary<Two> pairs(int mostSegments) {
    return Combinators.combine(drafts(mostSegments), drafts(mostSegments), masks())
        .as((one, other, mask) -> new Two(build(one), build(mixed(one, other, mask))))
        .withoutEdgeCases();
  }

  /** Which parts are mixed in; mostly few, so that a single change is often all there is. */
  private static Arbitrary<Integer> masks() {
    Arbitrary<Integer> half = Arbitraries.integers().between(0, (1 << 12) - 1);
    return Combinators.combine(half, half, half)
        .as((one, other, third) -> (other & 1) == 0 ? one & other & third : one & other);
  }

  private static Arbitrary<Draft> drafts(int mostSegments) {
    Arbitrary<Integer> small = Arbitraries.integers().between(0, 3);
    Arbitrary<Op> op =
        Combinators.combine(
                Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.just("GET")), Tuple.of(1, Arbitraries.just("PUT"))),
                Arbitraries.of(SEGMENTS).list().ofMinSize(mostSegments - 1).ofMaxSize(mostSegments),
                Arbitraries.integers().between(0, 7),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 7),
                small.list().ofSize(3))
            .as(Op::new);
    Arbitrary<Integer> call =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(0, 3)), Tuple.of(1, Arbitraries.just(9)));
    Arbitrary<Line> line =
        Combinators.combine(
                Arbitraries.of("one", "two"),
                Arbitraries.of("", "three"),
                call.list().ofMaxSize(2),
                call.list().ofMaxSize(2))
            .as(Line::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, 63),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(9)),
                Tuple.of(1, Arbitraries.integers().between(0, 3))),
            op.list().ofSize(4),
            line.list().ofSize(2))
        .as(Draft::new);
  }

  /** Takes of two drafts part by part the one or the other, mostly the first. */
  private static Draft mixed(Draft one, Draft other, int mask) {
    List<Op> ops = new ArrayList<>();
    for (int i = 0; i < one.ops.size(); i++) {
      Op kept = one.ops.get(i);
      Op mixed = other.ops.get(i);
      switch (mask >> i & 1) {
        case 0 -> ops.add(kept);
        default ->
            ops.add(
                mixed.isLast
                    ? mixed
                    : new Op(
                        kept.method,
                        kept.segments,
                        mixed.rule,
                        kept.isLast,
                        mixed.form,
                        mixed.caps));
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < one.lines.size(); i++) {
      lines.add((mask >> (4 + i) & 3) == 1 ? other.lines.get(i) : one.lines.get(i));
    }
    return new Draft(
        (mask >> 7 & 3) == 1 ? other.implied : one.implied,
        (mask >> 9 & 3) == 1 ? other.absent : one.absent,
        ops,
        lines);
  }

  private static Catalogue build(Draft draft) {
    CatalogueBuilder builder =
        Catalogue.builder("small").version("1").title("Small").category("all", "All");
    Set<String> present = new LinkedHashSet<>(RAWS);
    if (draft.absent < RAWS.size()) {
      present.remove(RAWS.get(draft.absent));
    }
    int bit = 0;
    for (int i = 0; i < RAWS.size(); i++) {
      List<String> implied = new ArrayList<>();
      for (int j = i + 1; j < RAWS.size(); j++) {
        if ((draft.implied >> bit++ & 1) == 1 && present.contains(RAWS.get(j))) {
          implied.add(RAWS.get(j));
        }
      }
      if (present.contains(RAWS.get(i))) {
        builder.capability(
            RAWS.get(i), c -> c.label("L").category("all").implies(implied.toArray(String[]::new)));
      }
    }
    List<String> ids = new ArrayList<>();
    Set<String> shapes = new HashSet<>();
    for (int i = 0; i < draft.ops.size(); i++) {
      if (shapes.add(draft.ops.get(i).shape())) {
        ids.add("op" + i);
        add(builder, "op" + i, draft.ops.get(i), List.copyOf(present));
      }
    }
    Set<String> spellings = new HashSet<>();
    for (Line line : draft.lines) {
      if (spellings.add(line.spelling) && line.calls.size() + line.when.size() > 0) {
        boolean hasAlias = !line.alias.isEmpty() && spellings.add(line.alias);
        builder.command(
            line.spelling,
            c -> {
              for (int call : line.calls) {
                if (call == 9) {
                  c.callsUnspecified("GET /x");
                } else {
                  c.calls(ids.get(call % ids.size()));
                }
              }
              if (!line.when.isEmpty()) {
                List<String> calls =
                    line.when.stream().map(call -> ids.get(call % ids.size())).toList();
                String[] further = calls.subList(1, calls.size()).toArray(String[]::new);
                c.condition("w", "W", calls.get(0), further);
              }
              return hasAlias ? c.aliases(line.alias) : c;
            });
      }
    }
    try {
      return builder.build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  private static void add(CatalogueBuilder builder, String id, Op op, List<String> raws) {
    StringBuilder path = new StringBuilder();
    List<String> parameters = new ArrayList<>();
    for (String segment : op.segments) {
      if (segment.equals("{p}")) {
        parameters.add("p" + parameters.size());
        path.append("/{").append(parameters.get(parameters.size() - 1)).append('}');
      } else {
        path.append('/').append(segment);
      }
    }
    Requires requires = requires(op, raws);
    builder.operation(
        id,
        o -> {
          o.at(op.method, path.toString()).summary("S").requires(requires);
          return account(o, op, parameters);
        });
  }

  private static List<Requires.All> several(List<String> named) {
    return named.size() < 3
        ? named.stream().map(Requires::all).toList()
        : List.of(Requires.all(named.get(0)), Requires.all(named.get(1), named.get(2)));
  }

  private static OperationSpec account(OperationSpec spec, Op op, List<String> parameters) {
    boolean isPublic = op.form == 0;
    if (parameters.isEmpty()) {
      return op.rule < 6 || isPublic ? spec : spec.accountFromRequest();
    }
    int last = parameters.size() - 1;
    String parameter = parameters.get(op.isLast ? last : 0);
    String other = parameters.get(op.isLast ? 0 : last);
    boolean areTwo = !parameter.equals(other);
    return switch (isPublic ? 0 : op.rule) {
      case 0 -> spec.accountNotChecked();
      case 1 -> spec.account(parameter);
      case 2, 3 -> spec.owner(KINDS.get(op.rule - 2), parameter);
      case 4 ->
          areTwo ? spec.account(parameter).owner(KINDS.get(0), other) : spec.account(parameter);
      case 5 ->
          areTwo
              ? spec.owner(KINDS.get(0), parameter).owner(KINDS.get(1), other)
              : spec.owner(KINDS.get(0), parameter);
      case 6 -> spec.accountFromRequest();
      default -> spec.accountFromRequest().owner(KINDS.get(0), parameter);
    };
  }

  private static Requires requires(Op op, List<String> raws) {
    List<String> named =
        new ArrayList<>(
            new LinkedHashSet<>(op.caps.stream().map(n -> raws.get(n % raws.size())).toList()));
    return switch (op.form) {
      case 0 -> Requires.PUBLIC;
      case 1 -> Requires.ANY_TOKEN;
      case 2 -> Requires.UNMAPPED;
      case 3, 4 -> Requires.all(named.get(0));
      case 5 -> Requires.all(named);
      case 6 -> Requires.any(several(named));
      default -> {
        List<Requires.Alternative> marked = new ArrayList<>(several(named));
        int last = marked.size() - 1;
        if (last > 0) {
          marked.set(last, several(named).get(last).preferred());
        }
        yield Requires.any(marked);
      }
    };
  }
}
