package dev.warder.benchmarks;

import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.Ownership;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does a decision by method and path take, by what comes of it? Beside the hash pass over
 * the same paths.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar DenyByPath -prof gc</pre>
 */
@Fork(1)
public class DenyByPath extends MeanTime {
  private static final int REQUESTS = 256;

  /** What comes of each request, and for some by what. */
  @Param({
    "allowed",
    "missing-capability",
    "malformed-request-at-the-end",
    "malformed-request-in-the-middle",
    "unknown-operation",
    "method-not-allowed",
    "unmapped-operation",
    "wrong-account-in-the-path",
    "wrong-account-by-owner",
    "unavailable"
  })
  public String outcome;

  /** Who passes over the paths: the engine, or the hash pass, which is the limit. */
  @Param({"hash-pass", "warder"})
  public String contender;

  /** How many operations the catalogue has; 24 is the Control API. */
  @Param({"24", "10000"})
  public int operations;

  private final List<Workload.Request> requests = new ArrayList<>();
  private PolicyEngine engine;
  private Grant grant;
  private boolean isOurs;
  private int next;

  /**
   * Makes requests and keeps those that end so.
   *
   * @throws UnsupportedOperationException when the catalogue has none that ends so
   */
  @Setup
  public void prepare() {
    isOurs = contender.equals("warder");
    Workload workload = Workload.of(operations);
    engine = engine(workload);
    grant = engine.grant(outcome.startsWith("wrong-account") ? "other" : "acc7Qx", workload.held);
    String reason = outcome.replaceAll("-(at|in|by)-.*", "");
    Predicate<Operation> isFit = fit();
    for (Workload.Request request : workload.requests) {
      Workload.Request changed = change().apply(request);
      Decision decision = engine.decide(grant, changed.method(), changed.path());
      if (isFit.test(request.operation()) && decision.reason().code().equals(reason)) {
        requests.add(changed);
      }
    }
    if (requests.isEmpty()) {
      throw new UnsupportedOperationException("no operation of this catalogue ends " + outcome);
    }
    for (int i = 0; requests.size() < REQUESTS; i++) {
      requests.add(requests.get(i));
    }
  }

  private PolicyEngine engine(Workload workload) {
    ResourceOwners owners =
        switch (outcome) {
          case "unavailable" -> (account, kind, path, start, end) -> Ownership.UNAVAILABLE;
          case "wrong-account-by-owner" -> (account, kind, path, start, end) -> Ownership.NOT_OWNED;
          default -> ResourceOwners.checkedByCaller();
        };
    return PolicyEngine.compile(workload.catalogue, owners);
  }

  private Predicate<Operation> fit() {
    return switch (outcome) {
      case "unmapped-operation" ->
          operation -> operation.requirement() == Requirement.Fixed.UNMAPPED;
      case "wrong-account-in-the-path" ->
          operation ->
              operation.accountRule().checks().stream()
                  .anyMatch(AccountCheck.InPath.class::isInstance);
      case "wrong-account-by-owner", "unavailable" ->
          operation -> !operation.accountRule().owners().isEmpty();
      default -> operation -> true;
    };
  }

  private UnaryOperator<Workload.Request> change() {
    return switch (outcome) {
      case "malformed-request-at-the-end" -> request -> at(request, request.path() + "%2");
      case "malformed-request-in-the-middle" ->
          request -> {
            int slash = request.path().indexOf('/', request.path().length() / 2 - 2);
            String path = request.path();
            return slash < 0
                ? request
                : at(request, path.substring(0, slash) + '/' + path.substring(slash));
          };
      case "unknown-operation" -> request -> at(request, request.path() + "/nothing/is/here");
      case "method-not-allowed" ->
          request -> new Workload.Request("TRACE", request.path(), request.operation(), false);
      default -> request -> request;
    };
  }

  private static Workload.Request at(Workload.Request request, String path) {
    return new Workload.Request(request.method(), path, request.operation(), false);
  }

  /** Returns whether the next request is allowed, or whether the hash of its path is 0. */
  @Benchmark
  public boolean pass() {
    Workload.Request request = requests.get(next++ & (REQUESTS - 1));
    return isOurs
        ? engine.decide(grant, request.method(), request.path()).isAllowed()
        : ComparePathDecisions.hash(request.path()) == 0;
  }
}
