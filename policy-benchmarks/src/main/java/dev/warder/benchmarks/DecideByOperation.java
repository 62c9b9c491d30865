package dev.warder.benchmarks;

import dev.warder.engine.Decision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does a decision on an operation take whose resource's account is passed in?
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar DecideByOperation -prof gc</pre>
 */
public class DecideByOperation extends MeanTime {
  /** How many operations the catalogue has; 24 is the Control API. */
  @Param({"24", "10000"})
  public int operations;

  private Workload workload;
  private long[] needed;
  private long[] atHand;
  private long held;
  private int next;

  /** Makes the requests and checks their answers. */
  @Setup
  public void prepare() {
    workload = Workload.of(operations);
    held = 1;
    needed = new long[workload.catalogue.operations().size()];
    atHand = new long[Workload.REQUESTS];
    for (int i = 0; i < Workload.REQUESTS; i++) {
      Workload.Request request = workload.requests[i];
      atHand[i] = request.isAllowed() ? 1 : 2;
      needed[request.operation().ordinal()] = atHand[i];
    }
  }

  /** Decides on an operation and its resource's account. */
  @Benchmark
  public Decision decide() {
    Workload.Request request = workload.requests[next++ & (Workload.REQUESTS - 1)];
    return workload.engine.decide(workload.grant, request.operation(), workload.account());
  }

  /** Tests a bit in the mask of the operation: the least that any decision on it takes. */
  @Benchmark
  public boolean maskTest() {
    Workload.Request request = workload.requests[next++ & (Workload.REQUESTS - 1)];
    return (needed[request.operation().ordinal()] & held) != 0;
  }

  /**
   * Tests a bit in masks that lie one after the other, in the order of the requests: no operation
   * is looked at.
   */
  @Benchmark
  public boolean maskTestAtHand() {
    return (atHand[next++ & (Workload.REQUESTS - 1)] & held) != 0;
  }
}
