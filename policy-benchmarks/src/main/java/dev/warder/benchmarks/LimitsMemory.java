package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.LimitPeer;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.gate.limit.LimitKind;
import dev.warder.model.Limits;
import io.github.bucket4j.ConsumptionProbe;

/**
 * How much memory do the counters of so many tokens take? Told by the heap in use before and after,
 * collected each time. What is counted is what the counters keep: for ours no ids, for the map the
 * ids too.
 *
 * <pre>
 * java -cp policy-benchmarks/target/benchmarks.jar dev.warder.benchmarks.LimitsMemory
 * </pre>
 */
public final class LimitsMemory {
  private static final int LIMIT = 1_000_000_000;
  private static final int[] TOKENS = {1, 1_000, 10_000, 100_000, 1_000_000, 4_000_000};

  private LimitsMemory() {}

  /**
   * Prints a row for each number of tokens.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    ours(1_000);
    bucket4j(1_000);
    System.out.println("tokens, ours in bytes, Bucket4j in bytes");
    for (int tokens : TOKENS) {
      System.out.printf("%d, %d, %d%n", tokens, ours(tokens), bucket4j(tokens));
    }
  }

  private static long ours(int tokens) {
    Limits by = LimitContenders.perToken(LIMIT);
    HourlyLimits limits = LimitContenders.ours();
    long before = RevocationMemory.used();
    for (int i = 0; i < tokens; i++) {
      if (!limits.charge(LimitContenders.token(i), by, LimitContenders.NOW_MILLIS).isAdmitted()) {
        throw new AssertionError(i);
      }
    }
    long taken = RevocationMemory.used() - before;
    if (again(limits, by) != LIMIT - 2) {
      throw new AssertionError("not kept");
    }
    return taken;
  }

  private static int again(HourlyLimits limits, Limits by) {
    return limits
        .charge(LimitContenders.token(0), by, LimitContenders.NOW_MILLIS)
        .remaining(LimitKind.TOKEN);
  }

  private static long bucket4j(int tokens) {
    LimitPeer buckets = LimitPeer.bucket4j(LIMIT, LimitContenders.NOW_MILLIS);
    long before = RevocationMemory.used();
    for (int i = 0; i < tokens; i++) {
      if (!LimitPeer.isAdmitted(buckets.charge(LimitContenders.id(i)))) {
        throw new AssertionError(i);
      }
    }
    long taken = RevocationMemory.used() - before;
    ConsumptionProbe again = (ConsumptionProbe) buckets.charge(LimitContenders.id(0));
    if (again.getRemainingTokens() != LIMIT - 2) {
      throw new AssertionError("not kept");
    }
    return taken;
  }
}
