package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.engine.paths.Segments;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
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
  /** In the place of a segment: no account is compared. */
  private static final int UNCHECKED = -1;

  /** In the place of a segment: the rule is more than one account or one owner in the path. */
  private static final int ONE_BY_ONE = -2;

  private static final ResourceOwners WAIVER = ResourceOwners.checkedByCaller();

  final Operation operation;
  private final CompiledRequirement requirement;
  private final int word;
  private final long enough;
  private final boolean hasFurther;
  private final @Nullable String ownedKind;
  private final int segment;
  private final int fixedStart;

  /** Where the one account stands, when the path must be looked at to know. */
  private final @Nullable AccountPlace place;

  /** Where each check of a rule finds its account, when they are made one by one. */
  private final ImmutableList<AccountPlace> places;

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
    List<AccountCheck> checks = isMapped ? operation.accountRule().checks() : ImmutableList.of();
    boolean isOneInPath = checks.size() == 1 && checks.get(0).segment() >= 0;
    this.segment =
        checks.isEmpty() ? UNCHECKED : isOneInPath ? checks.get(0).segment() : ONE_BY_ONE;
    this.ownedKind = isOneInPath ? kind(checks.get(0)) : null;
    AccountPlace only = isOneInPath ? AccountPlace.of(operation, segment) : null;
    this.fixedStart = only == null ? 0 : only.fixedStart();
    this.place = only == null || only.isFixed() ? null : only;
    this.places = segment == ONE_BY_ONE ? places(operation, checks) : ImmutableList.of();
    Optional<Operation> about = Optional.of(operation);
    Function<Reason, Decision> decisions =
        reason -> new Decision(madeBy, reason, about, asked, ImmutableSet.of());
    this.unmet = decisions.apply(isMapped ? Reason.MISSING_CAPABILITY : Reason.UNMAPPED_OPERATION);
    this.met = allowed == null ? decisions.apply(Reason.ALLOWED) : allowed;
    this.wrongAccount = checks.isEmpty() ? unmet : decisions.apply(Reason.WRONG_ACCOUNT);
    this.unavailable =
        checks.stream().anyMatch(AccountCheck.Owned.class::isInstance)
            ? decisions.apply(Reason.UNAVAILABLE)
            : unmet;
  }

  /** Returns the kind of what is owned, or null where the account itself stands in the path. */
  private static @Nullable String kind(AccountCheck check) {
    return check instanceof AccountCheck.Owned owned ? owned.kind() : null;
  }

  private static ImmutableList<AccountPlace> places(
      Operation operation, List<AccountCheck> checks) {
    return checks.stream()
        .map(check -> AccountPlace.of(operation, check.segment()))
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  ImmutableList<Operation> operations() {
    return unmet.operations();
  }

  @Override
  Decision decide(
      Grant grant, String path, @Nullable String requestAccount, ResourceOwners owners) {
    Decision denied = denyAccount(grant, path, requestAccount, owners);
    return denied == null ? preflight(grant) : denied;
  }

  /** Decides for a resource whose account is known. */
  Decision decide(Grant grant, @Nullable String resourceAccount) {
    String account = grant.account;
    boolean passes = (account != null && account.equals(resourceAccount)) || segment == UNCHECKED;
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
  @Nullable Decision denyAccount(
      Grant grant, String path, @Nullable String requestAccount, ResourceOwners owners) {
    if (segment >= 0) {
      return denyInPath(ownedKind, place, grant, path, owners);
    }
    return segment == UNCHECKED ? null : denyOneByOne(grant, path, requestAccount, owners);
  }

  private @Nullable Decision denyOneByOne(
      Grant grant, String path, @Nullable String requestAccount, ResourceOwners owners) {
    List<AccountCheck> checks = operation.accountRule().checks();
    for (int i = 0; i < checks.size(); i++) {
      AccountCheck check = checks.get(i);
      Decision denied =
          check instanceof AccountCheck.FromRequest
              ? denyRequestAccount(grant, requestAccount)
              : denyInPath(kind(check), places.get(i), grant, path, owners);
      if (denied != null) {
        return denied;
      }
    }
    return null;
  }

  private @Nullable Decision denyRequestAccount(Grant grant, @Nullable String requestAccount) {
    String account = grant.accountInRequests;
    return account != null && account.equals(requestAccount) ? null : wrongAccount;
  }

  /**
   * Compares an account in the path.
   *
   * @param kind what is owned; null: the account itself stands in the path
   * @param place where it stands; null: at the fixed start, as a segment of its own
   */
  private @Nullable Decision denyInPath(
      @Nullable String kind,
      @Nullable AccountPlace place,
      Grant grant,
      String path,
      ResourceOwners owners) {
    if (kind != null && owners == WAIVER) {
      return null;
    }
    String account = grant.account;
    if (account == null) {
      return wrongAccount;
    }
    if (place != null) {
      return denyAt(kind, place, account, path, owners);
    }
    if (kind != null) {
      return denyOwner(owners, account, kind, path, fixedStart, Segments.end(path, fixedStart));
    }
    return grant.accountIsSegment && Segments.isAt(account, path, fixedStart) ? null : wrongAccount;
  }

  /** Compares an account whose place depends on the path. */
  private @Nullable Decision denyAt(
      @Nullable String kind,
      AccountPlace place,
      String account,
      String path,
      ResourceOwners owners) {
    int segmentStart = place.segmentStart(path);
    int start = segmentStart + place.before();
    int end = Segments.end(path, segmentStart) - place.after();
    if (place.hasText() && !AccountPlace.isUnreserved(path, start, end)) {
      return wrongAccount;
    }
    if (kind != null) {
      return denyOwner(owners, account, kind, path, start, end);
    }
    return account.length() == end - start && path.startsWith(account, start) ? null : wrongAccount;
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
