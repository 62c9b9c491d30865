package dev.warder.benchmarks;

import static dev.warder.benchmarks.TokenStore.ACCOUNT;
import static dev.warder.benchmarks.TokenStore.ADA;

import dev.warder.authority.IssuedToken;
import dev.warder.authority.Rotation;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenInfo;
import dev.warder.authority.TokenPage;
import dev.warder.gate.token.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What does it take to list, issue, rotate and revoke in a file of a million tokens? Does a page
 * far in the list cost what the first does? The million are of one account, which is the hardest
 * case.
 *
 * <pre>
 * java -cp policy-benchmarks/target/benchmarks.jar dev.warder.benchmarks.ListTokens [FOLDER]
 * </pre>
 */
public final class ListTokens {
  private static final int PAGE = 100;
  private static final int ROUNDS = 500;
  private static final int CHANGES = 200;

  private final TokenAuthority authority;

  private ListTokens(TokenAuthority authority) {
    this.authority = authority;
  }

  /**
   * Prints a line for each measurement.
   *
   * @param arguments the folder in which a new one is made; absent for that of the system's
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = TokenStore.folder(arguments);
    Path empty = folder.resolve("none.db");
    TokenStore.make(empty);
    try (TokenStore none = TokenStore.open(empty, Algorithm.ES256)) {
      new ListTokens(none.authority).change("a file of no tokens");
    }
    Path file = folder.resolve("million.db");
    TokenStore.make(file);
    MillionTokens.add(file, Instant.now());
    try (TokenStore tokens = TokenStore.open(file, Algorithm.ES256)) {
      System.out.printf("%,d tokens: %,d bytes%n", MillionTokens.COUNT, Files.size(file));
      ListTokens list = new ListTokens(tokens.authority);
      list.pages();
      list.all();
      list.expiring(1);
      list.expiring(7);
      list.change("a file of a million");
    }
  }

  /** One page of each place in turn, so that whatever else goes on hits all of them alike. */
  private void pages() throws Exception {
    long[] before = {0, MillionTokens.COUNT / 2, MillionTokens.COUNT - PAGE};
    long[][] nanos = new long[before.length][ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      for (int i = 0; i < before.length; i++) {
        long start = System.nanoTime();
        TokenPage page = page(before[i], PAGE);
        long took = System.nanoTime() - start;
        if (!page.tokens().get(PAGE - 1).name().equals("Token " + (before[i] + PAGE))) {
          throw new AssertionError("another page");
        }
        nanos[i][Math.max(round, 0)] = took;
      }
    }
    for (int i = 0; i < before.length; i++) {
      print("page of %d after %,d".formatted(PAGE, before[i]), nanos[i]);
    }
  }

  private TokenPage page(long after, int most) throws Exception {
    return authority.list(ADA, ACCOUNT, after, most);
  }

  private void all() throws Exception {
    long start = System.nanoTime();
    TokenPage page = page(0, 1_000);
    int count = page.tokens().size();
    while (page.next().isPresent()) {
      page = page(page.next().getAsLong(), 1_000);
      count += page.tokens().size();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (count != MillionTokens.COUNT) {
      throw new AssertionError(count);
    }
    System.out.printf("all by pages of 1,000: %.1f s%n", seconds);
  }

  private void expiring(int days) throws Exception {
    long start = System.nanoTime();
    int count = 0;
    TokenInfo last = null;
    List<TokenInfo> page;
    do {
      page = authority.expiring(ADA, Duration.ofDays(days), last, 1_000);
      count += page.size();
      last = page.isEmpty() ? last : page.get(page.size() - 1);
    } while (page.size() == 1_000);
    double millis = (System.nanoTime() - start) / 1e6;
    System.out.printf("expiring within days %d: %,d tokens in %,.0f ms%n", days, count, millis);
  }

  private void change(String where) throws Exception {
    long[] issue = new long[CHANGES];
    long[] rotate = new long[CHANGES];
    long[] revoke = new long[CHANGES];
    for (int round = -CHANGES; round < CHANGES; round++) {
      int i = Math.max(round, 0);
      TokenInfo[] token = new TokenInfo[1];
      issue[i] = time(() -> token[0] = authority.issue(ADA, TokenStore.REQUEST).info());
      String id = token[0].id();
      rotate[i] = time(() -> rotate(id));
      revoke[i] = time(() -> authority.revoke(ADA, id));
    }
    print("issue in " + where, issue);
    print("rotate in " + where, rotate);
    print("revoke in " + where, revoke);
  }

  private IssuedToken rotate(String id) throws Exception {
    Rotation rotation = authority.rotate(ADA, id, "90d");
    rotation.awaitOldValueRefused();
    return rotation.token();
  }

  private static long time(Callable<?> thing) throws Exception {
    long start = System.nanoTime();
    thing.call();
    return System.nanoTime() - start;
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: median %,.0f microseconds, nine tenths within %,.0f%n",
        what, nanos[nanos.length / 2] / 1e3, nanos[nanos.length * 9 / 10] / 1e3);
  }
}
