package dev.warder.benchmarks;

import dev.warder.authority.IssuedToken;
import dev.warder.authority.key.SigningKey;
import dev.warder.authority.key.TokenContent;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How many tokens does an authority issue in a second, each of them on the disk when it is handed
 * out? By one thread and by four, in a file. Beside it what each token takes at least: one page
 * written to a file and forced to the disk, and one signature.
 *
 * <pre>
 * java -cp policy-benchmarks/target/benchmarks.jar dev.warder.benchmarks.IssueTokens [FOLDER]
 * </pre>
 */
public final class IssueTokens {
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long NANOS = TimeUnit.SECONDS.toNanos(8);
  private static final int PAGE = 4_096;

  private IssueTokens() {}

  /**
   * Prints a line for each number of threads and each algorithm.
   *
   * @param arguments the folder in which a new one is made; absent for that of the system's
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = TokenStore.folder(arguments);
    force(folder);
    for (Algorithm algorithm : List.of(Algorithm.ES256, Algorithm.RS256)) {
      for (int threads : new int[] {1, 4}) {
        issue(folder, algorithm, threads);
      }
    }
    force(folder);
  }

  private static void force(Path folder) throws Exception {
    Path file = folder.resolve("forced");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      Callable<?> write =
          () -> {
            channel.write(ByteBuffer.allocate(PAGE));
            channel.force(false);
            return channel;
          };
      System.out.printf("a page forced to the disk: %,.0f a second%n", rate(write, 1));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void issue(Path folder, Algorithm algorithm, int threads) throws Exception {
    Path file = folder.resolve("tokens-%s-%d.db".formatted(algorithm, threads));
    TokenStore.make(file);
    try (TokenStore tokens = TokenStore.open(file, algorithm)) {
      check(tokens);
      SigningKey key = SigningKey.generate(algorithm, new SecureRandom(), Instant.now());
      System.out.printf(
          "%s, threads %d: signatures alone %,.0f a second, tokens issued %,.0f a second%n",
          algorithm,
          threads,
          rate(() -> key.sign(content()), threads),
          rate(() -> tokens.authority.issue(TokenStore.ADA, TokenStore.REQUEST), threads));
    }
  }

  private static TokenContent content() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new TokenContent(
        TokenStore.ISSUER,
        TokenStore.AUDIENCE,
        "ada",
        "3f0c8a52-6d0e-4f0e-9a51-0f6e6d2b7c11",
        "b1a3a0a4-1f55-4f6c-8d54-2f4f1a2f9d77",
        TokenStore.ACCOUNT,
        List.of("read:app", "write:app"),
        now,
        now.plus(90, ChronoUnit.DAYS));
  }

  private static void check(TokenStore tokens) throws Exception {
    IssuedToken token = tokens.authority.issue(TokenStore.ADA, TokenStore.REQUEST);
    TokenVerifier verifier =
        TokenVerifier.builder()
            .acceptTokensThatWereRevoked()
            .issuer(TokenStore.ISSUER)
            .audience(TokenStore.AUDIENCE)
            .keys(KeySet.parse(tokens.keys.publicJwks()))
            .withoutClockSkew()
            .build();
    try {
      AccessToken unused = verifier.verifyBare(token.value(), System.currentTimeMillis());
    } catch (TokenRejected e) {
      throw new AssertionError(e);
    }
  }

  /** Returns how often in a second something is done, by so many threads together. */
  private static double rate(Callable<?> thing, int threads) throws Exception {
    run(thing, threads, WARM_UP_NANOS);
    long start = System.nanoTime();
    long count = run(thing, threads, NANOS);
    return count * 1e9 / (System.nanoTime() - start);
  }

  private static long run(Callable<?> thing, int threads, long nanos) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(pool.submit(() -> repeat(thing, nanos)));
      }
      long sum = 0;
      for (Future<Long> count : counts) {
        sum += count.get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }

  private static long repeat(Callable<?> thing, long nanos) throws Exception {
    long start = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - start < nanos) {
      if (thing.call() == null) {
        throw new IOException("nothing was done");
      }
      count++;
    }
    return count;
  }
}
