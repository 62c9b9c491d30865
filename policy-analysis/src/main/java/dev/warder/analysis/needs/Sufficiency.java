package dev.warder.analysis.needs;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of some operations the capabilities of a token suffice for, while some are left out and put
 * back. Accounts are not looked at.
 *
 * <p>It keeps how many capabilities give each one, and how many of each alternative are not held.
 * So to leave one out looks only at what the token then lacks, and at the alternatives that name
 * it. To leave each of them out once takes time linear in what they imply and in what the
 * operations name. Not for use by several threads.
 */
public final class Sufficiency {
  /** An operation's requirement, and how many of its alternatives are wholly held. */
  private static final class Need {
    final Operation operation;
    long met;

    Need(Operation operation) {
      this.operation = operation;
    }
  }

  private static final class Alternative {
    final Need need;
    long missing;

    Alternative(Need need) {
      this.need = need;
    }
  }

  private final Catalogue catalogue;
  private final Map<Operation, Need> needs = new HashMap<>();
  private final Map<Capability, List<Alternative>> alternatives = new HashMap<>();
  private final Map<Capability, Long> givers = new HashMap<>();
  private long steps;

  /**
   * Makes one for a token that has all these capabilities.
   *
   * @throws IllegalArgumentException when a capability is not of the catalogue
   */
  public Sufficiency(
      Catalogue catalogue, Collection<Operation> operations, Set<Capability> capabilities) {
    this.catalogue = catalogue;
    operations.forEach(operation -> needs.computeIfAbsent(operation, this::need));
    capabilities.forEach(this::putBack);
  }

  private Need need(Operation operation) {
    Need need = new Need(operation);
    Requirement requirement = operation.requirement();
    if (requirement == Requirement.Fixed.PUBLIC || requirement == Requirement.Fixed.ANY_TOKEN) {
      need.met = 1;
    }
    for (Set<Capability> all : requirement.alternatives()) {
      Alternative alternative = new Alternative(need);
      alternative.missing = all.size();
      all.forEach(
          named -> alternatives.computeIfAbsent(named, n -> new ArrayList<>()).add(alternative));
    }
    return need;
  }

  /** Returns whether the token's capabilities suffice for one of the operations. */
  public boolean isMet(Operation operation) {
    Need need = needs.get(operation);
    return need != null && need.met > 0;
  }

  /**
   * Leaves out a capability that the token has, and returns the operations for which the rest no
   * longer suffices.
   */
  public Set<Operation> leaveOut(Capability capability) {
    Set<Operation> lost = new LinkedHashSet<>();
    for (Capability given : catalogue.closure(List.of(capability))) {
      if (givers(given, -1) == 0) {
        for (Alternative alternative : alternatives.getOrDefault(given, List.of())) {
          steps++;
          if (alternative.missing++ == 0 && --alternative.need.met == 0) {
            lost.add(alternative.need.operation);
          }
        }
      }
    }
    return lost;
  }

  /** Gives the token a capability that it does not have. */
  public void putBack(Capability capability) {
    for (Capability given : catalogue.closure(List.of(capability))) {
      if (givers(given, 1) == 1) {
        for (Alternative alternative : alternatives.getOrDefault(given, List.of())) {
          steps++;
          if (--alternative.missing == 0) {
            alternative.need.met++;
          }
        }
      }
    }
  }

  private long givers(Capability given, long more) {
    steps++;
    long now = givers.getOrDefault(given, 0L) + more;
    givers.put(given, now);
    return now;
  }

  /** Returns how many capabilities that one gives, and how many alternatives, were looked at. */
  long steps() {
    return steps;
  }
}
