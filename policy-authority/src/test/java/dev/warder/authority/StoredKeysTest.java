package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyUse;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.concurrent.Together;
import dev.warder.gate.token.Algorithm;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoredKeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Nested
  class Sqlite extends Tests {
    Sqlite() {
      super(Database.SQLITE);
    }
  }

  @Nested
  class Postgresql extends Tests {
    Postgresql() {
      super(Database.POSTGRESQL);
    }
  }

  abstract static class Tests extends WithStore {
    Tests(Database database) {
      super(database);
    }

    private StoredKeys keys(int key) {
      return StoredKeys.of(store, KeyWrapping.of(key(key)), new byte[32], RANDOM);
    }

    private static byte[] key(int first) {
      byte[] bytes = new byte[32];
      bytes[0] = (byte) first;
      return bytes;
    }

    @Test
    void ring_first_isMadeOnceAndKeptEncrypted() throws Exception {
      KeyRing ring = keys(1).ring(Algorithm.ES256);
      assertThat(ring.uses()).hasSize(1);
      assertThat(ring.signingKey(NOW).algorithm()).isEqualTo(Algorithm.ES256);
      assertThat(keys(1).ring(Algorithm.EDDSA).publicJwks()).isEqualTo(ring.publicJwks());
      assertThat(all(rows -> rows.signingKeys().list()))
          .singleElement()
          .satisfies(row -> assertThat(row.isEncrypted()).isTrue());
    }

    @Test
    void ring_byAnotherEncryptionKey_told() throws Exception {
      KeyRing unused = keys(1).ring(Algorithm.EDDSA);
      assertThatExceptionOfType(UnreadableKey.class)
          .isThrownBy(() -> keys(2).ring(Algorithm.EDDSA))
          .withMessageEndingWith("is encrypted by another key than the one given");
    }

    @Test
    void ring_madeByTwoAtOnce_isOne() throws Exception {
      try (Together together = new Together(2)) {
        List<KeyRing> rings =
            together.run(() -> keys(1).ring(Algorithm.EDDSA), () -> keys(1).ring(Algorithm.EDDSA));
        assertThat(rings.get(0).publicJwks()).isEqualTo(rings.get(1).publicJwks());
      }
    }

    /** What a ring would not take is not added, or no key could be read ever after. */
    @Test
    void rotate_aSecretBesideOthers_refusedAndNothingAdded() throws Exception {
      KeyRing ring = keys(1).ring(Algorithm.EDDSA);
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> keys(1).rotate(OPERATOR, Algorithm.HS256, Duration.ZERO))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(RefusalReason.UNFIT_KEY));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> keys(1).rotate(OPERATOR, Algorithm.EDDSA, Duration.ofMillis(-1)));
      assertThat(keys(1).ring(Algorithm.EDDSA).publicJwks()).isEqualTo(ring.publicJwks());
    }

    @Test
    void rotate_newKey_publishedAtOnceAndSignsAfterTheLead() throws Exception {
      KeyRing old = keys(1).ring(Algorithm.EDDSA);
      keys(1).rotate(OPERATOR, Algorithm.EDDSA, Duration.ofHours(1));
      KeyRing rotated = keys(1).ring(Algorithm.EDDSA);
      assertThat(rotated.uses())
          .extracting(KeyUse::signsFrom)
          .contains(NOW.plus(Duration.ofHours(1)));
      assertThat(rotated.keySet().ids()).hasSize(2);
      assertThat(rotated.signingKey(NOW.plus(Duration.ofHours(1)).minusMillis(1)).id())
          .isEqualTo(old.signingKey(NOW).id());
      assertThat(rotated.signingKey(NOW.plus(Duration.ofHours(1))).id())
          .isNotEqualTo(old.signingKey(NOW).id());
      assertThat(keys(1).ring(Algorithm.EDDSA).publicJwks()).isEqualTo(rotated.publicJwks());
    }

    /** Adds a token whose present value a key signed. */
    private String add(int ordinal, Optional<String> key, Optional<Instant> expiry)
        throws Exception {
      if (ordinal == 1) {
        addAccount("a-1");
      }
      TokenRow t = token("a-1", ordinal, expiry);
      TokenRow signed =
          new TokenRow(
              t.id(),
              t.accountId(),
              t.ordinal(),
              t.name(),
              t.createdBy(),
              t.createdAt(),
              t.capabilities(),
              t.issuer(),
              t.valueId(),
              key,
              t.issuedAt(),
              t.expiresAt(),
              t.revokedAt(),
              t.lastUsedAt());
      store.write(
          rows -> {
            rows.tokens().add(signed);
            return null;
          });
      return t.id();
    }

    private String firstKey() throws Exception {
      return keys(1).ring(Algorithm.EDDSA).signingKey(NOW).id();
    }

    /** Rotates at a time twice, so that the first key waits for nothing, and returns its state. */
    private KeyState stateAfterRotation(String key, Instant at) throws Exception {
      try (Store later = Store.open(place, () -> at)) {
        StoredKeys keys = StoredKeys.of(later, KeyWrapping.of(key(1)), new byte[32], RANDOM);
        for (int i = 0; i < 2; i++) {
          keys.rotate(OPERATOR, Algorithm.EDDSA, Duration.ZERO);
        }
        return keys.list().stream()
            .filter(info -> info.id().equals(key))
            .findFirst()
            .orElseThrow()
            .state();
      }
    }

    @Test
    void rotate_noTokenOfTheOldKeyLeft_itIsRetiredAndNothingOfItKept() throws Exception {
      String old = firstKey();
      assertThat(stateAfterRotation(old, NOW.plusSeconds(1))).isEqualTo(KeyState.RETIRED);
      assertThat(all(rows -> rows.audit().page(0, 10)))
          .extracting(row -> row.event().action())
          .containsExactly("make-key", "rotate-key", "retire-key", "rotate-key");
      assertThat(all(rows -> rows.signingKeys().list()))
          .filteredOn(row -> row.id().equals(old))
          .singleElement()
          .satisfies(row -> assertThat(row.material()).isEmpty());
      assertThat(keys(1).ring(Algorithm.EDDSA).publicJwks()).doesNotContain(old);
    }

    @Test
    void rotate_tokenOfTheOldKeyExpires_keyStaysUntilExactlyThen() throws Exception {
      String old = firstKey();
      Instant expiry = NOW.plusSeconds(10);
      String unused = add(1, Optional.of(old), Optional.of(expiry));
      assertThat(stateAfterRotation(old, expiry.minusMillis(1))).isEqualTo(KeyState.VERIFYING);
      assertThat(keys(1).ring(Algorithm.EDDSA).publicJwks()).contains(old);
      assertThat(stateAfterRotation(old, expiry)).isEqualTo(KeyState.RETIRED);
    }

    /** Rotated twice while the clock is in 2100, and then when it is right. */
    @Test
    void rotate_byAClockFarAhead_keyOfALiveTokenStays() throws Exception {
      String old = firstKey();
      Instant expiry = NOW.plus(Duration.ofDays(30));
      String unused = add(1, Optional.of(old), Optional.of(expiry));
      assertThat(stateAfterRotation(old, Instant.parse("2100-01-01T00:00:00Z")))
          .isEqualTo(KeyState.VERIFYING);
      assertThat(stateAfterRotation(old, NOW.plusSeconds(1))).isEqualTo(KeyState.VERIFYING);
      assertThat(keys(1).ring(Algorithm.EDDSA).publicJwks()).contains(old);
    }

    /** Nothing was done for a month: the rotation after the next day retires it. */
    @Test
    void rotate_afterALongQuietTime_retiredADayLater() throws Exception {
      String old = firstKey();
      Instant expiry = NOW.plus(Duration.ofDays(30));
      String unused = add(1, Optional.of(old), Optional.of(expiry));
      assertThat(stateAfterRotation(old, expiry)).isEqualTo(KeyState.VERIFYING);
      Instant dayLater = expiry.plus(Duration.ofDays(1));
      assertThat(stateAfterRotation(old, dayLater.minusMillis(1))).isEqualTo(KeyState.VERIFYING);
      assertThat(stateAfterRotation(old, dayLater)).isEqualTo(KeyState.RETIRED);
    }

    @Test
    void rotate_tokenThatNeverExpires_keyStaysUntilItIsRevoked() throws Exception {
      String old = firstKey();
      String endless = add(1, Optional.of(old), Optional.empty());
      String unused = add(2, Optional.of(old), Optional.of(NOW.plusSeconds(1)));
      assertThat(stateAfterRotation(old, NOW.plusSeconds(99_999_999)))
          .isEqualTo(KeyState.VERIFYING);
      assertThat(is(rows -> rows.tokens().revoke(endless, NOW))).isTrue();
      assertThat(stateAfterRotation(old, NOW.plusSeconds(99_999_999))).isEqualTo(KeyState.RETIRED);
    }

    @Test
    void rotate_tokenOfWhichNoKeyIsKnown_keepsAll() throws Exception {
      String old = firstKey();
      String unused = add(1, Optional.empty(), Optional.of(NOW.plusSeconds(10)));
      assertThat(stateAfterRotation(old, NOW.plusSeconds(9))).isEqualTo(KeyState.VERIFYING);
      assertThat(stateAfterRotation(old, NOW.plusSeconds(10))).isEqualTo(KeyState.RETIRED);
    }

    @Test
    void rotate_tokenOfAnotherKey_keepsNoneButThat() throws Exception {
      String old = firstKey();
      String unused = add(1, Optional.of("another"), Optional.empty());
      assertThat(stateAfterRotation(old, NOW.plusSeconds(1))).isEqualTo(KeyState.RETIRED);
    }

    @Test
    void rotate_othersDidMeanwhile_refused() throws Exception {
      KeyRing unused = keys(1).ring(Algorithm.EDDSA);
      try (Together together = new Together(2)) {
        List<String> ends = together.run(this::rotation, this::rotation);
        assertThat(ends).contains("done").isSubsetOf("done", "keys-changed");
        long done = ends.stream().filter("done"::equals).count();
        assertThat(keys(1).list()).hasSize(1 + (int) done);
      }
    }

    private String rotation() throws Exception {
      try {
        keys(1).rotate(OPERATOR, Algorithm.EDDSA, Duration.ofHours(1));
        return "done";
      } catch (Refused e) {
        return e.reason().code();
      }
    }

    @Test
    void list_eachState() throws Exception {
      String first = firstKey();
      keys(1).rotate(OPERATOR, Algorithm.EDDSA, Duration.ofHours(1));
      assertThat(keys(1).list())
          .extracting(KeyInfo::state)
          .containsExactly(KeyState.SIGNING, KeyState.WAITING);
      assertThat(keys(1).list().get(0).id()).isEqualTo(first);
      assertThat(keys(1).list().get(1).signsFrom()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void exportSecret_hs256_theSecretAndARowInTheAudit() throws Exception {
      KeyRing ring = keys(1).ring(Algorithm.HS256);
      String id = ring.signingKey(NOW).id();
      assertThat(keys(1).exportSecret(OPERATOR, id))
          .isEqualTo(ring.signingKey(NOW).exportSecret())
          .hasSize(32);
      assertThat(all(rows -> rows.audit().page(0, 10)))
          .extracting(row -> row.event().actor(), row -> row.event().action())
          .containsExactly(
              tuple("(first use)", "make-key"), tuple("(operator ops)", "export-secret"));
      assertThat(AuditCheck.verify(CHAIN, store).isIntact()).isTrue();
    }

    @Test
    void exportSecret_privateOrUnknownKey_refusedAndNotRecorded() throws Exception {
      String id = firstKey();
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> keys(1).exportSecret(OPERATOR, id))
          .withMessage("a private key never leaves the store; publish its public half");
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> keys(1).exportSecret(OPERATOR, "x"))
          .withMessage("the store has no key `x` in use");
      assertThat(all(rows -> rows.audit().page(0, 10))).hasSize(1);
    }
  }
}
