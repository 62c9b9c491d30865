package dev.warder.engine;

import dev.warder.model.AccountRule;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation, ready to be asked: where its account stands in a path, and what it requires. */
final class CompiledOperation {
  private static final int NOT_FIXED = -1;

  final Operation operation;
  final boolean isMapped;
  final CompiledRequirement requirement;
  private final AccountRule rule;
  private final @Nullable String ownedKind;
  private final int segment;
  private final int fixedStart;

  CompiledOperation(Operation operation, CompiledRequirement requirement) {
    this.operation = operation;
    this.isMapped = operation.requirement() != Requirement.Fixed.UNMAPPED;
    this.requirement = requirement;
    this.rule = operation.accountRule();
    this.ownedKind = rule instanceof AccountRule.Owned owned ? owned.kind() : null;
    this.segment = AutomatonCompiler.accountSegment(operation);
    this.fixedStart = fixedStart(operation.template().segments(), segment);
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

  /** Runs the account step on a path that this operation's template matches. */
  Ownership ownership(@Nullable String account, String path, ResourceOwners owners) {
    if (segment < 0 || (ownedKind != null && owners == CheckedByCaller.WAIVER)) {
      return Ownership.OWNED;
    }
    if (account == null) {
      return Ownership.NOT_OWNED;
    }
    int start = fixedStart == NOT_FIXED ? Segments.start(path, segment) : fixedStart;
    int end = Segments.end(path, start);
    if (ownedKind != null) {
      return ask(owners, account, ownedKind, path, start, end);
    }
    return account.length() == end - start && path.startsWith(account, start)
        ? Ownership.OWNED
        : Ownership.NOT_OWNED;
  }

  /** Runs the account step for a resource whose account is known. */
  Ownership ownership(@Nullable String account, @Nullable String resourceAccount) {
    return segment < 0 || (account != null && account.equals(resourceAccount))
        ? Ownership.OWNED
        : Ownership.NOT_OWNED;
  }

  /** An error narrows: whatever goes wrong in the host's look-up is no ownership. */
  private static Ownership ask(
      ResourceOwners owners, String account, String kind, String path, int start, int end) {
    try {
      @Nullable Ownership answer = owners.ownership(account, kind, path, start, end);
      return answer == null ? Ownership.UNAVAILABLE : answer;
    } catch (RuntimeException e) {
      return Ownership.UNAVAILABLE;
    }
  }
}
