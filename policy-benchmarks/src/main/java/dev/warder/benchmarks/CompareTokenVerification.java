package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.TokenPeer;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenVerifier;
import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
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
 * How long does it take to verify a token that was not seen before and to read its claims, and how
 * long does it take others? Signatures are checked by the JDK's providers.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar CompareTokenVerification -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CompareTokenVerification {
  /** Who verifies; the bare check of the signature is the limit. */
  @Param({"bare-check", "warder", "nimbus", "auth0", "jjwt", "jose4j"})
  public String contender;

  /** The algorithm that the token is signed by. */
  @Param({"HS256", "RS256", "ES256"})
  public Algorithm algorithm;

  private String token;
  private TokenPeer peer;

  /** Called by JMH. */
  public CompareTokenVerification() {}

  /**
   * Makes the token and checks that it is found good.
   *
   * @throws Exception when it cannot be made
   */
  @Setup
  public void prepare() throws Exception {
    SignedTokens tokens = new SignedTokens(algorithm);
    Instant now = Instant.ofEpochSecond(SignedTokens.ISSUED);
    token = tokens.token(1);
    Key key =
        algorithm == Algorithm.HS256
            ? new SecretKeySpec(SignedTokens.SECRET, "HmacSHA256")
            : tokens.publicKey();
    String code = algorithm.code();
    String issuer = SignedTokens.ISSUER;
    String audience = SignedTokens.AUDIENCE;
    peer =
        switch (contender) {
          case "bare-check" -> bare(tokens);
          case "warder" -> warder(tokens, now);
          case "nimbus" -> TokenPeer.nimbus(tokens.keySet(), code, issuer, audience, now);
          case "auth0" -> TokenPeer.auth0(key, SignedTokens.SECRET, code, issuer, audience, now);
          case "jjwt" -> TokenPeer.jjwt(key, issuer, audience, now);
          case "jose4j" -> TokenPeer.jose4j(key, code, issuer, audience, now);
          default -> throw new IllegalArgumentException(contender);
        };
    if (!peer.tokenId(token).equals("t-00000001")) {
      throw new IllegalStateException(contender);
    }
  }

  private TokenPeer bare(SignedTokens tokens) throws Exception {
    BareCheck check = new BareCheck(algorithm, provider(), tokens.publicKey(), token);
    return text -> check.isGood() ? "t-00000001" : "";
  }

  private Provider provider() {
    return Security.getProvider(algorithm == Algorithm.RS256 ? "SunRsaSign" : "SunEC");
  }

  private TokenPeer warder(SignedTokens tokens, Instant now) throws Exception {
    TokenVerifier verifier =
        TokenVerifier.builder()
            .issuer(SignedTokens.ISSUER)
            .audience(SignedTokens.AUDIENCE)
            .keys(
                algorithm == Algorithm.HS256
                    ? KeySet.parse(tokens.keySet())
                    : KeySet.parse(tokens.keySet(), provider()))
            .withoutClockSkew()
            .build();
    return text -> verifier.verify(text, now).tokenId();
  }

  /**
   * Verifies the token.
   *
   * @return its id
   * @throws Exception never
   */
  @Benchmark
  public String verify() throws Exception {
    return peer.tokenId(token);
  }
}
