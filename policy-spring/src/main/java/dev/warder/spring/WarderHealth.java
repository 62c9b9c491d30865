package dev.warder.spring;

import dev.warder.gate.Gate;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether a gate knows what it needs. It is down where nobody can tell which tokens were revoked,
 * since the gate then answers 503. Keys and owners that cannot be read are details: what was read
 * before is used on, and to take the service away would not help.
 */
final class WarderHealth extends AbstractHealthIndicator {
  private final Gate gate;
  private final List<GateProblems> problems;

  WarderHealth(Gate gate, List<GateProblems> problems) {
    this.gate = gate;
    this.problems = problems;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    boolean isCurrent = gate.knowsRevocations();
    health.status(isCurrent ? Status.UP : Status.DOWN);
    health.withDetail("revocations", isCurrent ? "current" : "too old to be used");
    for (GateProblems of : problems) {
      of.problems().forEach(health::withDetail);
    }
  }
}
