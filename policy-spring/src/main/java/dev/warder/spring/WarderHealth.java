package dev.warder.spring;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.owner.LookedUpOwners;
import dev.warder.gate.revocation.Revocations;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether a gate knows what it needs. It is down where nobody can tell which tokens were revoked,
 * since the gate then answers 503. Keys that cannot be fetched and owners that cannot be looked up
 * are details: what was read before is used on, and to take the service away would not help.
 */
final class WarderHealth implements HealthIndicator {
  private final Issuers issuers;
  private final Revocations revocations;
  private final ResourceOwners owners;

  WarderHealth(Issuers issuers, Revocations revocations, ResourceOwners owners) {
    this.issuers = issuers;
    this.revocations = revocations;
    this.owners = owners;
  }

  @Override
  public Health health() {
    boolean isCurrent = revocations.isCurrent();
    Health.Builder health = isCurrent ? Health.up() : Health.down();
    health.withDetail("revocations", isCurrent ? "current" : "too old to be used");
    issuers
        .problems()
        .forEach((issuer, problem) -> health.withDetail("keys of " + issuer, problem));
    problem().ifPresent(problem -> health.withDetail("owners", problem));
    return health.build();
  }

  private Optional<String> problem() {
    return owners instanceof LookedUpOwners lookedUp ? lookedUp.problem() : Optional.empty();
  }
}
