package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.AccountRule;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation among those that a request asks: where its account stands in a path, what it
 * requires, and the decisions when it denies.
 */
final class AskedOperation {
  private static final int NOT_FIXED = -1;

  final Operation operation;
  final Decision wrongAccount;
  final Decision unavailable;
  final Decision missing;
  private final CompiledRequirement requirement;
  private final @Nullable String ownedKind;
  private final int segment;
  private final int fixedStart;

  AskedOperation(
      PolicyEngine engine,
      Operation operation,
      CompiledRequirement requirement,
      ImmutableList<Operation> asked) {
    this.operation = operation;
    this.requirement = requirement;
    this.ownedKind =
        operation.accountRule() instanceof AccountRule.Owned owned ? owned.kind() : null;
    this.segment = Segments.account(operation);
    this.fixedStart = fixedStart(operation.template().segments(), segment);
    this.wrongAccount = decision(engine, Reason.WRONG_ACCOUNT, operation, asked);
    this.unavailable = decision(engine, Reason.UNAVAILABLE, operation, asked);
    this.missing = decision(engine, Reason.MISSING_CAPABILITY, operation, asked);
  }

  static Decision decision(
      PolicyEngine engine, Reason reason, Operation operation, ImmutableList<Operation> asked) {
    return new Decision(engine, reason, operation, asked, ImmutableSet.of());
  }

  /** Returns where a segment begins in every path, when only literals stand before it. */
  private static int fixedStart(List<PathSegment> segments, int segment) {
    int start = 1;
    for (int i = 0; i < segment; i++) {
      if (!(segments.get(i) instanceof PathSegment.Literal literal)) {
        return NOT_FIXED;
      }
      start += literal.text().length() + 1;
    }
    return start;
  }

  /** Runs the account step on a path that the template matches; null when it passes. */
  @Nullable Decision denyAccount(@Nullable String account, String path, ResourceOwners owners) {
    if (segment < 0 || (ownedKind != null && owners == CheckedByCaller.WAIVER)) {
      return null;
    }
    if (account == null) {
      return wrongAccount;
    }
    int start = fixedStart == NOT_FIXED ? Segments.start(path, segment) : fixedStart;
    int end = Segments.end(path, start);
    if (ownedKind != null) {
      return denyOwner(owners, account, ownedKind, path, start, end);
    }
    boolean isSame = account.length() == end - start && path.startsWith(account, start);
    return isSame ? null : wrongAccount;
  }

  /** Runs the account step for a resource whose account is known; null when it passes. */
  @Nullable Decision denyAccount(@Nullable String account, @Nullable String resourceAccount) {
    boolean passes = segment < 0 || (account != null && account.equals(resourceAccount));
    return passes ? null : wrongAccount;
  }

  /** An error narrows: whatever goes wrong in the host's look-up is no ownership. */
  private @Nullable Decision denyOwner(
      ResourceOwners owners, String account, String kind, String path, int start, int end) {
    @Nullable Ownership answer;
    try {
      answer = owners.ownership(account, kind, path, start, end);
    } catch (Exception e) {
      return unavailable;
    }
    return answer == Ownership.OWNED
        ? null
        : answer == Ownership.NOT_OWNED ? wrongAccount : unavailable;
  }

  /** Runs the capabilities step; null when it passes. */
  @Nullable Decision denyCapabilities(Grant grant) {
    return requirement.isMetBy(grant.held) ? null : missing;
  }
}
