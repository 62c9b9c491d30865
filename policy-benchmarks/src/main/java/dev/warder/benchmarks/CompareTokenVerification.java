package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.TokenPeer;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenVerifier;
import java.security.Key;
import java.security.Provider;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does it take to verify a token that was not seen before and to read its claims, and how
 * long does it take others? 64 tokens in turn; nobody keeps what was verified. A contender that
 * lacks an algorithm fails, which JMH reports, and is not run.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar CompareTokenVerification -prof gc</pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Dcom.amazon.corretto.crypto.provider.registerEdKeyFactory=true")
@Measurement(iterations = 3, time = 1)
public class CompareTokenVerification extends MeanTime {
  private static final int TOKENS = 64;

  /** Who verifies; the bare check of the signature is the limit. */
  @Param({"bare-check", "warder", "nimbus", "auth0", "jjwt", "jose4j"})
  public String contender;

  /** The algorithm, and by whom signatures are checked: the JDK, or Amazon's native provider. */
  @Param({
    "HS256",
    "RS256",
    "PS256",
    "ES256",
    "EdDSA",
    "RS256-native",
    "PS256-native",
    "ES256-native",
    "EdDSA-native"
  })
  public String signed;

  private final Instant now = Instant.ofEpochSecond(SignedTokens.ISSUED);
  private final String[] texts = new String[TOKENS];
  private TokenPeer peer;
  private int next;

  /**
   * Makes the tokens, and checks that each is found good and a forged one is not.
   *
   * @throws UnsupportedOperationException when the contender has no such algorithm
   * @throws Exception when they cannot be made
   */
  @Setup
  public void prepare() throws Exception {
    Signing signing = Signing.parse(signed);
    Provider provider = signing.provider();
    SignedTokens tokens = new SignedTokens(signing.algorithm());
    for (int i = 0; i < TOKENS; i++) {
      texts[i] = tokens.token(i);
    }
    peer = peer(signing, provider, tokens, texts);
    for (int i = 0; i < TOKENS; i++) {
      if (!verify().equals(SignedTokens.id(i))) {
        throw new IllegalStateException(contender + " takes another for " + SignedTokens.id(i));
      }
    }
    String forged = upToSignature(texts[0]) + texts[1].substring(upToSignature(texts[1]).length());
    if (isGood(peer(signing, provider, tokens, forged), forged)) {
      throw new IllegalStateException(contender + " takes a forged token");
    }
  }

  private static String upToSignature(String text) {
    return text.substring(0, text.lastIndexOf('.') + 1);
  }

  private static boolean isGood(TokenPeer peer, String text) {
    try {
      return !peer.tokenId(text).isEmpty();
    } catch (Exception e) {
      return false;
    }
  }

  private TokenPeer peer(Signing signing, Provider provider, SignedTokens tokens, String... all)
      throws Exception {
    Key key =
        signing.algorithm() == Algorithm.HS256
            ? new SecretKeySpec(SignedTokens.SECRET, "HmacSHA256")
            : Signing.own(tokens.publicKey(), provider);
    String code = signing.algorithm().code();
    String issuer = SignedTokens.ISSUER;
    String audience = SignedTokens.AUDIENCE;
    return switch (contender) {
      case "bare-check" -> new BareCheck(signing.algorithm(), provider, key, all);
      case "warder" -> warder(KeySet.parse(tokens.keySet(), provider));
      case "nimbus" -> TokenPeer.nimbus(tokens.keySet(), code, issuer, audience, now);
      case "auth0" -> TokenPeer.auth0(key, SignedTokens.SECRET, code, issuer, audience, now);
      case "jjwt" -> TokenPeer.jjwt(key, issuer, audience, now);
      case "jose4j" -> {
        if (signing.isNative() && signing.algorithm() == Algorithm.EDDSA) {
          throw new UnsupportedOperationException("jose4j takes no key of the native provider");
        }
        yield TokenPeer.jose4j(key, code, issuer, audience, now);
      }
      default -> throw new IllegalArgumentException(contender);
    };
  }

  private TokenPeer warder(KeySet keys) {
    TokenVerifier verifier = SignedTokens.verifier(keys).acceptTokensThatWereRevoked().build();
    return text -> verifier.verify("Bearer " + text, now.toEpochMilli()).tokenId();
  }

  /** Verifies the next token, and returns its id. */
  @Benchmark
  public String verify() throws Exception {
    return peer.tokenId(texts[next++ & (TOKENS - 1)]);
  }
}
