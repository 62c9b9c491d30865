package dev.warder.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Puts the questions of vectors to an engine. */
final class EngineAnswers {
  private final Catalogue catalogue;
  private final PolicyEngine engine;

  EngineAnswers(VectorFile file) throws Exception {
    this.catalogue = file.readCatalogue();
    this.engine =
        PolicyEngine.compile(
            catalogue,
            file.areOwnersCheckedByCaller()
                ? ResourceOwners.checkedByCaller()
                : (account, kind, path, start, end) ->
                    file.ownership(account, kind, path.substring(start, end)));
  }

  VectorFile.Answer answer(VectorFile.Vector vector) {
    Grant grant = grant(vector);
    if (vector.path() != null) {
      return answer(
          grant, engine.decide(grant, vector.method(), vector.path(), vector.requestAccount()));
    }
    if (vector.operation() != null) {
      Operation operation = catalogue.operation(vector.operation()).orElseThrow();
      return answer(grant, engine.decide(grant, operation, vector.resourceAccount()));
    }
    if (vector.preflight() != null) {
      Operation operation = catalogue.operation(vector.preflight()).orElseThrow();
      Preflight preflight = engine.preflight(grant, operation);
      return new VectorFile.Answer(
          preflight.reason().code(),
          null,
          null,
          texts(preflight.calls().get(0).missing()),
          texts(preflight.enough()),
          null,
          null);
    }
    Command command = catalogue.command(vector.command()).orElseThrow();
    Set<String> when = vector.when() == null ? Set.of() : Set.copyOf(vector.when());
    Preflight preflight = engine.preflight(grant, command, when);
    return new VectorFile.Answer(
        preflight.reason().code(),
        null,
        null,
        null,
        texts(preflight.enough()),
        command.name(),
        preflight.calls().stream()
            .filter(answer -> answer.reason() != Reason.ALLOWED)
            .map(EngineAnswers::failing)
            .toList());
  }

  private Grant grant(VectorFile.Vector vector) {
    if (vector.capabilities() == null) {
      return engine.anonymous();
    }
    return vector.account() == null
        ? engine.grantWithoutAccount(vector.capabilities())
        : engine.grant(vector.account(), vector.capabilities());
  }

  private VectorFile.Answer answer(Grant grant, Decision decision) {
    Explanation explanation = engine.explain(grant, decision);
    return new VectorFile.Answer(
        decision.reason().code(),
        decision.operation().map(Operation::id).orElse(null),
        decision.allow().isEmpty() ? null : List.copyOf(decision.allow()),
        texts(explanation.missing()),
        texts(explanation.enough()),
        null,
        null);
  }

  private static VectorFile.CallAnswer failing(Preflight.CallAnswer answer) {
    return new VectorFile.CallAnswer(
        json(answer.call()),
        answer.reason().code(),
        answer.reason() == Reason.MISSING_CAPABILITY ? texts(answer.missing()) : null);
  }

  static JsonNode json(Call call) {
    return call instanceof Call.Unspecified unspecified
        ? JsonNodeFactory.instance.objectNode().put("unspecified", unspecified.description())
        : JsonNodeFactory.instance.textNode(call.toString());
  }

  private static List<String> texts(Collection<Capability> capabilities) {
    return capabilities.stream().map(Capability::raw).toList();
  }

  private static List<List<String>> texts(List<List<Capability>> missing) {
    return missing.stream().map(EngineAnswers::texts).toList();
  }
}
