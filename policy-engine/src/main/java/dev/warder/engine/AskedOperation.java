package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation that a request asks, alone or among several: where its account stands in a path,
 * what it requires, and the decisions that it comes to. Everything that deciding looks at is in
 * this one object, since at ten thousand operations each further object is another cache miss.
 */
final class AskedOperation extends Asked {
  private static final int NOT_FIXED = -1;
  private static final ResourceOwners WAIVER = ResourceOwners.checkedByCaller();

  final Operation operation;
  private final CompiledRequirement requirement;
  private final int word;
  private final long enough;
  private final boolean hasFurther;
  private final @Nullable String ownedKind;
  private final int segment;
  private final int fixedStart;
  private final Decision met;
  private final Decision unmet;
  private final Decision wrongAccount;
  private final Decision unavailable;

  /**
   * Makes an operation among those asked.
   *
   * @param asked all that are asked, this one included; null: this one alone
   * @param allowed the decision when all of them allow; null: this one alone is asked
   */
  AskedOperation(
      EngineIdentity madeBy,
      Operation operation,
      CompiledRequirement requirement,
      @Nullable ImmutableList<Operation> asked,
      @Nullable Decision allowed) {
    this.operation = operation;
    this.requirement = requirement;
    this.word = requirement.firstWord();
    this.enough = requirement.firstBits();
    this.hasFurther = requirement.hasFurther();
    boolean isMapped = operation.requirement() != Requirement.Fixed.UNMAPPED;
    // What is unmapped denies before its account is looked at.
    @Nullable AccountCheck check =
        isMapped ? Iterables.getFirst(operation.accountRule().checks(), null) : null;
    this.segment = check == null ? -1 : check.segment();
    this.ownedKind = check instanceof AccountCheck.Owned owned ? owned.kind() : null;
    this.fixedStart = fixedStart(operation.template().segments(), segment);
    Optional<Operation> about = Optional.of(operation);
    Function<Reason, Decision> decisions =
        reason -> new Decision(madeBy, reason, about, asked, ImmutableSet.of());
    this.unmet = decisions.apply(isMapped ? Reason.MISSING_CAPABILITY : Reason.UNMAPPED_OPERATION);
    this.met = allowed == null ? decisions.apply(Reason.ALLOWED) : allowed;
    this.wrongAccount = segment < 0 ? unmet : decisions.apply(Reason.WRONG_ACCOUNT);
    this.unavailable =
        segment < 0 || ownedKind == null ? unmet : decisions.apply(Reason.UNAVAILABLE);
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

  @Override
  ImmutableList<Operation> operations() {
    return unmet.operations();
  }

  @Override
  Decision decide(Grant grant, String path, ResourceOwners owners) {
    Decision denied = denyAccount(grant, path, owners);
    return denied == null ? preflight(grant) : denied;
  }

  /** Decides for a resource whose account is known. */
  Decision decide(Grant grant, @Nullable String resourceAccount) {
    String account = grant.account;
    boolean passes = (account != null && account.equals(resourceAccount)) || segment < 0;
    return passes ? preflight(grant) : wrongAccount;
  }

  /** Decides without looking at accounts. */
  Decision preflight(Grant grant) {
    // Requests allowed and denied come in no order that a processor could foretell: both decisions
    // are read, and a conditional move takes one.
    Decision yes = met;
    Decision no = unmet;
    boolean isMet = (grant.held[word] & enough) != 0;
    if (hasFurther) {
      isMet |= requirement.isMetFurther(grant.held);
    }
    return isMet ? yes : no;
  }

  /** Runs the account step on a path that the template matches; null when it passes. */
  @Nullable Decision denyAccount(Grant grant, String path, ResourceOwners owners) {
    if (segment < 0 || (ownedKind != null && owners == WAIVER)) {
      return null;
    }
    String account = grant.account;
    if (account == null) {
      return wrongAccount;
    }
    int start = fixedStart == NOT_FIXED ? Segments.start(path, segment) : fixedStart;
    if (ownedKind != null) {
      return denyOwner(owners, account, ownedKind, path, start, Segments.end(path, start));
    }
    return grant.accountIsSegment && Segments.isAt(account, path, start) ? null : wrongAccount;
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
    Decision decision = preflight(grant);
    return decision == unmet ? unmet : null;
  }
}
