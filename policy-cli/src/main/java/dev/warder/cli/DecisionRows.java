package dev.warder.cli;

import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.engine.Reason;
import dev.warder.model.Operation;
import java.util.List;
import java.util.function.Predicate;

/** A decision, put to people. */
final class DecisionRows {
  private DecisionRows() {}

  static void add(DecisionAnswer answer, Rows rows) {
    Decision decision = answer.decision();
    Explanation explanation = answer.explanation();
    Reason reason = decision.reason();
    rows.add("reason", reason.code() + " (" + Words.meaning(reason, answer.grant()) + ")");
    rows.add("status", Integer.toString(reason.status()));
    decision.operation().ifPresent(operation -> rows.add("operation", Words.of(operation)));
    rows.add("also asked", others(decision));
    if (reason == Reason.MISSING_CAPABILITY) {
      rows.add("missing", Words.missing(explanation.missing()));
      PlainOutput.addEnough(rows, explanation.enough());
    }
    if (!decision.allow().isEmpty()) {
      rows.add("allow", String.join(", ", decision.allow()));
    }
    answer.hint().ifPresent(hint -> rows.add("hint", hint));
    explanation.documentation().ifPresent(address -> rows.add("see", address));
  }

  private static List<String> others(Decision decision) {
    Predicate<Operation> isAbout =
        operation -> decision.operation().filter(operation::equals).isPresent();
    return decision.asked().stream()
        .filter(isAbout.negate())
        .map(operation -> Words.of(operation))
        .toList();
  }
}
