package dev.warder.analysis.diff;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.paths.Part;
import dev.warder.analysis.paths.PathClass;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What some operations compare of the paths of a class with a grant's account. */
final class AccountChecks {
  /**
   * One check.
   *
   * @param kind the kind of a resource; empty: the account itself
   * @param part what is compared of a path; null: the account that comes with the request
   */
  private record Check(String kind, @Nullable Part part) {}

  private final PathClass path;
  private final Set<Check> checks = new LinkedHashSet<>();

  AccountChecks(PathClass path, List<Operation> operations) {
    this.path = path;
    for (Operation operation : operations) {
      for (AccountCheck check : operation.accountRule().checks()) {
        String kind = check instanceof AccountCheck.Owned owned ? owned.kind() : "";
        checks.add(new Check(kind, check.segment() < 0 ? null : path.part(operation, check)));
      }
    }
  }

  /** Returns what a path must be like for all of these to pass. */
  PathClass.Wanted wanted() {
    return wanted(this);
  }

  /** Returns what a path must be like for all of these, and all others, to pass. */
  PathClass.Wanted wanted(AccountChecks others) {
    Set<Part> accounts = new LinkedHashSet<>();
    Set<Part> compared = new LinkedHashSet<>();
    for (AccountChecks all : List.of(this, others)) {
      for (Check check : all.checks) {
        if (check.part != null) {
          compared.add(check.part);
          if (check.kind.isEmpty()) {
            accounts.add(check.part);
          }
        }
      }
    }
    return new PathClass.Wanted(accounts, compared);
  }

  /** Returns whether others compare of the account what these, when they pass, leave open. */
  boolean leaveOpen(AccountChecks others) throws TooMuchWork {
    for (Check other : others.checks) {
      if (!see(other)) {
        return true;
      }
    }
    return false;
  }

  private boolean see(Check other) throws TooMuchWork {
    for (Check check : checks) {
      if (check.equals(other)) {
        return true;
      }
      if (check.part != null
          && other.part != null
          && check.kind.equals(other.kind)
          && path.isSame(wanted(), check.part, other.part)) {
        return true;
      }
    }
    return false;
  }
}
