package dev.warder.analysis.vectors;

import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.util.HashSet;
import java.util.Set;

/**
 * What the vectors of one run touch, filled while they run.
 *
 * @param needed those without which an allow would be none, had the token not named them
 * @param missed those that a denial says are missing
 */
record Touched(
    Set<Operation> operations,
    Set<Capability> needed,
    Set<Capability> missed,
    Set<Reason> reasons) {
  Touched() {
    this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
  }

  void addAll(Touched other) {
    operations.addAll(other.operations);
    needed.addAll(other.needed);
    missed.addAll(other.missed);
    reasons.addAll(other.reasons);
  }
}
