package dev.warder.cli.check;

import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.Wording;
import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The decision on a request or an operation.
 *
 * @param hint what may have gone wrong in the request's own text
 */
record DecisionAnswer(Grant grant, Explanation explanation, Optional<String> hint)
    implements CheckAnswer {

  static DecisionAnswer of(
      PolicyEngine engine, Grant grant, Decision decision, Optional<String> hint) {
    return new DecisionAnswer(grant, engine.explain(grant, decision), hint);
  }

  @Override
  public boolean isAllowed() {
    return explanation.decision().isAllowed();
  }

  @Override
  public Set<String> unknown() {
    return grant.unknown();
  }

  @Override
  public void add(NamedRows rows) {
    Decision decision = explanation.decision();
    Reason reason = decision.reason();
    rows.add("reason", reason + " (" + meaning(decision, grant) + ")");
    rows.add("status", reason.status());
    rows.add("operation", decision.operation().map(Wording::of));
    rows.add("also asked", others(decision));
    if (reason == Reason.MISSING_CAPABILITY) {
      rows.add(
          "missing",
          Wording.missing(decision.operation().orElseThrow().requirement(), explanation.missing()));
      rows.add("enough", Wording.enough(explanation.enough()));
    }
    if (!decision.allow().isEmpty()) {
      rows.add("allow", String.join(", ", decision.allow()));
    }
    rows.add("hint", hint);
    rows.add("see", explanation.documentation());
  }

  /** Returns what a decision's reason means to this grant, in a few words. */
  private static String meaning(Decision decision, Grant grant) {
    Reason reason = decision.reason();
    boolean isAnonymous = grant.isAnonymous();
    return switch (reason) {
      case WRONG_ACCOUNT ->
          isAnonymous
              ? "without a token there is no account"
              : grant.account().isEmpty()
                  ? "the token has no account"
                  : asksNoOwner(decision)
                      ? "the account is not the token's, or none is named"
                      : ReasonText.of(reason).means();
      case MISSING_CAPABILITY ->
          isAnonymous
              ? "a token is needed and there is none"
              : "the token does not carry what the operation needs";
      default -> ReasonText.of(reason).means();
    };
  }

  private static boolean asksNoOwner(Decision decision) {
    return decision
        .operation()
        .filter(operation -> operation.accountRule().owners().isEmpty())
        .isPresent();
  }

  private static List<String> others(Decision decision) {
    Optional<Operation> about = decision.operation();
    return decision.asked().stream()
        .filter(operation -> !about.equals(Optional.of(operation)))
        .map(Wording::of)
        .toList();
  }

  @Override
  public void write(JsonObject json) {
    write(json, explanation.decision(), () -> explanation);
    json.put("unknownCapabilities", unknown());
  }

  /** Writes a decision, with what is missing where that is what denies. */
  static void write(JsonObject json, Decision decision, Supplier<Explanation> explanation) {
    CheckAnswer.write(json, decision.reason());
    json.putIfPresent("operation", decision.operation().map(Operation::id));
    if (decision.reason() == Reason.MISSING_CAPABILITY) {
      json.put("missing", explanation.get().missing());
      json.put("enough", explanation.get().enough());
    }
    if (decision.reason() == Reason.METHOD_NOT_ALLOWED) {
      json.put("allow", decision.allow());
    }
  }
}
