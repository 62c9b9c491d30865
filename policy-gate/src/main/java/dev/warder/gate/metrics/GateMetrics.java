package dev.warder.gate.metrics;

import dev.warder.engine.Decision;
import dev.warder.gate.DecisionEvent;
import dev.warder.gate.DecisionListener;
import dev.warder.gate.GateReason;
import dev.warder.gate.Outcome;
import dev.warder.gate.token.TokenFault;
import dev.warder.model.Operation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts and times the outcomes of a gate in a Micrometer registry:
 *
 * <ul>
 *   <li>{@code warder.gate.requests}, a timer of how long judging took, with the tags {@code
 *       reason}, {@code operation} (a name of the catalogue's, or {@code none}), {@code fault}
 *       (what is wrong with a refused token, or {@code none}) and {@code allowed};
 *   <li>{@code warder.gate.dropped}, a counter of the outcomes that are missing in it, as listeners
 *       were behind.
 * </ul>
 *
 * <p>Nothing of a request stands in a tag, so there are never more than reasons times operations,
 * and faults. Micrometer is an optional dependency of this library: add it to use this class.
 */
public final class GateMetrics implements DecisionListener {
  private record Key(GateReason reason, String operation, String fault, boolean isAllowed) {}

  private final MeterRegistry registry;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final Counter dropped;
  private long droppedBefore;

  private GateMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.dropped =
        Counter.builder("warder.gate.dropped")
            .description("Outcomes that were dropped before any listener got them")
            .register(registry);
  }

  /** Returns a listener, for one gate, that counts in a registry. */
  @SuppressWarnings("exports") // a caller that has a registry has its module
  public static GateMetrics of(MeterRegistry registry) {
    return new GateMetrics(registry);
  }

  @Override
  public void decided(DecisionEvent event) {
    timers.computeIfAbsent(key(event.outcome()), this::timer).record(event.duration());
    if (event.dropped() > droppedBefore) {
      dropped.increment((double) (event.dropped() - droppedBefore));
      droppedBefore = event.dropped();
    }
  }

  private static Key key(Outcome outcome) {
    String operation =
        outcome.decision().flatMap(Decision::operation).map(Operation::id).orElse("none");
    String fault = outcome.fault().map(TokenFault::code).orElse("none");
    return new Key(outcome.reason(), operation, fault, outcome.isAllowed());
  }

  private Timer timer(Key key) {
    return Timer.builder("warder.gate.requests")
        .description("Requests judged")
        .tag("reason", key.reason().code())
        .tag("operation", key.operation())
        .tag("fault", key.fault())
        .tag("allowed", String.valueOf(key.isAllowed()))
        .register(registry);
  }
}
