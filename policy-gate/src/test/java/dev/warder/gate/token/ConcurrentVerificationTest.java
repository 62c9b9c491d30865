package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.revocation.TokenIdentity;
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
  private final CheckedBy revocations = new CheckedBy(this::check);

  private static KeySet keySet(String id) {
    try {
      return KeySet.ofSecret(id, Base64.getUrlDecoder().decode(Signed.SECRET));
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  private static TokenVerifier verifier(KeySource keys, Revocations revocations) {
    return TokenVerifier.builder()
        .issuer("https://tokens.example.com")
        .audience("control-api")
        .keys(keys)
        .withoutClockSkew()
        .keepSeenTokens(8)
        .revocations(revocations)
        .build();
  }

  private RevocationAnswer check(TokenIdentity token) {
    return isRevoked(token) ? RevocationAnswer.REVOKED : RevocationAnswer.CLEAR;
  }

  private boolean isRevoked(TokenIdentity token) {
    return revoked.contains(token.tokenId());
  }

  private static String answer(TokenVerifier verifier) {
    try {
      return "accepted " + verifier.verify("Bearer " + TEXT, NOW.toEpochMilli()).tokenId();
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  private String revoke(TokenVerifier verifier) {
    revoked.add("t-1");
    revocations.tell(this::isRevoked);
    return answer(verifier);
  }

  @Test
  void revoke_betweenLookUpAndItsAnswer_refused() {
    AtomicReference<CheckedBy> during = new AtomicReference<>();
    during.set(
        new CheckedBy(
            token -> {
              RevocationAnswer before = check(token);
              revoked.add("t-1");
              during.get().tell(this::isRevoked);
              return before;
            }));
    TokenVerifier verifier = verifier(KeySource.of(WITH_KEY), during.get());
    assertThat(answer(verifier)).isEqualTo("revoked");
    assertThat(answer(verifier)).isEqualTo("revoked");
  }

  /** The second verification finds what the first published, and must not take that for clear. */
  @Test
  void verify_betweenPublishingAndLookUp_looksUpItself() {
    AtomicReference<TokenVerifier> verifier = new AtomicReference<>();
    AtomicReference<String> second = new AtomicReference<>();
    verifier.set(
        verifier(
            KeySource.of(WITH_KEY),
            new CheckedBy(
                token -> {
                  if (second.compareAndSet(null, "asking")) {
                    revoked.add("t-1");
                    second.set(answer(verifier.get()));
                  }
                  return check(token);
                })));
    assertThat(answer(verifier.get())).isEqualTo("revoked");
    assertThat(second).hasValue("revoked");
  }

  @Test
  void revoke_whileTwoThreadsVerify_refusedEverAfter() throws Exception {
    try (Together together = new Together(3)) {
      for (int round = 0; round < ROUNDS; round++) {
        revoked.clear();
        TokenVerifier verifier = verifier(KeySource.of(WITH_KEY), revocations);
        var answers =
            together.run(() -> answer(verifier), () -> answer(verifier), () -> revoke(verifier));
        String later = answer(verifier);
        verifier.close();
        assertThat(answers.subList(0, 2)).isSubsetOf("accepted t-1", "revoked");
        assertThat(answers.get(2)).isEqualTo("revoked");
        assertThat(later).isEqualTo("revoked");
      }
    }
  }

  @Test
  void replace_whileTwoThreadsVerify_keyThatIsGoneAcceptsNothing() throws Exception {
    try (Together together = new Together(3)) {
      for (int round = 0; round < ROUNDS; round++) {
        ReplaceableKeys keys = new ReplaceableKeys(WITH_KEY);
        TokenVerifier verifier = verifier(keys, revocations);
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
