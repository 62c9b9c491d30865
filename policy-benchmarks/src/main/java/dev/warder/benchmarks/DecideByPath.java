package dev.warder.benchmarks;

import dev.warder.engine.Decision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a decision by method and path take, and does it grow with the number of operations?
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar DecideByPath -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecideByPath {
  /** How many operations the catalogue has; 24 is the Control API. */
  @Param({"24", "1000", "10000"})
  public int operations;

  private Workload workload;
  private int next;

  /** Called by JMH. */
  public DecideByPath() {}

  /** Makes the requests and checks their answers. */
  @Setup
  public void prepare() {
    workload = Workload.of(operations);
  }

  private Workload.Request request() {
    return workload.requests[next++ & (Workload.REQUESTS - 1)];
  }

  /**
   * Decides, with an account in the path compared and owners waived.
   *
   * @return the decision
   */
  @Benchmark
  public Decision decide() {
    Workload.Request request = request();
    return workload.engine.decide(workload.grant, request.method(), request.path());
  }

  /**
   * Decides, with owners looked up in a map in memory.
   *
   * @return the decision
   */
  @Benchmark
  public Decision decideWithOwnersInMap() {
    Workload.Request request = request();
    return workload.engineWithOwners.decide(
        workload.grantWithOwners, request.method(), request.path());
  }

  /**
   * Passes once over the same paths, as a hash of the text does: what no engine can undercut by
   * much.
   *
   * @return the hash
   */
  @Benchmark
  public int hashPass() {
    return ComparePathDecisions.hash(request().path());
  }
}
