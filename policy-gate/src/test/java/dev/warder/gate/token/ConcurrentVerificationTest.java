package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Once a token is marked as revoked, or its key is gone, nothing that starts later accepts it,
 * whatever was under way meanwhile.
 */
class ConcurrentVerificationTest {
  private static final Instant NOW = Instant.ofEpochSecond(Claim.ISSUED);
  private static final int ROUNDS = 3_000;
  private static final String TEXT = Signed.hs256();
  private static final KeySet WITH_KEY = keySet("s1");
  private static final KeySet WITHOUT_KEY = keySet("s2");

  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  private static KeySet keySet(String id) {
    try {
      return KeySet.ofSecret(id, Base64.getUrlDecoder().decode(Signed.SECRET));
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  private static TokenVerifier verifier(KeySource keys, RevocationLookup revocations) {
    return TokenVerifier.builder()
        .issuer("https://tokens.example.com")
        .audience("control-api")
        .keys(keys)
        .withoutClockSkew()
        .keepSeenTokens(8)
        .revocations(revocations)
        .build();
  }

  private RevocationLookup.Answer lookUp(AccessToken token) {
    return isRevoked(token) ? RevocationLookup.Answer.REVOKED : RevocationLookup.Answer.CLEAR;
  }

  private boolean isRevoked(AccessToken token) {
    return revoked.contains(token.tokenId());
  }

  private static String answer(TokenVerifier verifier) {
    try {
      return "accepted " + verifier.verify(TEXT, NOW).tokenId();
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  private String revoke(TokenVerifier verifier) {
    revoked.add("t-1");
    verifier.markRevoked(this::isRevoked);
    return answer(verifier);
  }

  @Test
  void markRevoked_betweenLookUpAndItsAnswer_refused() {
    AtomicReference<TokenVerifier> verifier = new AtomicReference<>();
    verifier.set(
        verifier(
            KeySource.of(WITH_KEY),
            token -> {
              RevocationLookup.Answer before = lookUp(token);
              revoked.add("t-1");
              verifier.get().markRevoked(this::isRevoked);
              return before;
            }));
    assertThat(answer(verifier.get())).isEqualTo("revoked");
    assertThat(answer(verifier.get())).isEqualTo("revoked");
  }

  /** The second verification finds what the first published, and must not take that for clear. */
  @Test
  void verify_betweenPublishingAndLookUp_looksUpItself() {
    AtomicReference<TokenVerifier> verifier = new AtomicReference<>();
    AtomicReference<String> second = new AtomicReference<>();
    verifier.set(
        verifier(
            KeySource.of(WITH_KEY),
            token -> {
              if (second.compareAndSet(null, "asking")) {
                revoked.add("t-1");
                second.set(answer(verifier.get()));
              }
              return lookUp(token);
            }));
    assertThat(answer(verifier.get())).isEqualTo("revoked");
    assertThat(second).hasValue("revoked");
  }

  @Test
  void markRevoked_whileTwoThreadsVerify_refusedEverAfter() throws Exception {
    try (Together together = new Together(3)) {
      for (int round = 0; round < ROUNDS; round++) {
        revoked.clear();
        TokenVerifier verifier = verifier(KeySource.of(WITH_KEY), this::lookUp);
        var answers =
            together.run(() -> answer(verifier), () -> answer(verifier), () -> revoke(verifier));
        assertThat(answers.subList(0, 2)).isSubsetOf("accepted t-1", "revoked");
        assertThat(answers.get(2)).isEqualTo("revoked");
        assertThat(answer(verifier)).isEqualTo("revoked");
      }
    }
  }

  @Test
  void replace_whileTwoThreadsVerify_keyThatIsGoneAcceptsNothing() throws Exception {
    try (Together together = new Together(3)) {
      for (int round = 0; round < ROUNDS; round++) {
        ReplaceableKeys keys = new ReplaceableKeys(WITH_KEY);
        TokenVerifier verifier = verifier(keys, this::lookUp);
        var answers =
            together.run(
                () -> answer(verifier),
                () -> answer(verifier),
                () -> {
                  keys.replace(WITHOUT_KEY);
                  return answer(verifier);
                });
        assertThat(answers.subList(0, 2)).isSubsetOf("accepted t-1", "unknown-key");
        assertThat(answers.get(2)).isEqualTo("unknown-key");
        assertThat(answer(verifier)).isEqualTo("unknown-key");
      }
    }
  }
}
