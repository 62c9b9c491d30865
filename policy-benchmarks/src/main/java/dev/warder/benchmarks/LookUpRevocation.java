package dev.warder.benchmarks;

import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.TokenIdentity;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
 * How long does it take to look up whether a token was revoked, among values that expire on ninety
 * days? Beside a hash set of the values' ids, whose strings have their hash already, and beside the
 * least that any table needs: one probe of an array by a number that is random already.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar LookUpRevocation -f 1 -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookUpRevocation {
  private static final int ASKED = 1 << 14;
  private static final int LARGEST_HASH_SET = 1_000_000;
  private static final long DAY = 86_400;

  /** How many values are revoked. */
  @Param({"10000", "1000000", "10000000"})
  public int entries;

  /** Whether those asked for are among them. */
  @Param({"false", "true"})
  public boolean revoked;

  private final TokenIdentity[] asked = new TokenIdentity[ASKED];
  private final long[] numbers = new long[ASKED];
  private final Set<String> hashSet = new HashSet<>();
  private RevocationSet set;
  private long[] places;
  private int next;

  /** Called by JMH. */
  public LookUpRevocation() {}

  /** Makes a token of an id of 36 characters. */
  static TokenIdentity token(int i) {
    String number = Integer.toString(i);
    String id = "01234567-89ab-cdef-0123-456789abcdef".substring(number.length()) + number;
    Instant expiry = Instant.ofEpochSecond(SignedTokens.ISSUED + DAY * (i % 90));
    return new TokenIdentity(
        "https://tokens.example.com",
        "t" + id,
        "v" + id,
        "account",
        "user",
        Instant.ofEpochSecond(SignedTokens.ISSUED),
        Optional.of(expiry));
  }

  /** Revokes, and checks that all contenders know it. */
  @Setup
  public void prepare() {
    set = RevocationSet.create(() -> Instant.EPOCH, new Random(1));
    places = new long[Integer.highestOneBit(entries) * 4];
    Random random = new Random(2);
    for (int i = 0; i < entries; i++) {
      TokenIdentity token = token(i);
      set.revoke(Revocation.ofValue(token));
      if (entries <= LARGEST_HASH_SET) {
        hashSet.add(token.valueId());
      }
      put(random.nextLong() | 1);
    }
    random = new Random(revoked ? 2 : 3);
    for (int i = 0; i < ASKED; i++) {
      // All through the table, in an order of its own.
      int one = (int) ((long) i * entries / ASKED) ^ 1;
      asked[i] = token(revoked ? Math.min(one, entries - 1) : entries + one);
      if (revoked && i == entries) {
        random = new Random(2);
      }
      numbers[i] = random.nextLong() | 1;
    }
    shuffle();
    for (int i = 0; i < ASKED; i++) {
      if ((check() == RevocationAnswer.REVOKED) != revoked
          || (entries <= LARGEST_HASH_SET && hashSetOfIds() != revoked)
          || bareProbe() != revoked) {
        throw new AssertionError(i);
      }
    }
  }

  private void shuffle() {
    Random random = new Random(4);
    for (int i = ASKED - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      TokenIdentity token = asked[i];
      asked[i] = asked[other];
      asked[other] = token;
    }
  }

  private void put(long number) {
    int place = (int) (number >>> 32) & (places.length - 1);
    while (places[place] != 0) {
      place = (place + 1) & (places.length - 1);
    }
    places[place] = number;
  }

  /**
   * Looks a token up in the set.
   *
   * @return the answer
   */
  @Benchmark
  public RevocationAnswer check() {
    return set.check(asked[next++ & (ASKED - 1)]);
  }

  /**
   * Looks the value's id up in a hash set; nothing is known of those beyond a million.
   *
   * @return whether it is there
   */
  @Benchmark
  public boolean hashSetOfIds() {
    return hashSet.contains(asked[next++ & (ASKED - 1)].valueId());
  }

  /**
   * Looks a random number up in an array at most half full.
   *
   * @return whether it is there
   */
  @Benchmark
  public boolean bareProbe() {
    long number = numbers[next++ & (ASKED - 1)];
    int place = (int) (number >>> 32) & (places.length - 1);
    while (places[place] != number && places[place] != 0) {
      place = (place + 1) & (places.length - 1);
    }
    return places[place] == number;
  }
}
