package dev.warder.engine;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.engine.paths.AutomatonCompiler;
import dev.warder.engine.paths.PathAutomaton;
import dev.warder.engine.paths.TooManyOverlaps;
import dev.warder.model.Operation;
import dev.warder.model.Overlap;
import dev.warder.model.PathSegment;
import dev.warder.model.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a method and a path, or from an operation, to what is asked: everything made beforehand. */
final class DecisionTable {
  private final EngineIdentity madeBy;
  private final PathAutomaton automaton;
  private final Methods methods;
  private final AskedOperation[] single;
  private final @Nullable Asked[] byPathAndMethod;
  private final Decision[] methodNotAllowed;
  private final Decision malformed;
  private final Decision unknown;

  DecisionTable(EngineIdentity madeBy, PathLimits limits) {
    this.madeBy = madeBy;
    List<Operation> operations = madeBy.catalogue.operations();
    operations.forEach(operation -> checkReachable(operation, limits));
    AutomatonCompiler compiler = compiler(operations);
    this.automaton = compiler.automaton(limits.maxCharacters(), limits.maxSegments());
    this.methods = new Methods(Overlap.methods(operations));
    Map<Requirement, CompiledRequirement> compiled = new HashMap<>();
    Function<Requirement, CompiledRequirement> requirements =
        requirement -> compiled.computeIfAbsent(requirement, CompiledRequirement::of);
    this.single =
        operations.stream()
            .map(
                operation ->
                    new AskedOperation(
                        madeBy, operation, requirements.apply(operation.requirement()), null, null))
            .toArray(AskedOperation[]::new);
    this.malformed = refusal(Reason.MALFORMED_REQUEST, ImmutableSet.of());
    this.unknown = refusal(Reason.UNKNOWN_OPERATION, ImmutableSet.of());

    int paths = compiler.accepted().size();
    this.byPathAndMethod = new Asked[paths * methods.size()];
    this.methodNotAllowed = new Decision[paths];
    Map<List<String>, Decision> refusals = new HashMap<>();
    Map<List<Operation>, Asked> several = new HashMap<>();
    for (int path = 0; path < paths; path++) {
      List<Operation> matched = compiler.accepted().get(path);
      ImmutableSet<String> allow = ImmutableSet.copyOf(Overlap.methods(matched));
      methodNotAllowed[path] =
          refusals.computeIfAbsent(
              allow.asList(), ordered -> refusal(Reason.METHOD_NOT_ALLOWED, allow));
      for (String method : allow) {
        List<Operation> asked = Overlap.asked(matched, method);
        byPathAndMethod[path * methods.size() + methods.number(method)] =
            asked.size() == 1
                ? single[asked.get(0).ordinal()]
                : several.computeIfAbsent(
                    asked, all -> new AskedTogether(madeBy, all, requirements));
      }
    }
  }

  private static AutomatonCompiler compiler(List<Operation> operations) {
    try {
      return new AutomatonCompiler(operations);
    } catch (TooManyOverlaps e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void checkReachable(Operation operation, PathLimits limits) {
    List<PathSegment> segments = operation.template().segments();
    int shortest = segments.stream().mapToInt(s -> 1 + shortest(s)).sum();
    checkArgument(
        segments.size() <= limits.maxSegments() && shortest <= limits.maxCharacters(),
        "no path within %s matches %s",
        limits,
        operation.template());
  }

  private static int shortest(PathSegment segment) {
    if (segment instanceof PathSegment.Literal literal) {
      return literal.text().length();
    }
    return segment instanceof PathSegment.Parameter parameter
        ? parameter.before().length() + 1 + parameter.after().length()
        : 1 + ((PathSegment.Span) segment).after().length();
  }

  private Decision refusal(Reason reason, ImmutableSet<String> allow) {
    return new Decision(madeBy, reason, Optional.empty(), ImmutableList.of(), allow);
  }

  Decision decide(
      Grant grant,
      String method,
      String path,
      @Nullable String requestAccount,
      ResourceOwners owners) {
    int matched = automaton.match(path);
    Asked asked = asked(matched, method);
    if (asked instanceof AskedOperation one) {
      return one.decide(grant, path, requestAccount, owners);
    }
    return asked == null
        ? refusal(matched, method)
        : asked.decide(grant, path, requestAccount, owners);
  }

  Match match(String method, String path, @Nullable String requestAccount) {
    int matched = automaton.match(path);
    Asked asked = asked(matched, method);
    return new Match(
        madeBy, path, requestAccount, asked, asked == null ? refusal(matched, method) : null);
  }

  private @Nullable Asked asked(int matched, String method) {
    int number = methods.number(method);
    return matched < 0 || number < 0 ? null : byPathAndMethod[matched * methods.size() + number];
  }

  private Decision refusal(int matched, String method) {
    if (matched == PathAutomaton.MALFORMED || !Methods.isToken(method)) {
      return malformed;
    }
    return matched == PathAutomaton.UNKNOWN ? unknown : methodNotAllowed[matched];
  }

  /** Returns what an operation of the catalogue alone asks. */
  @SuppressWarnings("ReferenceEquality") // first the cheap comparison, which nearly always holds
  AskedOperation asked(Operation operation) {
    int ordinal = operation.ordinal();
    if (ordinal < single.length) {
      AskedOperation asked = single[ordinal];
      if (asked.operation == operation || asked.operation.equals(operation)) {
        return asked;
      }
    }
    throw new IllegalArgumentException("not of this engine's catalogue: " + operation);
  }
}
