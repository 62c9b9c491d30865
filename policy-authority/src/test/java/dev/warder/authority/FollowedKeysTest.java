package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyUse;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.SigningKey;
import dev.warder.authority.key.TokenContent;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedKeysTest extends WithStore {
  private static final String ISSUER = "https://tokens.example.com";

  private static final Instant ISSUED_AT = NOW.truncatedTo(ChronoUnit.SECONDS);

  /** So long that within a test only {@link FollowedKeys#poll} reads. */
  private static final Duration NEVER = Duration.ofDays(1);

  private StoredKeys stored;
  private FollowedKeys followed;

  FollowedKeysTest() {
    super(Database.SQLITE);
  }

  @BeforeEach
  void follow() throws Exception {
    stored = StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom());
    followed = FollowedKeys.start(stored, Algorithm.ES256, NEVER);
  }

  @AfterEach
  void stop() {
    followed.close();
  }

  private TokenVerifier verifier() {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .issuer(ISSUER)
        .audience("a")
        .keys(followed.source())
        .withoutClockSkew()
        .keepSeenTokens(10)
        .build();
  }

  private KeyRing ringAfterRotation() throws Exception {
    stored.rotate(WithStore.OPERATOR, Algorithm.ES256, Duration.ZERO);
    return stored.ring(Algorithm.ES256);
  }

  private static String signedBy(SigningKey key) {
    TokenContent content =
        new TokenContent(
            ISSUER,
            "a",
            "ada",
            "v",
            "t",
            "A",
            List.of("read:app"),
            ISSUED_AT,
            ISSUED_AT.plusSeconds(9));
    return key.sign(content);
  }

  @Test
  void start_noKeyYet_makesOne() {
    assertThat(followed.ring().uses()).hasSize(1);
    assertThat(followed.problem()).isEmpty();
  }

  @Test
  void poll_rotatedElsewhere_signedAndVerifiedByBoth() throws Exception {
    TokenVerifier verifier = verifier();
    SigningKey old = followed.ring().signingKey(NOW);
    SigningKey rotated =
        ringAfterRotation().uses().stream()
            .map(KeyUse::key)
            .filter(key -> !key.id().equals(old.id()))
            .findFirst()
            .orElseThrow();
    assertThat(followed.ring().uses()).hasSize(1);
    assertThatExceptionOfType(TokenRejected.class)
        .isThrownBy(() -> verifier.verify("Bearer " + signedBy(rotated), NOW.toEpochMilli()));
    followed.poll();
    assertThat(followed.ring().uses()).hasSize(2);
    assertThat(verifier.verify("Bearer " + signedBy(rotated), NOW.toEpochMilli()).account())
        .isEqualTo("A");
    assertThat(verifier.verify("Bearer " + signedBy(old), NOW.toEpochMilli()).account())
        .isEqualTo("A");
  }

  @Test
  void poll_nothingNew_seenTokensStayKnown() throws Exception {
    TokenVerifier verifier = verifier();
    String token = signedBy(followed.ring().signingKey(NOW));
    Object seen = verifier.verify("Bearer " + token, NOW.toEpochMilli());
    followed.poll();
    assertThat(verifier.verify("Bearer " + token, NOW.toEpochMilli())).isSameAs(seen);
  }

  @Test
  void poll_storeClosed_lastKeysStay() {
    store.close();
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(followed::poll);
    assertThat(followed.ring().uses()).hasSize(1);
  }

  @Test
  void start_readingThatEndsWithAnError_isToldAndPollingGoesOn() throws Exception {
    AtomicBoolean isBroken = new AtomicBoolean();
    InstantSource clock =
        () -> {
          if (isBroken.get()) {
            throw new StackOverflowError();
          }
          return NOW;
        };
    try (Store other = Store.open(place, clock);
        FollowedKeys often =
            FollowedKeys.start(
                StoredKeys.of(
                    other, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom()),
                Algorithm.ES256,
                Duration.ofMillis(1))) {
      isBroken.set(true);
      while (often.problem().isEmpty()) {
        Thread.onSpinWait();
      }
      isBroken.set(false);
      while (often.problem().isPresent()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void start_readsAgainAndAgain_andSaysWhatIsWrong() throws Exception {
    try (FollowedKeys often = FollowedKeys.start(stored, Algorithm.ES256, Duration.ofMillis(1))) {
      stored.rotate(WithStore.OPERATOR, Algorithm.ES256, Duration.ZERO);
      while (often.ring().uses().size() < 2) {
        Thread.onSpinWait();
      }
      assertThat(often.problem()).isEmpty();
      store.close();
      while (often.problem().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(often.ring().uses()).hasSize(2);
    }
  }

  @Test
  void start_intervalNotPositive_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FollowedKeys.start(stored, Algorithm.ES256, Duration.ZERO))
        .withMessage("the interval is positive: PT0S");
  }
}
