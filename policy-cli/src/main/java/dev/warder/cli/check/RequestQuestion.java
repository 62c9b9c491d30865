package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.Match;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is this token allowed this request? */
record RequestQuestion(String method, String path, @Nullable String requestAccount, Owners owners)
    implements CheckQuestion {

  /**
   * Asks for an account or an owner only where the decision comes down to it: the step
   * <em>account</em> is reached exactly when it is what the anonymous grant fails, an owner is
   * looked up exactly when its being unavailable is the reason, and the request's account is
   * compared exactly when the token's own would give another decision. A denial at an earlier step
   * stands.
   */
  @Override
  public CheckAnswer ask(PolicyEngine engine, AskedToken token) throws NoAnswer {
    owners.checkKinds(Owners.kinds(engine.catalogue()), new Unknown());
    Match match = engine.match(method, path, requestAccount);
    if (token.lacksAccount() && comparesAccounts(engine, match, owners)) {
      throw needs(match, "--account ACCOUNT");
    }
    Grant grant = token.grant(engine);
    Decision decision = engine.decide(grant, match, owners);
    if (decision.reason() == Reason.UNAVAILABLE
        || dependsOnRequestAccount(engine, grant, token, decision)) {
      throw needs(match);
    }
    return DecisionAnswer.of(
        engine, grant, decision, RequestHint.of(engine, method, path, decision));
  }

  /** Returns whether the decision comes down to accounts. */
  static boolean comparesAccounts(PolicyEngine engine, Match match, Owners owners) {
    return engine.decide(engine.anonymous(), match, owners).reason() == Reason.WRONG_ACCOUNT;
  }

  private boolean dependsOnRequestAccount(
      PolicyEngine engine, Grant grant, AskedToken token, Decision decision) {
    return requestAccount == null
        && token.account() != null
        && !engine
            .decide(grant, engine.match(method, path, token.account()), owners)
            .equals(decision);
  }

  private NoAnswer needs(Match match, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    if (requestAccount == null
        && match.operations().stream().anyMatch(o -> o.accountRule().comparesRequestAccount())) {
      options.add("--request-account ACCOUNT");
    }
    owners
        .notGiven(match)
        .forEach(
            resource ->
                options.add("--owner " + resource.kind() + "/" + resource.id() + "=ACCOUNT"));
    List<String> comparing =
        match.operations().stream()
            .filter(operation -> operation.accountRule().unchecked().isEmpty())
            .map(Operation::id)
            .toList();
    return NoAnswer.because(
        String.join(" and ", comparing)
            + (comparing.size() == 1 ? " compares" : " compare")
            + " accounts, so also needed: "
            + String.join(", ", options));
  }
}
