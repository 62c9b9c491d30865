package dev.warder.analysis.vectors;

import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.util.HashSet;
import java.util.Set;

/** What the vectors of one run touch, filled while they run. */
final class Touched {
  private final Set<Operation> operations = new HashSet<>();
  private final Set<Capability> needed = new HashSet<>();
  private final Set<Capability> missed = new HashSet<>();
  private final Set<Reason> reasons = new HashSet<>();

  void operation(Operation operation) {
    operations.add(operation);
  }

  /** An allow that would be none had the token not named the capability. */
  void needed(Capability capability) {
    needed.add(capability);
  }

  /** A denial that says that the capability is missing. */
  void missed(Capability capability) {
    missed.add(capability);
  }

  void reason(Reason reason) {
    reasons.add(reason);
  }

  void addAll(Touched other) {
    operations.addAll(other.operations);
    needed.addAll(other.needed);
    missed.addAll(other.missed);
    reasons.addAll(other.reasons);
  }

  boolean hasOperation(Operation operation) {
    return operations.contains(operation);
  }

  boolean isNeeded(Capability capability) {
    return needed.contains(capability);
  }

  boolean isMissed(Capability capability) {
    return missed.contains(capability);
  }

  boolean hasReason(Reason reason) {
    return reasons.contains(reason);
  }
}
