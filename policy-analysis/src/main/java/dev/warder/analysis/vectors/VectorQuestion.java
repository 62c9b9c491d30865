package dev.warder.analysis.vectors;

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
import dev.warder.model.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final Nearest nearest;

  /** Asks one vector; the search for near names is that of all vectors of the file. */
  VectorQuestion(PolicyEngine engine, Vector vector, Nearest nearest) {
    this.nearest = nearest;
    this.engine = engine;
    this.vector = vector;
  }

  Answer answer() throws UnknownName {
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
      return preflight(engine.preflight(grant, operation(asked.operation())));
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
                    nearest, "operation", id, operations.stream().map(Operation::id).toList()));
  }

  private Answer answer(Grant grant, Decision decision) {
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

  private Answer command(Grant grant, Vector.OfCommand question) throws UnknownName {
    Command command =
        engine
            .catalogue()
            .command(question.spelling())
            .orElseThrow(
                () ->
                    UnknownName.of(
                        nearest, "command", question.spelling(), engine.catalogue().spellings()));
    Set<String> conditions = command.conditionNames();
    for (String name : question.when()) {
      if (!conditions.contains(name)) {
        throw UnknownName.of(nearest, "condition", name, conditions);
      }
    }
    if (command.calls().isEmpty() && question.when().isEmpty()) {
      throw UnknownName.condition(command.name(), conditions);
    }
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
      touched
          .needed()
          .addAll(
              new NeededCapabilities(engine.catalogue(), vector.capabilities(), answer.asked())
                  .needed());
    }
  }
}
