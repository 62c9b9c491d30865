package dev.warder.engine;

import dev.warder.engine.ReferenceEvaluator.Answer;
import dev.warder.engine.ReferenceEvaluator.CommandAnswer;
import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.engine.ReferenceEvaluator.Says;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.List;
import java.util.Set;

/** Puts the questions of vectors to the reference. */
final class ReferenceAnswers {
  private final Catalogue catalogue;
  private final ReferenceEvaluator reference;

  ReferenceAnswers(VectorFile file) throws Exception {
    this.catalogue = file.readCatalogue();
    this.reference =
        new ReferenceEvaluator(
            catalogue,
            file.areOwnersCheckedByCaller()
                ? null
                : (account, kind, id) -> says(file.ownership(account, kind, id)),
            PathLimits.DEFAULT);
  }

  private static Says says(Ownership ownership) {
    return switch (ownership) {
      case OWNED -> Says.YES;
      case NOT_OWNED -> Says.NO;
      case UNAVAILABLE -> Says.CANNOT_TELL;
    };
  }

  VectorFile.Answer answer(VectorFile.Vector vector) {
    Holder holder =
        vector.capabilities() == null
            ? Holder.ANONYMOUS
            : Holder.of(vector.account(), vector.capabilities());
    if (vector.path() != null) {
      return answer(
          reference.decide(holder, vector.method(), vector.path(), vector.requestAccount()));
    }
    if (vector.operation() != null) {
      Operation operation = catalogue.operation(vector.operation()).orElseThrow();
      return answer(reference.decide(holder, operation, vector.resourceAccount()));
    }
    if (vector.preflight() != null) {
      Operation operation = catalogue.operation(vector.preflight()).orElseThrow();
      Answer answer = reference.preflight(holder, operation);
      List<String> enough = List.copyOf(answer.enough());
      return new VectorFile.Answer(
          answer.reason(), null, null, answer.missing(), enough, null, null);
    }
    Command command = catalogue.command(vector.command()).orElseThrow();
    Set<String> when = vector.when() == null ? Set.of() : Set.copyOf(vector.when());
    return answer(command, reference.preflight(holder, command, when));
  }

  private static VectorFile.Answer answer(Answer answer) {
    return new VectorFile.Answer(
        answer.reason(),
        answer.operation() == null ? null : answer.operation().id(),
        answer.allow().isEmpty() ? null : answer.allow(),
        answer.missing(),
        List.copyOf(answer.enough()),
        null,
        null);
  }

  private static VectorFile.Answer answer(Command command, CommandAnswer answer) {
    List<VectorFile.CallAnswer> failing =
        answer.calls().stream()
            .filter(call -> !call.reason().equals("allowed"))
            .map(ReferenceAnswers::failing)
            .toList();
    List<String> enough = List.copyOf(answer.enough());
    return new VectorFile.Answer(
        answer.reason(), null, null, null, enough, command.name(), failing);
  }

  private static VectorFile.CallAnswer failing(ReferenceEvaluator.CallAnswer answer) {
    return new VectorFile.CallAnswer(
        EngineAnswers.json(answer.call()),
        answer.reason(),
        answer.reason().equals("missing-capability") ? answer.missing() : null);
  }
}
