package dev.warder.analysis.openapi;

import dev.warder.model.Steps;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what reading the requirements of all operations takes, before any is read. The root's
 * {@code security} is written once and read for each operation that has none of its own.
 */
final class SecurityWork {
  /** Ten thousand operations that each require two scopes of one scheme take 40,000. */
  static final long MAX_STEPS = 1_000_000;

  private final ScopeList scopeList;
  private final Steps steps;

  /** A list that several operations share is one object, and its size is worked out once. */
  private final IdentityHashMap<SecurityList, Long> sizes = new IdentityHashMap<>();

  SecurityWork(ScopeList scopeList, Steps steps) {
    this.scopeList = scopeList;
    this.steps = steps;
  }

  /** Returns the operation at which there are too many steps, or null. */
  @Nullable DocumentedOperation tooMuch(List<DocumentedOperation> operations) {
    for (DocumentedOperation operation : operations) {
      SecurityList security = operation.security().orElse(null);
      if (security != null && !steps.admit(sizes.computeIfAbsent(security, this::size))) {
        return operation;
      }
    }
    return null;
  }

  private long size(SecurityList security) {
    return security.alternatives().stream().mapToLong(this::size).sum();
  }

  /**
   * Returns one for the alternative, for each scheme and for each scope, and where any scope will
   * do one for each scope in each set made of these. At most one set more than is allowed is made.
   */
  private long size(SecurityList.Alternative alternative) {
    long size = 1;
    long sets = 1;
    long schemes = 0;
    for (List<String> scopes : alternative.scopesByScheme().values()) {
      schemes++;
      sets = Math.min(sets * scopes.size(), RequirementImport.MAX_ALTERNATIVES + 1);
      size += 1 + scopes.size() + (scopeList == ScopeList.ALL_OF ? 0 : sets * schemes);
    }
    return size;
  }
}
