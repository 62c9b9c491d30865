package dev.warder.benchmarks;

import dev.warder.engine.Decision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does a decision by method and path take, and does it grow with the number of operations?
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar DecideByPath -prof gc</pre>
 */
public class DecideByPath extends MeanTime {
  /** How many operations the catalogue has; 24 is the Control API. */
  @Param({"24", "1000", "10000"})
  public int operations;

  private Workload workload;
  private int next;

  /** Makes the requests and checks their answers. */
  @Setup
  public void prepare() {
    workload = Workload.of(operations);
  }

  private Workload.Request request() {
    return workload.requests[next++ & (Workload.REQUESTS - 1)];
  }

  /** Decides, with an account in the path compared and owners waived. */
  @Benchmark
  public Decision decide() {
    Workload.Request request = request();
    return workload.engine.decide(workload.grant, request.method(), request.path());
  }

  /** Decides, with owners looked up in a map in memory. */
  @Benchmark
  public Decision decideWithOwnersInMap() {
    Workload.Request request = request();
    return workload.engineWithOwners.decide(
        workload.grantWithOwners, request.method(), request.path());
  }

  /**
   * Passes once over the same paths, as a hash of the text does: what no engine can undercut by
   * much.
   */
  @Benchmark
  public int hashPass() {
    return ComparePathDecisions.hash(request().path());
  }
}
