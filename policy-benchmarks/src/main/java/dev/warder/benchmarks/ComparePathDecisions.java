package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.PathPeer;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does a decision by method and path take, and how long does it take others? On canonical
 * paths that one template alone matches, half of them allowed; all give the same answers, which is
 * checked before. Others do not look at whose the resource is.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar ComparePathDecisions -prof gc</pre>
 */
@Fork(1)
@Measurement(iterations = 3, time = 1)
public class ComparePathDecisions extends MeanTime {
  /** How many requests are used of those that one template alone matches. */
  private static final int REQUESTS = 512;

  /** Who decides; the hash pass is the limit. */
  @Param({
    "hash-pass",
    "warder",
    "warder-owners",
    "spring-path-patterns",
    "regex-list",
    "jetty",
    "spring-security",
    "jcasbin",
    "cedar"
  })
  public String contender;

  /** How many operations the catalogue has; 24 is the Control API. */
  @Param({"24", "1000", "10000"})
  public int operations;

  private Workload.Request[] requests;
  private PathPeer peer;
  private int next;

  /**
   * Makes the requests and checks the answers.
   *
   * @throws Exception when a contender cannot be set up here
   */
  @Setup
  public void prepare() throws Exception {
    Workload workload = Workload.of(operations);
    requests =
        Stream.of(workload.requests)
            .filter(workload::isMatchedOnce)
            .limit(REQUESTS)
            .toArray(Workload.Request[]::new);
    peer = peer(workload);
    if (contender.equals("hash-pass")) {
      return;
    }
    for (Workload.Request request : requests) {
      if (peer.isAllowed(request.method(), request.path()) != request.isAllowed()) {
        throw new IllegalStateException(contender + " answers otherwise: " + request);
      }
    }
  }

  private PathPeer peer(Workload workload) throws Exception {
    return switch (contender) {
      case "hash-pass" -> (method, path) -> hash(path) == 0;
      case "warder" ->
          (method, path) -> workload.engine.decide(workload.grant, method, path).isAllowed();
      case "warder-owners" ->
          (method, path) ->
              workload.engineWithOwners.decide(workload.grantWithOwners, method, path).isAllowed();
      default ->
          PathPeer.Name.valueOf(contender.toUpperCase(Locale.ROOT).replace('-', '_'))
              .of(workload.catalogue, workload.held);
    };
  }

  static int hash(String path) {
    int h = 0;
    for (int i = 0; i < path.length(); i++) {
      h = 31 * h + path.charAt(i);
    }
    return h;
  }

  /** Returns whether the next request is allowed. */
  @Benchmark
  public boolean decide() {
    Workload.Request request = requests[next];
    next = next + 1 == requests.length ? 0 : next + 1;
    return peer.isAllowed(request.method(), request.path());
  }
}
