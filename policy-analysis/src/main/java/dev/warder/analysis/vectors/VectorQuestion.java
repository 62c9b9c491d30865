package dev.warder.analysis.vectors;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.needs.Sufficiency;
import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts one vector's question to an engine. */
final class VectorQuestion {
  /**
   * What came of it.
   *
   * @param asked the operations asked
   * @param missing the capabilities among what is missing
   */
  record Answer(
      Reason reason,
      Map<String, Object> members,
      List<Operation> asked,
      List<List<Capability>> missing) {}

  private final PolicyEngine engine;
  private final Vector vector;
  private final VectorWork work;

  /** Asks one vector, with the work that all of the file share. */
  VectorQuestion(PolicyEngine engine, Vector vector, VectorWork work) {
    this.engine = engine;
    this.vector = vector;
    this.work = work;
  }

  Answer answer() throws UnknownName, TooMuchWork {
    countGiven();
    Grant grant = grant();
    Vector.Question question = vector.question();
    if (question instanceof Vector.Request request) {
      return answer(
          grant, engine.decide(grant, request.method(), request.path(), request.requestAccount()));
    }
    if (question instanceof Vector.OfOperation asked) {
      Operation operation = operation(asked.operation());
      return answer(grant, engine.decide(grant, operation, asked.resourceAccount()));
    }
    if (question instanceof Vector.OfPreflight asked) {
      Operation operation = operation(asked.operation());
      count(List.of(operation.requirement()));
      return preflight(engine.preflight(grant, operation));
    }
    return command(grant, (Vector.OfCommand) question);
  }

  private Grant grant() {
    if (!vector.hasToken()) {
      return engine.anonymous();
    }
    String account = vector.account();
    return account == null
        ? engine.grantWithoutAccount(vector.capabilities())
        : engine.grant(account, vector.capabilities());
  }

  private Operation operation(String id) throws UnknownName {
    List<Operation> operations = engine.catalogue().operations();
    return engine
        .catalogue()
        .operation(id)
        .orElseThrow(
            () ->
                UnknownName.of(
                    work.nearest(),
                    "operation",
                    id,
                    operations.stream().map(Operation::id).toList()));
  }

  /** Counts what each capability of the token gives, before a grant is made of them. */
  private void countGiven() throws TooMuchWork {
    for (String raw : vector.capabilities()) {
      Capability capability = engine.catalogue().capability(raw).orElse(null);
      if (capability != null
          && !work.given().admit(engine.catalogue().closure(List.of(capability)).size())) {
        throw new TooMuchWork(
            ("the capabilities of this vector and of those before it give more than %s: split the"
                    + " file, or name fewer capabilities that imply others")
                .formatted(work.given().most()));
      }
    }
  }

  /** Counts what an answer says of some requirements, before it is made. */
  private void count(Collection<Requirement> requirements) throws TooMuchWork {
    long more = 0;
    for (Requirement requirement : requirements) {
      more += 1 + requirement.alternatives().stream().mapToLong(Set::size).sum();
    }
    if (!work.answers().admit(more)) {
      throw new TooMuchWork(
          ("this vector and those before it take more than %s steps: split the file, or ask"
                  + " commands that make fewer calls")
              .formatted(work.answers().most()));
    }
  }

  private Answer answer(Grant grant, Decision decision) throws TooMuchWork {
    count(decision.asked().stream().map(Operation::requirement).toList());
    Explanation explanation = engine.explain(grant, decision);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("reason", decision.reason().code());
    decision.operation().ifPresent(operation -> members.put("operation", operation.id()));
    if (!decision.allow().isEmpty()) {
      members.put("allow", List.<Object>copyOf(decision.allow()));
    }
    members.put("missing", VectorAnswers.lists(explanation.missing()));
    members.put("enough", VectorAnswers.texts(explanation.enough()));
    return new Answer(decision.reason(), members, decision.asked(), explanation.missing());
  }

  private static Answer preflight(Preflight preflight) {
    Map<String, Object> members = new LinkedHashMap<>();
    List<List<Capability>> missing = preflight.calls().get(0).missing();
    members.put("reason", preflight.reason().code());
    members.put("missing", VectorAnswers.lists(missing));
    members.put("enough", VectorAnswers.texts(preflight.enough()));
    return new Answer(preflight.reason(), members, operations(preflight), missing);
  }

  private Answer command(Grant grant, Vector.OfCommand question) throws UnknownName, TooMuchWork {
    Command command =
        engine
            .catalogue()
            .command(question.spelling())
            .orElseThrow(
                () ->
                    UnknownName.of(
                        work.nearest(),
                        "command",
                        question.spelling(),
                        engine.catalogue().spellings()));
    Set<String> conditions = command.conditionNames();
    for (String name : question.when()) {
      if (!conditions.contains(name)) {
        throw UnknownName.of(work.nearest(), "condition", name, conditions);
      }
    }
    if (command.calls().isEmpty() && question.when().isEmpty()) {
      throw UnknownName.condition(command.name(), conditions);
    }
    count(command.calls(Set.copyOf(question.when())).stream().map(Call::requirement).toList());
    Preflight preflight = engine.preflight(grant, command, question.when());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("reason", preflight.reason().code());
    members.put("command", command.name());
    List<Object> failing = new ArrayList<>();
    List<List<Capability>> missing = new ArrayList<>();
    for (Preflight.CallAnswer call : preflight.calls()) {
      if (call.reason() != Reason.ALLOWED) {
        failing.add(VectorAnswers.of(call));
        missing.addAll(call.missing());
      }
    }
    members.put("calls", failing);
    members.put("enough", VectorAnswers.texts(preflight.enough()));
    return new Answer(preflight.reason(), members, operations(preflight), missing);
  }

  private static List<Operation> operations(Preflight preflight) {
    List<Operation> operations = new ArrayList<>();
    for (Preflight.CallAnswer answer : preflight.calls()) {
      if (answer.call() instanceof Call.Known known) {
        operations.add(known.operation());
      }
    }
    return operations;
  }

  /** Takes note of what the vector, which passed, touches. */
  void touch(Answer answer, Touched touched) {
    touched.reasons().add(answer.reason());
    touched.operations().addAll(answer.asked());
    if (answer.reason() == Reason.MISSING_CAPABILITY) {
      answer.missing().forEach(touched.missed()::addAll);
    } else if (answer.reason() == Reason.ALLOWED) {
      touchNeeded(answer, touched);
    }
  }

  private void touchNeeded(Answer answer, Touched touched) {
    Set<Capability> given = new LinkedHashSet<>();
    vector.capabilities().forEach(raw -> engine.catalogue().capability(raw).ifPresent(given::add));
    Sufficiency sufficiency = new Sufficiency(engine.catalogue(), answer.asked(), given);
    for (Capability capability : given) {
      if (!sufficiency.leaveOut(capability).isEmpty()) {
        touched.needed().add(capability);
      }
      sufficiency.putBack(capability);
    }
  }
}
