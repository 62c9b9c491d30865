package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several operations that a method and path ask, none of which beats another. Each step is run for
 * all of them before the next.
 */
final class AskedTogether extends Asked {
  private final ImmutableList<Operation> operations;
  private final AskedOperation[] each;
  private final @Nullable Decision unmapped;
  private final Decision allowed;

  AskedTogether(
      EngineIdentity madeBy,
      List<Operation> asked,
      Function<Requirement, CompiledRequirement> requirements) {
    this.operations = ImmutableList.copyOf(asked);
    this.allowed = decision(madeBy, Reason.ALLOWED, operations.get(0));
    this.each =
        operations.stream()
            .map(
                operation ->
                    new AskedOperation(
                        madeBy,
                        operation,
                        requirements.apply(operation.requirement()),
                        operations,
                        allowed))
            .toArray(AskedOperation[]::new);
    this.unmapped =
        operations.stream()
            .filter(operation -> operation.requirement() == Requirement.Fixed.UNMAPPED)
            .findFirst()
            .map(o -> decision(madeBy, Reason.UNMAPPED_OPERATION, o))
            .orElse(null);
  }

  private Decision decision(EngineIdentity madeBy, Reason reason, Operation operation) {
    return new Decision(madeBy, reason, Optional.of(operation), operations, ImmutableSet.of());
  }

  @Override
  ImmutableList<Operation> operations() {
    return operations;
  }

  @Override
  Decision decide(
      Grant grant, String path, @Nullable String requestAccount, ResourceOwners owners) {
    if (unmapped != null) {
      return unmapped;
    }
    for (AskedOperation operation : each) {
      Decision denied = operation.denyAccount(grant, path, requestAccount, owners);
      if (denied != null) {
        return denied;
      }
    }
    for (AskedOperation operation : each) {
      Decision denied = operation.denyCapabilities(grant);
      if (denied != null) {
        return denied;
      }
    }
    return allowed;
  }
}
