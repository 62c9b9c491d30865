package dev.warder.engine;

import dev.warder.model.Call;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.ReferenceTemplate;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision of {@code SEMANTICS.md}, section 2, read aloud: lists, sets and linear scans, and
 * none of the engine's code.
 */
record ReferenceEvaluator(
    Catalogue catalogue,
    @Nullable Owners owners,
    PathLimits limits,
    Map<List<Operation>, Boolean> included) {
  private static final Pattern DOTS = Pattern.compile("\\.*");

  ReferenceEvaluator(Catalogue catalogue, @Nullable Owners owners, PathLimits limits) {
    this(catalogue, owners, limits, new ConcurrentHashMap<>());
  }

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
    List<Operation> asked = asked(matched, method);
    if (asked.isEmpty()) {
      List<String> allow = matched.stream().flatMap(o -> methods(o).stream()).distinct().toList();
      return refusal("method-not-allowed", allow);
    }
    ReferenceAccounts accounts = new ReferenceAccounts(owners, segments, requestAccount);
    return judge(holder, asked, operation -> accounts.failure(holder, operation));
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

  /** Returns those of the operations matched that a request with this method asks. */
  List<Operation> asked(List<Operation> matched, String method) {
    List<Operation> same = matched.stream().filter(o -> methods(o).contains(method)).toList();
    return same.stream()
        .filter(u -> same.stream().noneMatch(t -> includes(u, t) && !includes(t, u)))
        .toList();
  }

  /** Each path of the second is one of the first: worked out once, as it is asked so often. */
  private boolean includes(Operation u, Operation t) {
    return included.computeIfAbsent(
        List.of(u, t), pair -> ReferenceTemplate.includes(u.template(), t.template()));
  }

  /** GET is HEAD too, unless a template with the same paths has a HEAD of its own. */
  private List<String> methods(Operation operation) {
    boolean isHead =
        operation.method().equals("GET")
            && catalogue.operations().stream()
                .filter(other -> other.method().equals("HEAD"))
                .noneMatch(o -> includes(o, operation) && includes(operation, o));
    return isHead ? List.of("GET", "HEAD") : List.of(operation.method());
  }

  /** Returns the operations whose templates match a canonical path. */
  List<Operation> matched(List<String> segments) {
    List<Operation> matched = matching(segments);
    List<String> decoded = segments.stream().map(ReferencePath::decoded).toList();
    boolean isSafe =
        (decoded.equals(segments) || matched.equals(matching(decoded)))
            && matched.stream().noneMatch(o -> hasDots(o, segments) || hasTriple(o, segments));
    return isSafe ? matched : List.of();
  }

  private List<Operation> matching(List<String> segments) {
    return catalogue.operations().stream()
        .filter(operation -> ReferenceTemplate.matches(operation.template(), segments))
        .toList();
  }

  private static boolean hasDots(Operation operation, List<String> segments) {
    return ReferenceTemplate.stands(operation.template(), segments).stream()
        .anyMatch(stand -> DOTS.matcher(stand.text()).matches());
  }

  private static boolean hasTriple(Operation operation, List<String> segments) {
    return operation.accountRule().checks().stream()
        .filter(check -> check.segment() >= 0)
        .map(check -> ReferenceTemplate.place(operation, check.segment(), segments))
        .anyMatch(place -> segments.get(place).contains("%"));
  }
}
