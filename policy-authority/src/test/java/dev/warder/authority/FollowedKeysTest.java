package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyUse;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.SigningKey;
import dev.warder.authority.key.TokenContent;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedKeysTest extends WithStore {
  private static final String ISSUER = "https://tokens.example.com";

  private static final Instant ISSUED_AT = NOW.truncatedTo(ChronoUnit.SECONDS);

  /** So long that within a test only {@link FollowedKeys#poll} reads. */
  private static final Duration NEVER = Duration.ofDays(1);

  private static final Duration SHORTLY = Duration.ofMillis(300);

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
    return verifier(followed);
  }

  private static TokenVerifier verifier(FollowedKeys followed) {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .issuer(ISSUER)
        .audience("a")
        .keys(followed.source())
        .withoutClockSkew()
        .keepSeenTokens(10)
        .build();
  }

  /** As another process rotates, with keys of its own over the same store. */
  private KeyRing ringAfterRotation() throws Exception {
    StoredKeys others =
        StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom());
    others.rotate(OPERATOR, Algorithm.ES256, Duration.ZERO);
    return others.ring(Algorithm.ES256);
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

  /** Rotates the keys in the store, and returns the one that is new. */
  private SigningKey keyMadeElsewhereAfter(SigningKey old) throws Exception {
    return ringAfterRotation().uses().stream()
        .map(KeyUse::key)
        .filter(key -> !key.id().equals(old.id()))
        .findFirst()
        .orElseThrow();
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
    SigningKey rotated = keyMadeElsewhereAfter(old);
    assertThat(followed.ring().uses()).hasSize(1);
    followed.poll();
    assertThat(followed.ring().uses()).hasSize(2);
    assertThat(verifier.verify("Bearer " + signedBy(rotated), NOW.toEpochMilli()).account())
        .contains("A");
    assertThat(verifier.verify("Bearer " + signedBy(old), NOW.toEpochMilli()).account())
        .contains("A");
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

  /** By the same keys, as through a service: nobody waits for the interval. */
  @Test
  void rotate_bySameStoredKeys_isHeededAtOnce() throws Exception {
    String old = followed.ring().signingKey(NOW).id();
    stored.rotate(OPERATOR, Algorithm.ES256, Duration.ofMillis(1));
    SigningKey signs = followed.ring().signingKey(NOW.plusMillis(1));
    assertThat(signs.id()).isNotEqualTo(old);
    assertThat(verifier().verify("Bearer " + signedBy(signs), NOW.toEpochMilli()).account())
        .contains("A");
  }

  @Test
  void rotate_afterClose_readsNothing() throws Exception {
    followed.close();
    stored.rotate(OPERATOR, Algorithm.ES256, Duration.ZERO);
    assertThat(followed.ring().uses()).hasSize(1);
  }

  @Test
  void rotate_keysCannotBeReadAgain_saidWithWhatWasAdded() throws Exception {
    String old = followed.ring().signingKey(NOW).id();
    database.run(
        place,
        "create trigger damage after insert on signing_key begin"
            + " update signing_key set material = 'x' || material where id = '%s'; end"
                .formatted(old));
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> stored.rotate(OPERATOR, Algorithm.ES256, Duration.ZERO))
        .withMessageMatching("the key .* was added, and .*; to wait for that failed: .*damaged.*");
    assertThat(stored.list()).hasSize(2);
  }

  /** A page that takes long, or many at once, keep no gate from its keys. */
  @Test
  void poll_whileAllOtherConnectionsAreInUse_readsTheKeys() throws Exception {
    try (Store shortly =
            Store.open(
                StorePlace.parse(place),
                () -> StorePlace.parse(place).connect(SHORTLY),
                () -> NOW,
                SHORTLY);
        FollowedKeys keys =
            FollowedKeys.start(
                StoredKeys.of(
                    shortly, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom()),
                Algorithm.ES256,
                NEVER)) {
      pollNested(shortly, Store.CONNECTIONS, keys);
      assertThat(keys.problem()).isEmpty();
    }
  }

  private static void pollNested(Store store, int connections, FollowedKeys keys) throws Exception {
    if (connections == 0) {
      keys.poll();
    } else {
      store.<Void, Exception>read(
          rows -> {
            pollNested(store, connections - 1, keys);
            return null;
          });
    }
  }

  /** Nobody polls, and the gate of one process accepts what another signs by a key just made. */
  @Test
  void verify_keyRotatedElsewhere_isReadAtOnce() throws Exception {
    TokenVerifier verifier = verifier();
    SigningKey old = followed.ring().signingKey(NOW);
    SigningKey rotated = keyMadeElsewhereAfter(old);
    assertThat(verifier.verify("Bearer " + signedBy(rotated), NOW.toEpochMilli()).valueId())
        .isEqualTo("v");
  }

  /** Each reading asks the clock of the store. */
  @Test
  void verify_unknownKey_readsOnceAndThenSeldom() throws Exception {
    AtomicLong readings = new AtomicLong();
    InstantSource clock =
        () -> {
          readings.incrementAndGet();
          return NOW;
        };
    String unknown = signedBy(SigningKey.generate(Algorithm.ES256, new SecureRandom(), NOW));
    try (Store other = Store.open(place, clock);
        FollowedKeys keys =
            FollowedKeys.start(
                StoredKeys.of(
                    other, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom()),
                Algorithm.ES256,
                NEVER)) {
      long before = readings.get();
      assertThat(faultOf(verifier(keys), unknown)).isEqualTo(TokenFault.UNKNOWN_KEY);
      long once = readings.get();
      assertThat(once).isGreaterThan(before);
      for (int i = 0; i < 100; i++) {
        assertThat(faultOf(verifier(keys), unknown))
            .isIn(TokenFault.UNKNOWN_KEY, TokenFault.KEY_NOT_LOOKED_FOR);
      }
      assertThat(readings.get() - once).isLessThan(100 * (once - before));
    }
  }

  @Test
  void poll_keysCannotBeDecrypted_afterThreeReadingsNoTokenIsAccepted() throws Exception {
    TokenVerifier verifier = verifier();
    String token = signedBy(followed.ring().signingKey(NOW));
    assertThat(verifier.verify("Bearer " + token, NOW.toEpochMilli()).account()).contains("A");
    database.run(place, "update signing_key set material = 'x' || material");
    for (int i = 1; i <= 3; i++) {
      assertThat(verifier.verify("Bearer " + token, NOW.toEpochMilli()).account()).contains("A");
      assertThatExceptionOfType(UnreadableKey.class).isThrownBy(followed::poll);
      assertThat(followed.problem().orElseThrow()).contains("damaged");
    }
    assertThat(faultOf(verifier, token)).isEqualTo(TokenFault.KEYS_UNAVAILABLE);
    database.run(place, "update signing_key set material = substr(material, 2)");
    followed.poll();
    assertThat(verifier.verify("Bearer " + token, NOW.toEpochMilli()).account()).contains("A");
    assertThat(followed.problem()).isEmpty();
  }

  /** One reading in between that succeeds, and the count begins anew. */
  @Test
  void poll_failuresApart_theKeysStay() throws Exception {
    TokenVerifier verifier = verifier();
    String token = signedBy(followed.ring().signingKey(NOW));
    for (int i = 0; i < 3; i++) {
      database.run(place, "update signing_key set material = 'x' || material");
      assertThatExceptionOfType(UnreadableKey.class).isThrownBy(followed::poll);
      assertThatExceptionOfType(UnreadableKey.class).isThrownBy(followed::poll);
      database.run(place, "update signing_key set material = substr(material, 2)");
      followed.poll();
    }
    assertThat(verifier.verify("Bearer " + token, NOW.toEpochMilli()).account()).contains("A");
  }

  private static TokenFault faultOf(TokenVerifier verifier, String token) {
    return catchThrowableOfType(
            TokenRejected.class, () -> verifier.verify("Bearer " + token, NOW.toEpochMilli()))
        .fault();
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
      var unused = ringAfterRotation();
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
