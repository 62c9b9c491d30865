package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a method and path ask, in catalogue order, with every decision that they can
 * come to. This is where the steps of the decision rule from <em>mapped</em> on stand.
 */
final class Asked {
  /** One operation asked, with its decisions. */
  private static final class Part {
    final CompiledOperation compiled;
    final Decision wrongAccount;
    final Decision unavailable;
    final Decision missing;

    Part(PolicyEngine engine, CompiledOperation compiled, ImmutableList<Operation> asked) {
      this.compiled = compiled;
      this.wrongAccount = decision(engine, Reason.WRONG_ACCOUNT, compiled.operation, asked);
      this.unavailable = decision(engine, Reason.UNAVAILABLE, compiled.operation, asked);
      this.missing = decision(engine, Reason.MISSING_CAPABILITY, compiled.operation, asked);
    }
  }

  final ImmutableList<Operation> operations;
  private final Part[] parts;
  private final @Nullable Decision unmapped;
  private final Decision allowed;

  Asked(PolicyEngine engine, List<CompiledOperation> compiled) {
    this.operations =
        compiled.stream().map(c -> c.operation).collect(ImmutableList.toImmutableList());
    this.parts = compiled.stream().map(c -> new Part(engine, c, operations)).toArray(Part[]::new);
    this.unmapped =
        compiled.stream()
            .filter(c -> !c.isMapped)
            .findFirst()
            .map(c -> decision(engine, Reason.UNMAPPED_OPERATION, c.operation, operations))
            .orElse(null);
    this.allowed = decision(engine, Reason.ALLOWED, operations.get(0), operations);
  }

  private static Decision decision(
      PolicyEngine engine, Reason reason, Operation operation, ImmutableList<Operation> asked) {
    return new Decision(engine, reason, operation, asked, ImmutableSet.of());
  }

  /** Returns the operation, where there is one alone. */
  CompiledOperation only() {
    return parts[0].compiled;
  }

  /** Returns whether this operation, where there is one alone, is or equals another. */
  @SuppressWarnings("ReferenceEquality") // first the cheap comparison, which nearly always holds
  boolean isOnly(Operation operation) {
    return only().operation == operation || only().operation.equals(operation);
  }

  /** Decides on a path that the templates of all operations match. */
  Decision decide(Grant grant, String path, ResourceOwners owners) {
    Decision denied = unmapped;
    for (int i = 0; denied == null && i < parts.length; i++) {
      denied = denial(parts[i], parts[i].compiled.ownership(grant.account, path, owners));
    }
    return denied == null ? decideCapabilities(grant) : denied;
  }

  /** Decides on a resource whose account is known. */
  Decision decide(Grant grant, @Nullable String resourceAccount) {
    Decision denied = unmapped;
    for (int i = 0; denied == null && i < parts.length; i++) {
      denied = denial(parts[i], parts[i].compiled.ownership(grant.account, resourceAccount));
    }
    return denied == null ? decideCapabilities(grant) : denied;
  }

  /** Decides without looking at accounts. */
  Decision preflight(Grant grant) {
    return unmapped == null ? decideCapabilities(grant) : unmapped;
  }

  private static @Nullable Decision denial(Part part, Ownership ownership) {
    return switch (ownership) {
      case OWNED -> null;
      case NOT_OWNED -> part.wrongAccount;
      case UNAVAILABLE -> part.unavailable;
    };
  }

  private Decision decideCapabilities(Grant grant) {
    for (Part part : parts) {
      if (!part.compiled.requirement.isMetBy(grant.held)) {
        return part.missing;
      }
    }
    return allowed;
  }
}
