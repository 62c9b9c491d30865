package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.IssuerTokenPeer;
import dev.warder.benchmarks.peer.TokenPeer;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.ClaimPath;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfiles;
import dev.warder.gate.token.TokenVerifier;
import java.security.Provider;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does it take to verify a token of Keycloak that was not seen before, under the profile
 * {@code keycloak}, and how long does it take others? 64 tokens in turn, signed with RS256; the key
 * set is in memory.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar CompareKeycloakTokens -prof gc</pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompareKeycloakTokens extends MeanTime {
  private static final int TOKENS = 64;

  /** Who verifies; the bare check of the signature is the limit. */
  @Param({"bare-check", "warder", "spring", "auth0"})
  public String contender;

  /** By whom signatures are checked: the JDK, or Amazon's native provider. */
  @Param({"RS256", "RS256-native"})
  public String signed;

  private final Instant now = Instant.ofEpochSecond(KeycloakTokens.ISSUED);
  private final String[] texts = new String[TOKENS];
  private TokenPeer peer;
  private int next;

  /**
   * Makes the tokens, and checks that each is found good and a forged one is not.
   *
   * @throws Exception when they cannot be made
   */
  @Setup
  public void prepare() throws Exception {
    Provider provider = Signing.parse(signed).provider();
    KeycloakTokens tokens = new KeycloakTokens();
    for (int i = 0; i < TOKENS; i++) {
      texts[i] = tokens.token(i);
    }
    peer = peer(provider, tokens, texts);
    for (int i = 0; i < TOKENS; i++) {
      if (!verify().equals(SignedTokens.id(i))) {
        throw new IllegalStateException(contender + " takes another for " + SignedTokens.id(i));
      }
    }
    String forged = upToSignature(texts[0]) + texts[1].substring(upToSignature(texts[1]).length());
    if (isGood(peer(provider, tokens, forged), forged)) {
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

  private TokenPeer peer(Provider provider, KeycloakTokens tokens, String... all) throws Exception {
    IssuerTokenPeer.Expected expected =
        new IssuerTokenPeer.Expected(KeycloakTokens.ISSUER, KeycloakTokens.AUDIENCE, now);
    return switch (contender) {
      case "bare-check" ->
          new BareCheck(Algorithm.RS256, provider, Signing.own(tokens.publicKey(), provider), all);
      case "warder" -> warder(tokens.keySet(), provider);
      case "spring" -> IssuerTokenPeer.spring(tokens.keySet(), expected);
      case "auth0" -> IssuerTokenPeer.auth0(tokens.publicKey(), expected);
      default -> throw new IllegalArgumentException(contender);
    };
  }

  private TokenPeer warder(String keySet, Provider provider) throws Exception {
    TokenProfile profile =
        TokenProfiles.basedOn("keycloak")
            .account(ClaimPath.claim(KeycloakTokens.ACCOUNT_CLAIM))
            .build();
    TokenVerifier verifier =
        TokenVerifier.builder()
            .profile(profile)
            .issuer(KeycloakTokens.ISSUER)
            .audience(KeycloakTokens.AUDIENCE)
            .keys(KeySet.parse(keySet, provider))
            .withoutClockSkew()
            .acceptTokensThatWereRevoked()
            .build();
    return text -> verifier.verify("Bearer " + text, now.toEpochMilli()).tokenId();
  }

  /** Verifies the next token, and returns its id. */
  @Benchmark
  public String verify() throws Exception {
    return peer.tokenId(texts[next++ & (TOKENS - 1)]);
  }
}
