package dev.warder.engine;

import dev.warder.model.AccountCheck;
import dev.warder.model.Call;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision of {@code SEMANTICS.md}, section 2, read aloud: lists, sets and linear scans, and
 * none of the engine's code.
 */
record ReferenceEvaluator(Catalogue catalogue, @Nullable Owners owners, PathLimits limits) {

  /** What a host knows of owners; no {@code Owners} at all is the waiver. */
  interface Owners {
    Says ask(String account, String kind, String id);
  }

  enum Says {
    YES,
    NO,
    CANNOT_TELL
  }

  /** A grant's data; without a token it is the anonymous grant. */
  record Holder(@Nullable String account, Collection<String> capabilities, boolean hasToken) {
    static final Holder ANONYMOUS = new Holder(null, List.of(), false);

    static Holder of(@Nullable String account, Collection<String> capabilities) {
      return new Holder(account, capabilities, true);
    }
  }

  record Answer(
      String reason,
      @Nullable Operation operation,
      List<String> allow,
      List<List<String>> missing,
      Set<String> enough) {}

  record CallAnswer(Call call, String reason, List<List<String>> missing) {}

  record CommandAnswer(String reason, List<CallAnswer> calls, Set<String> enough) {}

  private interface Step {
    @Nullable String failure(Operation operation);
  }

  Answer decide(Holder holder, String method, String path, @Nullable String requestAccount) {
    if (!ReferencePath.isToken(method) || !ReferencePath.isCanonical(path, limits)) {
      return refusal("malformed-request", List.of());
    }
    List<String> segments = ReferencePath.segments(path);
    List<Operation> matched = matched(segments);
    if (matched.isEmpty()) {
      return refusal("unknown-operation", List.of());
    }
    List<Operation> same = matched.stream().filter(o -> o.method().equals(method)).toList();
    if (same.isEmpty()) {
      List<String> allow = matched.stream().map(Operation::method).distinct().toList();
      return refusal("method-not-allowed", allow);
    }
    List<Operation> asked =
        same.stream().filter(u -> same.stream().noneMatch(t -> beats(t, u))).toList();
    return judge(holder, asked, o -> accountStep(holder, o, segments, requestAccount));
  }

  Answer decide(Holder holder, Operation operation, @Nullable String resourceAccount) {
    boolean passes =
        operation.accountRule().checks().isEmpty()
            || (resourceAccount != null && resourceAccount.equals(holder.account()));
    return judge(holder, List.of(operation), o -> passes ? null : "wrong-account");
  }

  Answer preflight(Holder holder, Operation operation) {
    return judge(holder, List.of(operation), o -> null);
  }

  CommandAnswer preflight(Holder holder, Command command, Set<String> conditions) {
    List<Call> calls = new ArrayList<>(command.calls());
    command.conditions().stream()
        .filter(condition -> conditions.contains(condition.name()))
        .forEach(condition -> calls.addAll(condition.calls()));
    List<CallAnswer> answers = new ArrayList<>();
    List<Set<String>> additions = new ArrayList<>();
    for (Call call : calls.stream().distinct().toList()) {
      if (call instanceof Call.Known known) {
        Answer answer = preflight(holder, known.operation());
        boolean isMissing = answer.reason().equals("missing-capability");
        answers.add(
            new CallAnswer(call, answer.reason(), isMissing ? answer.missing() : List.of()));
        additions.add(answer.enough());
      } else {
        answers.add(new CallAnswer(call, "unmapped-operation", List.of()));
      }
    }
    String reason =
        Stream.of("unmapped-operation", "missing-capability")
            .filter(r -> answers.stream().anyMatch(answer -> answer.reason().equals(r)))
            .findFirst()
            .orElse("allowed");
    return new CommandAnswer(
        reason, answers, new ReferenceCapabilities(catalogue).enough(additions));
  }

  private static Answer refusal(String reason, List<String> allow) {
    return new Answer(reason, null, allow, List.of(), Set.of());
  }

