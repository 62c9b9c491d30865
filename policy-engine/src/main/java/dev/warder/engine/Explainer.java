package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers the dear questions: what is missing, what would be enough, who is affected. */
final class Explainer {
  private final Catalogue catalogue;
  private final DecisionTable table;
  private final Callers callers;

  Explainer(Catalogue catalogue, DecisionTable table) {
    this.catalogue = catalogue;
    this.table = table;
    this.callers = new Callers(catalogue.commands());
  }

  Explanation explain(Grant grant, Decision decision) {
    Optional<Operation> about = decision.operation();
    Set<Capability> enough = new LinkedHashSet<>();
    decision.asked().forEach(operation -> enough.addAll(addition(grant, operation)));
    return new Explanation(
        decision,
        about.map(operation -> missing(grant, operation)).orElse(ImmutableList.of()),
        catalogue.withoutImplied(enough),
        about.map(callers::of).orElse(ImmutableList.of()),
        about.flatMap(Operation::documentation).or(catalogue::documentation).orElse(null),
        catalogue.fingerprint());
  }

  Preflight preflight(Grant grant, Set<Call> calls) {
    List<Preflight.CallAnswer> answers = new ArrayList<>();
    Set<Capability> enough = new LinkedHashSet<>();
    for (Call call : calls) {
      Reason reason =
          call instanceof Call.Known known
              ? table.asked(known.operation()).preflight(grant).reason()
              : Reason.UNMAPPED_OPERATION;
      List<List<Capability>> missing = ImmutableList.of();
      if (reason == Reason.MISSING_CAPABILITY) {
        missing = call.requirement().missing(grant::holds);
        enough.addAll(catalogue.smallestAddition(call.requirement(), missing));
      }
      answers.add(new Preflight.CallAnswer(call, reason, missing));
    }
    return new Preflight(answers, catalogue.withoutImplied(enough));
  }

  private static List<List<Capability>> missing(Grant grant, Operation operation) {
    return operation.requirement().missing(grant::holds);
  }

  private Set<Capability> addition(Grant grant, Operation operation) {
    return catalogue.smallestAddition(operation.requirement(), missing(grant, operation));
  }
}
