package dev.warder.benchmarks;

import static dev.warder.benchmarks.ComparePathDecisions.hash;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.TokenIdentity;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does it take to look up whether a token was revoked, among values that expire on ninety
 * days? Beside an open-addressing table of 64-bit keys that are known already, a hash set of ids,
 * and a Bloom filter before the hash set; and beside a pass over the characters of the ids, which
 * looks nothing up. The tokens asked for are many, so that the table's memory is visited, and lie
 * in memory in the order in which they are asked; each has ids of its own, and issuer, account and
 * user of all. The open-addressing table reads its key from an array, and the hash set is asked for
 * one id, whose hash its string knows.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar LookUpRevocation -prof gc</pre>
 */
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class LookUpRevocation extends MeanTime {
  private static final int MOST_ASKED = 1 << 18;
  private static final int MOST_STRINGS = 1_000_000;
  private static final long DAY = 86_400;

  /** Who answers; sets of strings hold a million at most, for want of memory. */
  @Param({"open-addressing", "warder", "ids-read", "hash-set", "bloom-filter"})
  public String contender;

  /** How many values are revoked. */
  @Param({"10000", "1000000", "10000000"})
  public int entries;

  /** What those asked for are. */
  @Param({"clear", "revoked"})
  public String asked;

  private IntPredicate isRevoked;
  private int count;
  private int next;

  /** Makes a token of an id of 36 characters. */
  static TokenIdentity token(int i) {
    String id = id(i);
    Instant expiry = Instant.ofEpochSecond(SignedTokens.ISSUED + DAY * (i % 90));
    return TokenIdentity.builder()
        .issuer("https://tokens.example.com")
        .tokenId("t" + id)
        .valueId("v" + id)
        .account("account")
        .user("user")
        .issuedAt(Instant.ofEpochSecond(SignedTokens.ISSUED))
        .expiresAt(expiry)
        .build();
  }

  private static String id(int i) {
    String number = Integer.toString(i);
    return "01234567-89ab-cdef-0123-456789abcdef".substring(number.length()) + number;
  }

  /**
   * Revokes, and checks each answer.
   *
   * @throws UnsupportedOperationException when the contender cannot hold as many
   */
  @Setup
  public void prepare() {
    count = Math.min(MOST_ASKED, Integer.highestOneBit(entries));
    int[] numbers = askedNumbers();
    isRevoked =
        switch (contender) {
          case "open-addressing" -> openAddressing(numbers);
          case "warder" -> warder(numbers);
          case "ids-read" -> idsRead(numbers);
          case "hash-set" -> hashSet(numbers);
          case "bloom-filter" -> bloomFilter(numbers);
          default -> throw new IllegalArgumentException(contender);
        };
    for (int i = 0; i < count; i++) {
      if (lookUp() != asked.equals("revoked")) {
        throw new IllegalStateException(contender + " answers otherwise: " + numbers[i]);
      }
    }
  }

  /** Returns numbers from all of those that are revoked, or of the as many after them, mixed. */
  private int[] askedNumbers() {
    int from = asked.equals("revoked") ? 0 : entries;
    int[] numbers =
        IntStream.range(0, count).map(i -> from + (int) ((long) i * entries / count)).toArray();
    Random random = new Random(4);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int number = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = number;
    }
    return numbers;
  }

  /** SplitMix64's mixing, so that a number's key is as good as random. */
  private static long key(int number) {
    long key = (number + 1) * 0x9E37_79B9_7F4A_7C15L;
    key = (key ^ (key >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    key = (key ^ (key >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return key ^ (key >>> 31);
  }

  private IntPredicate openAddressing(int[] numbers) {
    LongTable table = new LongTable(entries);
    for (int i = 0; i < entries; i++) {
      table.add(key(i));
    }
    long[] keys = IntStream.of(numbers).mapToLong(LookUpRevocation::key).toArray();
    return i -> table.contains(keys[i]);
  }

  private IntPredicate warder(int[] numbers) {
    RevocationSet set = RevocationSet.create(() -> Instant.EPOCH, new SecureRandom());
    for (int i = 0; i < entries; i++) {
      set.revoke(Revocation.ofValue(token(i)));
    }
    TokenIdentity[] tokens =
        IntStream.of(numbers).mapToObj(LookUpRevocation::token).toArray(TokenIdentity[]::new);
    return i -> set.check(tokens[i]) == RevocationAnswer.REVOKED;
  }

  /** A string's hash, as {@link String#hashCode} makes it, of both ids of a token. */
  private IntPredicate idsRead(int[] numbers) {
    TokenIdentity[] tokens =
        IntStream.of(numbers).mapToObj(LookUpRevocation::token).toArray(TokenIdentity[]::new);
    boolean isRevoked = asked.equals("revoked");
    return i -> isRevoked == ((long) hash(tokens[i].valueId()) + hash(tokens[i].tokenId()) != 0);
  }

  private Set<String> revokedIds() {
    if (entries > MOST_STRINGS) {
      throw new UnsupportedOperationException("more strings than the heap is for");
    }
    Set<String> ids = new HashSet<>();
    IntStream.range(0, entries).forEach(i -> ids.add("v" + id(i)));
    return ids;
  }

  private static String[] ids(int[] numbers) {
    return IntStream.of(numbers).mapToObj(i -> "v" + id(i)).toArray(String[]::new);
  }

  private IntPredicate hashSet(int[] numbers) {
    Set<String> revoked = revokedIds();
    String[] ids = ids(numbers);
    return i -> revoked.contains(ids[i]);
  }

  private IntPredicate bloomFilter(int[] numbers) {
    Set<String> revoked = revokedIds();
    BloomFilter<CharSequence> filter =
        BloomFilter.create(Funnels.unencodedCharsFunnel(), entries, 0.01);
    revoked.forEach(filter::put);
    String[] ids = ids(numbers);
    return i -> filter.mightContain(ids[i]) && revoked.contains(ids[i]);
  }

  /** Returns whether the next token was revoked. */
  @Benchmark
  public boolean lookUp() {
    return isRevoked.test(next++ & (count - 1));
  }
}
