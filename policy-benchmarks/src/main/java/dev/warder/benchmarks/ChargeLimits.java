package dev.warder.benchmarks;

import dev.warder.gate.limit.Charge;
import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.gate.limit.LimitKind;
import dev.warder.model.Limits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
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
 * How long does it take to charge a token that was charged before in this hour? Beside a map of
 * Bucket4j's buckets, and the least that it could take: one atomic addition. A million tokens are
 * charged in a random order, the same for all; {@code -t 2} has two threads at it.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar ChargeLimits -t 2 -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChargeLimits {
  /** How many tokens are in use. */
  @Param({"1", "1000000"})
  public int tokens;

  /** What each charge comes to: {@code admitted} or {@code full}. */
  @Param({"admitted", "full"})
  public String answer;

  private int limit;
  private Limits perToken;
  private Limits perBoth;
  private ChargedToken[] charged;
  private String[] ids;
  private HourlyLimits ours;
  private ConcurrentHashMap<String, Bucket> buckets;
  private AtomicIntegerArray counts;

  /** Called by JMH. */
  public ChargeLimits() {}

  /** A thread's way through the tokens. */
  @State(Scope.Thread)
  public static class Way {
    private int[] order;
    private int next;

    /** Called by JMH. */
    public Way() {}

    /**
     * Has each thread begin elsewhere.
     *
     * @param all the tokens
     */
    @Setup
    public void prepare(ChargeLimits all) {
      order = new Random(all.tokens).ints(all.tokens, 0, all.tokens).toArray();
      next = (int) (Thread.currentThread().getId() * 7_919 % all.tokens);
    }

    int step() {
      next = next + 1 == order.length ? 0 : next + 1;
      return order[next];
    }
  }

  /** Charges each token once, and checks that all contenders answer as they are to. */
  @Setup
  public void prepare() {
    boolean isAdmitted = answer.equals("admitted");
    limit = isAdmitted ? Integer.MAX_VALUE : 1;
    perToken = LimitContenders.perToken(limit);
    perBoth = LimitContenders.perTokenAndAccount(limit);
    ours = LimitContenders.ours();
    buckets = new ConcurrentHashMap<>();
    counts = new AtomicIntegerArray(tokens);
    charged = new ChargedToken[tokens];
    ids = new String[tokens];
    for (int i = 0; i < tokens; i++) {
      charged[i] = LimitContenders.token(i);
      ids[i] = LimitContenders.id(i);
      if (!ours(i, perToken).isAdmitted() || !bucket4j(i).isConsumed() || !bare(i)) {
        throw new AssertionError("the first of " + i);
      }
    }
    for (int i = 0; i < tokens; i++) {
      Charge charge = ours(i, perToken);
      ConsumptionProbe probe = bucket4j(i);
      if (charge.isAdmitted() != isAdmitted
          || probe.isConsumed() != isAdmitted
          || bare(i) != isAdmitted
          || charge.remaining(LimitKind.TOKEN) != probe.getRemainingTokens()) {
        throw new AssertionError("the second of " + i);
      }
    }
  }

  private Charge ours(int token, Limits by) {
    return ours.charge(charged[token], by, LimitContenders.NOW_MILLIS);
  }

  private ConsumptionProbe bucket4j(int token) {
    return LimitContenders.bucket(buckets, ids[token], limit).tryConsumeAndReturnRemaining(1);
  }

  private boolean bare(int token) {
    return counts.get(token) < limit && counts.getAndIncrement(token) < limit;
  }

  /**
   * Charges a token alone.
   *
   * @param way of the thread
   * @return the charge
   */
  @Benchmark
  public Charge ours(Way way) {
    return ours(way.step(), perToken);
  }

  /**
   * Charges a token and its account, as the gate does.
   *
   * @param way of the thread
   * @return the charge
   */
  @Benchmark
  public Charge oursWithAccount(Way way) {
    return ours(way.step(), perBoth);
  }

  /**
   * Takes one from a token's bucket.
   *
   * @param way of the thread
   * @return what is left, and until when
   */
  @Benchmark
  public ConsumptionProbe bucket4j(Way way) {
    return bucket4j(way.step());
  }

  /**
   * Adds one to a count, by the number of the token: nothing is looked up, no hour is known, and a
   * limit may be passed.
   *
   * @param way of the thread
   * @return whether it was below the limit
   */
  @Benchmark
  public boolean bare(Way way) {
    return bare(way.step());
  }
}
