package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.metrics.GateMetrics;
import dev.warder.gate.revocation.RevocationSet;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicLong nanos = new AtomicLong();

  private Timer timer(String reason, String operation, String allowed) {
    return registry
        .get("warder.gate.requests")
        .tags("reason", reason, "operation", operation, "allowed", allowed)
        .timer();
  }

  @Test
  void outcomes_areCountedAndTimedByReasonAndOperation() {
    MutableClock clock = new MutableClock();
    Gate gate =
        Gate.builder()
            .catalogue(Notes.unlimited(), Notes.OWNERS)
            .tokens(SignedToken.verifier())
            .revocations(RevocationSet.create(clock, new SecureRandom()))
            .clock(clock)
            .listener(GateMetrics.of(registry))
            .build(() -> nanos.getAndAdd(1_000), new Random(1));
    String bearer = SignedToken.of("t-1", "A", "read:note").bearer();
    gate.authorize(Asked.request(bearer, "GET", "/v1/notes/n1", "c"));
    gate.authorize(Asked.request(bearer, "GET", "/v1/notes/n1", "c"));
    gate.authorize(Asked.request(bearer, "PUT", "/v1/notes/n1", "c"));
    gate.authorize(Asked.request("x", "ANY", "/any", "c"));
    gate.close();
    assertThat(timer("allowed", "get-note", "true").count()).isEqualTo(2);
    assertThat(timer("allowed", "get-note", "true").totalTime(TimeUnit.NANOSECONDS))
        .isEqualTo(2_000);
    assertThat(timer("missing-capability", "put-note", "false").count()).isEqualTo(1);
    assertThat(timer("invalid-token", "none", "false").count()).isEqualTo(1);
    assertThat(registry.get("warder.gate.requests").tag("fault", "not-bearer").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("warder.gate.requests").tag("fault", "none").timers()).hasSize(2);
    assertThat(registry.get("warder.gate.requests").timers()).hasSize(3);
    assertThat(registry.get("warder.gate.dropped").counter().count()).isZero();
  }

  @Test
  void drops_areCountedOnce() {
    Outcome outcome =
        Gate.builder()
            .catalogue(Notes.unlimited(), Notes.OWNERS)
            .tokens(SignedToken.verifier())
            .acceptTokensThatWereRevoked()
            .build()
            .authorize(Asked.request(null, "GET", "/v1/status", "c"));
    GateMetrics metrics = GateMetrics.of(registry);
    for (long dropped : new long[] {0, 3, 2, 3, 5, 4}) {
      metrics.decided(new DecisionEvent(0, 1, 0, 0, dropped, "GET", outcome));
    }
    assertThat(registry.get("warder.gate.dropped").counter().count()).isEqualTo(5);
  }
}
