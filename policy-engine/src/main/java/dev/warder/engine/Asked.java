package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a method and path ask, in catalogue order, with every decision that they can
 * come to. This is where the steps of the decision rule from <em>mapped</em> on stand. Nearly
 * always one operation is asked, so the first is kept apart from the others.
 */
final class Asked {
  final ImmutableList<Operation> operations;
  private final AskedOperation first;
  private final AskedOperation[] others;
  private final @Nullable Decision unmapped;
  private final Decision allowed;

  Asked(
      PolicyEngine engine,
      List<Operation> operations,
      Function<Requirement, CompiledRequirement> requirements) {
    this.operations = ImmutableList.copyOf(operations);
    AskedOperation[] asked =
        operations.stream()
            .map(
                operation ->
                    new AskedOperation(
                        engine,
                        operation,
                        requirements.apply(operation.requirement()),
                        this.operations))
            .toArray(AskedOperation[]::new);
    this.first = asked[0];
    this.others = Arrays.copyOfRange(asked, 1, asked.length);
    this.unmapped =
        operations.stream()
            .filter(o -> o.requirement() == Requirement.Fixed.UNMAPPED)
            .findFirst()
            .map(o -> decision(engine, Reason.UNMAPPED_OPERATION, o))
            .orElse(null);
    this.allowed = decision(engine, Reason.ALLOWED, first.operation);
  }

  private Decision decision(PolicyEngine engine, Reason reason, Operation operation) {
    return AskedOperation.decision(engine, reason, operation, operations);
  }

  /** Returns whether this operation, where there is one alone, is or equals another. */
  @SuppressWarnings("ReferenceEquality") // first the cheap comparison, which nearly always holds
  boolean isOnly(Operation operation) {
    return first.operation == operation || first.operation.equals(operation);
  }

  /** Decides on a path that the templates of all operations match. */
  Decision decide(Grant grant, String path, ResourceOwners owners) {
    if (unmapped != null) {
      return unmapped;
    }
    Decision denied = first.denyAccount(grant.account, path, owners);
    for (int i = 0; denied == null && i < others.length; i++) {
      denied = others[i].denyAccount(grant.account, path, owners);
    }
    return denied == null ? decideCapabilities(grant) : denied;
  }

  /** Decides on the first operation alone, for a resource whose account is known. */
  Decision decide(Grant grant, @Nullable String resourceAccount) {
    if (unmapped != null) {
      return unmapped;
    }
    Decision denied = first.denyAccount(grant.account, resourceAccount);
    return denied == null ? decideCapabilities(grant) : denied;
  }

  /** Decides without looking at accounts. */
  Decision preflight(Grant grant) {
    return unmapped == null ? decideCapabilities(grant) : unmapped;
  }

  private Decision decideCapabilities(Grant grant) {
    Decision denied = first.denyCapabilities(grant);
    for (int i = 0; denied == null && i < others.length; i++) {
      denied = others[i].denyCapabilities(grant);
    }
    return denied == null ? allowed : denied;
  }
}
