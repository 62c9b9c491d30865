package dev.warder.benchmarks;

import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.time.Instant;
import java.util.ServiceLoader;
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
 * How long does it take to verify a token that was not seen before, over the check of its signature
 * alone?
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar VerifyToken -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Dcom.amazon.corretto.crypto.provider.registerEdKeyFactory=true")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class VerifyToken {
  /** The algorithm that the token is signed by. */
  @Param({"HS256", "RS256", "PS256", "ES256", "EDDSA"})
  public Algorithm algorithm;

  /** By whom signatures are checked: the JDK, or Amazon's native provider. */
  @Param({"jdk", "native"})
  public String by;

  private final Instant now = Instant.ofEpochSecond(SignedTokens.ISSUED);
  private TokenVerifier verifier;
  private BareCheck bare;
  private String token;

  /** Called by JMH. */
  public VerifyToken() {}

  /**
   * Makes the token, and checks that both say it is good.
   *
   * @throws Exception when it cannot be made
   */
  @Setup
  public void prepare() throws Exception {
    SignedTokens tokens = new SignedTokens(algorithm);
    Provider provider = provider();
    token = tokens.token(1);
    verifier =
        TokenVerifier.builder()
            .issuer(SignedTokens.ISSUER)
            .audience(SignedTokens.AUDIENCE)
            .keys(
                algorithm == Algorithm.HS256
                    ? KeySet.parse(tokens.keySet())
                    : KeySet.parse(tokens.keySet(), provider))
            .withoutClockSkew()
            .build();
    bare = new BareCheck(algorithm, provider, own(tokens.publicKey(), provider), token);
    if (!bare.isGood() || !verifier.verify(token, now).tokenId().equals("t-00000001")) {
      throw new AssertionError(algorithm);
    }
  }

  private Provider provider() {
    if (by.equals("native")) {
      return ServiceLoader.load(Provider.class).stream()
          .filter(found -> found.type().getName().startsWith("com.amazon.corretto."))
          .findFirst()
          .orElseThrow()
          .get();
    }
    boolean isRsa = algorithm == Algorithm.RS256 || algorithm == Algorithm.PS256;
    return Security.getProvider(isRsa ? "SunRsaSign" : "SunEC");
  }

  private PublicKey own(PublicKey key, Provider provider) throws GeneralSecurityException {
    return algorithm == Algorithm.HS256
        ? key
        : (PublicKey) KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
  }

  /**
   * Verifies the token.
   *
   * @return the access token
   * @throws TokenRejected never
   */
  @Benchmark
  public AccessToken verify() throws TokenRejected {
    return verifier.verify(token, now);
  }

  /**
   * Checks the signature of the same bytes by the same provider: the least that any verifier takes.
   *
   * @return whether it is good
   * @throws GeneralSecurityException never
   */
  @Benchmark
  public boolean bareCheck() throws GeneralSecurityException {
    return bare.isGood();
  }
}
