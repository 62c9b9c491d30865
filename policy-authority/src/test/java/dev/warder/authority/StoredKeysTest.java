package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyUse;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.token.Algorithm;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoredKeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Nested
  class Sqlite extends Tests {
    Sqlite() {
      super(Database.SQLITE);
    }

    @Test
    void of_unencryptedInAFile_keptAsTheyAre() throws Exception {
      StoredKeys keys = StoredKeys.of(store, KeyWrapping.storeKeysUnencrypted(), RANDOM);
      KeyRing ring = keys.ring(Algorithm.ES256);
      assertThat(keys.ring(Algorithm.ES256).publicJwks()).isEqualTo(ring.publicJwks());
    }
  }

  @Nested
  class Postgresql extends Tests {
    Postgresql() {
      super(Database.POSTGRESQL);
    }

    @Test
    void of_unencryptedOnAServer_refused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StoredKeys.of(store, KeyWrapping.storeKeysUnencrypted(), RANDOM))
          .withMessage(
              "a database server keeps private keys only encrypted; give a key to encrypt them by");
    }
  }

  abstract static class Tests extends WithStore {
    Tests(Database database) {
      super(database);
    }

    private StoredKeys keys(int key) {
      byte[] bytes = new byte[32];
      bytes[0] = (byte) key;
      return StoredKeys.of(store, KeyWrapping.of(bytes), RANDOM);
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
      assertThatIllegalArgumentException()
          .isThrownBy(() -> keys(1).rotate(Algorithm.HS256, Duration.ZERO));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> keys(1).rotate(Algorithm.EDDSA, Duration.ofMillis(-1)));
      assertThat(keys(1).ring(Algorithm.EDDSA).publicJwks()).isEqualTo(ring.publicJwks());
    }

    @Test
    void rotate_newKey_publishedAtOnceAndSignsAfterTheLead() throws Exception {
      KeyRing old = keys(1).ring(Algorithm.EDDSA);
      KeyRing rotated = keys(1).rotate(Algorithm.EDDSA, Duration.ofHours(1));
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
  }
}
