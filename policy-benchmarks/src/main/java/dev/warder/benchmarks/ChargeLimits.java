package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.LimitPeer;
import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.model.Limits;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How long does it take to charge a token that was charged before in this hour? A million tokens
 * are charged in a random order, the same for all; {@code -t 2} has two threads at it.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar ChargeLimits -t 2 -prof gc</pre>
 */
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class ChargeLimits extends MeanTime {
  /**
   * Who charges. {@code warder} charges the token and its account, as the gate does, {@code
   * warder-token} the token alone. {@code clock-read} and {@code nano-time} read a clock and charge
   * nothing; {@code atomic-addition} adds one at a known place.
   */
  @Param({
    "clock-read",
    "nano-time",
    "atomic-addition",
    "warder",
    "warder-token",
    "bucket4j",
    "guava",
    "resilience4j"
  })
  public String contender;

  /** How many tokens are in use. */
  @Param({"1", "1000000"})
  public int tokens;

  /** What each charge comes to: {@code admitted} or {@code full}. */
  @Param({"admitted", "full"})
  public String answer;

  private IntFunction<Object> charge;

  /** A thread's way through the tokens. */
  @State(Scope.Thread)
  public static class Way {
    private int[] order;
    private int next;

    /** Has each thread begin elsewhere. */
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

  /** Charges each token twice, and checks that the second answer is as it is to be. */
  @Setup
  public void prepare() {
    boolean isAdmitted = answer.equals("admitted");
    int limit = isAdmitted ? Integer.MAX_VALUE : 1;
    charge = contender(limit);
    if (contender.equals("clock-read") || contender.equals("nano-time")) {
      return;
    }
    for (int i = 0; i < tokens; i++) {
      boolean isFirst = LimitPeer.isAdmitted(charge.apply(i));
      boolean isSecond = LimitPeer.isAdmitted(charge.apply(i));
      // Of an account with a limit of one, the first of sixteen tokens takes it.
      boolean isFirstKnown = isAdmitted || !contender.equals("warder") || i % 16 == 0;
      if ((isFirstKnown && !isFirst) || isSecond != isAdmitted) {
        throw new IllegalStateException(contender + " answers otherwise: " + i);
      }
    }
  }

  private IntFunction<Object> contender(int limit) {
    return switch (contender) {
      case "clock-read" -> i -> System.currentTimeMillis() > i;
      case "nano-time" -> i -> System.nanoTime() > i;
      case "atomic-addition" -> atomicAddition(limit);
      case "warder" -> warder(LimitContenders.perTokenAndAccount(limit));
      case "warder-token" -> warder(LimitContenders.perToken(limit));
      case "bucket4j" -> byId(LimitPeer.bucket4j(limit, LimitContenders.NOW_MILLIS));
      case "guava" -> byId(LimitPeer.guava(limit));
      case "resilience4j" -> byId(LimitPeer.resilience4j(limit));
      default -> throw new IllegalArgumentException(contender);
    };
  }

  private IntFunction<Object> atomicAddition(int limit) {
    AtomicIntegerArray counts = new AtomicIntegerArray(tokens);
    return i -> counts.get(i) < limit && counts.getAndIncrement(i) < limit;
  }

  private IntFunction<Object> warder(Limits limits) {
    HourlyLimits ours = LimitContenders.ours();
    ChargedToken[] charged = new ChargedToken[tokens];
    for (int i = 0; i < tokens; i++) {
      charged[i] = LimitContenders.token(i);
    }
    return i -> ours.charge(charged[i], limits, LimitContenders.NOW_MILLIS);
  }

  private IntFunction<Object> byId(LimitPeer peer) {
    String[] ids = new String[tokens];
    for (int i = 0; i < tokens; i++) {
      ids[i] = LimitContenders.id(i);
    }
    return i -> peer.charge(ids[i]);
  }

  /** Returns the answer to a charge of the next token. */
  @Benchmark
  public Object charge(Way way) {
    return charge.apply(way.step());
  }
}