  private Answer judge(Holder holder, List<Operation> asked, Step account) {
    ReferenceCapabilities capabilities = new ReferenceCapabilities(catalogue);
    Step mapped = o -> o.requirement() == Requirement.Fixed.UNMAPPED ? "unmapped-operation" : null;
    Step held = o -> capabilities.passes(holder, o.requirement()) ? null : "missing-capability";
    for (Step step : List.of(mapped, account, held)) {
      for (Operation operation : asked) {
        if (step.failure(operation) != null) {
          return answer(step.failure(operation), holder, operation, asked);
        }
      }
    }
    return answer("allowed", holder, asked.get(0), asked);
  }

  private Answer answer(String reason, Holder holder, Operation about, List<Operation> asked) {
    ReferenceCapabilities capabilities = new ReferenceCapabilities(catalogue);
    Set<String> enough =
        capabilities.enough(
            asked.stream()
                .map(o -> capabilities.smallestAddition(holder, o.requirement()))
                .toList());
    return new Answer(
        reason, about, List.of(), capabilities.missing(holder, about.requirement()), enough);
  }

  private List<Operation> matched(List<String> segments) {
    List<String> decoded = segments.stream().map(ReferencePath::decoded).toList();
    boolean unsafe =
        catalogue.operations().stream()
            .filter(operation -> matches(operation, decoded))
            .anyMatch(operation -> hasMisplacedTriple(operation, segments));
    return catalogue.operations().stream()
        .filter(operation -> !unsafe && matches(operation, segments))
        .toList();
  }

  private static boolean matches(Operation operation, List<String> segments) {
    List<PathSegment> template = operation.template().segments();
    return template.size() == segments.size()
        && IntStream.range(0, segments.size())
            .filter(i -> isLiteral(operation, i))
            .allMatch(i -> template.get(i).equals(new PathSegment.Literal(segments.get(i))));
  }

  private static boolean hasMisplacedTriple(Operation operation, List<String> segments) {
    return IntStream.range(0, segments.size())
        .filter(i -> segments.get(i).contains("%"))
        .anyMatch(i -> isLiteral(operation, i) || isCompared(operation, i));
  }

  private static boolean isCompared(Operation operation, int segment) {
    return operation.accountRule().checks().stream().anyMatch(c -> c.segment() == segment);
  }

  private static boolean isLiteral(Operation operation, int segment) {
    return operation.template().segments().get(segment) instanceof PathSegment.Literal;
  }

  private static boolean beats(Operation t, Operation u) {
    int segments = t.template().segments().size();
    return IntStream.range(0, segments).allMatch(i -> isLiteral(t, i) || !isLiteral(u, i))
        && IntStream.range(0, segments).anyMatch(i -> isLiteral(t, i) && !isLiteral(u, i));
  }

  private @Nullable String accountStep(
      Holder holder, Operation operation, List<String> segments, @Nullable String requestAccount) {
    return operation.accountRule().checks().stream()
        .map(check -> failure(holder, check, segments, requestAccount))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String failure(
      Holder holder, AccountCheck check, List<String> segments, @Nullable String requestAccount) {
    if (check instanceof AccountCheck.FromRequest) {
      boolean isSome = requestAccount != null && !requestAccount.matches("[ \t]*");
      return isSome && requestAccount.equals(holder.account()) ? null : "wrong-account";
    }
    if (check instanceof AccountCheck.InPath inPath) {
      return segments.get(inPath.segment()).equals(holder.account()) ? null : "wrong-account";
    }
    if (check instanceof AccountCheck.Owned owned && owners != null) {
      Says answer =
          holder.account() == null
              ? Says.NO
              : owners.ask(holder.account(), owned.kind(), segments.get(owned.segment()));
      return switch (answer) {
        case YES -> null;
        case NO -> "wrong-account";
        case CANNOT_TELL -> "unavailable";
      };
    }
    return null;
  }
}
