package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is this token allowed this operation, on a resource of this account? */
record OperationQuestion(String id, @Nullable String resourceAccount) implements CheckQuestion {

  /** Asks for the accounts only where the decision comes down to them, as a request does. */
  @Override
  public CheckAnswer ask(PolicyEngine engine, AskedToken token) throws NoAnswer {
    Operation operation = find(engine.catalogue(), id, new Unknown());
    if (comparesAccounts(engine, operation)) {
      checkAccounts(token);
    }
    Grant grant = token.grant(engine);
    Decision decision = engine.decide(grant, operation, resourceAccount);
    return DecisionAnswer.of(engine, grant, decision, Optional.empty());
  }

  /** Returns whether the decision comes down to accounts. */
  static boolean comparesAccounts(PolicyEngine engine, Operation operation) {
    return engine.decide(engine.anonymous(), operation, null).reason() == Reason.WRONG_ACCOUNT;
  }

  static Operation find(Catalogue catalogue, String id, Unknown unknown) throws NoAnswer {
    Optional<Operation> operation = catalogue.operation(id);
    if (operation.isEmpty()) {
      throw unknown.operation(catalogue, id);
    }
    return operation.get();
  }

  private void checkAccounts(AskedToken token) throws NoAnswer {
    List<String> options = new ArrayList<>();
    if (token.lacksAccount()) {
      options.add("--account ACCOUNT");
    }
    if (resourceAccount == null && !token.isNone()) {
      options.add("--resource-account ACCOUNT");
    }
    if (!options.isEmpty()) {
      throw NoAnswer.because(
          id + " compares accounts, so also needed: " + String.join(", ", options));
    }
  }
}
