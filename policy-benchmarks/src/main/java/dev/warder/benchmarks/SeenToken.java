package dev.warder.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does it take to verify a token that was seen before? Each time the text is made anew, as
 * a server makes it of what it received; what that takes is measured alone, and to be subtracted.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar SeenToken -prof gc</pre>
 */
public class SeenToken extends MeanTime {
  /** How many tokens are in use, a power of two. */
  @Param({"16", "4096"})
  public int tokens;

  private final Instant now = Instant.ofEpochSecond(SignedTokens.ISSUED);
  private byte[][] received;
  private TokenVerifier verifier;
  private Cache<String, AccessToken> cache;
  private Cache<HashCode, AccessToken> cacheByHash;
  private int next;

  /**
   * Makes the tokens, has each seen, and checks that both find it.
   *
   * @throws Exception when they cannot be made
   */
  @Setup
  public void prepare() throws Exception {
    SignedTokens signed = new SignedTokens(Algorithm.HS256);
    verifier =
        SignedTokens.verifier(KeySet.parse(signed.keySet()))
            .acceptTokensThatWereRevoked()
            .keepSeenTokens(2 * tokens)
            .build();
    cache = Caffeine.newBuilder().maximumSize(2L * tokens).build();
    cacheByHash = Caffeine.newBuilder().maximumSize(2L * tokens).build();
    received = new byte[tokens][];
    for (int i = 0; i < tokens; i++) {
      String token = "Bearer " + signed.token(i);
      received[i] = token.getBytes(StandardCharsets.ISO_8859_1);
      cache.put(token, verifier.verify(token, now.toEpochMilli()));
      cacheByHash.put(hash(token), verifier.verify(token, now.toEpochMilli()));
    }
    for (int i = 0; i < tokens; i++) {
      if (!verify().tokenId().equals(caffeineAt(i).tokenId())) {
        throw new AssertionError(i);
      }
    }
  }

  private AccessToken caffeineAt(int place) {
    next = place;
    AccessToken token = caffeineByToken();
    next = place + 1;
    return token;
  }

  /** Makes the text. */
  @Benchmark
  public String text() {
    return new String(received[next++ & (tokens - 1)], StandardCharsets.ISO_8859_1);
  }

  /** Makes the text and verifies it. */
  @Benchmark
  public AccessToken verify() throws TokenRejected {
    return verifier.verify(text(), now.toEpochMilli());
  }

  /**
   * Makes the text, finds it in a Caffeine cache, and looks whether it has expired: no revocation,
   * no change of keys.
   */
  @Benchmark
  public AccessToken caffeineByToken() {
    AccessToken token = cache.getIfPresent(text());
    if (token == null || token.expiresAt().orElse(now).compareTo(now) <= 0) {
      throw new AssertionError("not kept");
    }
    return token;
  }

  private static HashCode hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.ISO_8859_1);
  }

  /** The same in a cache by the text's SHA-256, which keeps no token's text. */
  @Benchmark
  public AccessToken caffeineBySha256() {
    AccessToken token = cacheByHash.getIfPresent(hash(text()));
    if (token == null || token.expiresAt().orElse(now).compareTo(now) <= 0) {
      throw new AssertionError("not kept");
    }
    return token;
  }
}
