package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.OperationPeer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does a decision on an operation take that is known already, and how long does it take
 * others? Others do not look at whose the resource is.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar CompareOperationDecisions -prof gc</pre>
 */
@Fork(1)
@Measurement(iterations = 3, time = 1)
public class CompareOperationDecisions extends MeanTime {
  /** Who decides; a bit in the operation's mask is the limit. */
  @Param({"mask", "warder", "hash-map-of-sets", "spring-has-authority", "shiro"})
  public String contender;

  /** How many operations the catalogue has; 24 is the Control API. */
  @Param({"24", "10000"})
  public int operations;

  private Workload workload;
  private OperationPeer peer;
  private int next;

  /** Makes the requests and checks the answers. */
  @Setup
  public void prepare() {
    workload = Workload.of(operations);
    peer =
        switch (contender) {
          case "mask" -> OperationPeer.mask(workload.catalogue, workload.held);
          case "warder" ->
              operation ->
                  workload.engine.decide(workload.grant, operation, workload.account()).isAllowed();
          default -> OperationPeer.of(contender, workload.catalogue, workload.held);
        };
    for (Workload.Request request : workload.requests) {
      if (peer.isAllowed(request.operation()) != request.isAllowed()) {
        throw new IllegalStateException(contender + " answers otherwise: " + request);
      }
    }
  }

  /** Returns whether the next operation is allowed. */
  @Benchmark
  public boolean decide() {
    return peer.isAllowed(workload.requests[next++ & (Workload.REQUESTS - 1)].operation());
  }
}
