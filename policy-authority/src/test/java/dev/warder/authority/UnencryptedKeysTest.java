package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.gate.token.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keys that are not encrypted: a file's that is its owner's alone, and no server's. */
class UnencryptedKeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Nested
  class Sqlite extends WithStore {
    Sqlite() {
      super(Database.SQLITE);
    }

    @Test
    void of_unencryptedInAFile_keptAsTheyAre() throws Exception {
      StoredKeys keys =
          StoredKeys.of(store, KeyWrapping.storeKeysUnencrypted(), new byte[32], RANDOM);
      KeyRing ring = keys.ring(Algorithm.ES256);
      assertThat(keys.ring(Algorithm.ES256).publicJwks()).isEqualTo(ring.publicJwks());
    }

    @Test
    void keepToOwner_openToOthers_closedAndSaid() throws Exception {
      addAccount("a-1");
      Path file = Path.of(place);
      Files.setPosixFilePermissions(
          Path.of(place + "-wal"), PosixFilePermissions.fromString("rw-rw-r--"));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      StoredKeys keys =
          StoredKeys.of(store, KeyWrapping.storeKeysUnencrypted(), new byte[32], RANDOM);
      assertThat(keys.keepToOwner())
          .contains(
              "others could read the private keys in %s (rw-r--r--); now only its owner can (rw-------)"
                  .formatted(file.toAbsolutePath()));
      for (String beside : List.of("", "-wal", "-shm")) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(Path.of(place + beside))))
            .isEqualTo("rw-------");
      }
      assertThat(keys.keepToOwner()).isEmpty();
    }

    /** Each use of unencrypted keys closes the file to others. */
    @Test
    void ring_fileOpenToOthers_closed() throws Exception {
      Path file = Path.of(place);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      StoredKeys keys =
          StoredKeys.of(store, KeyWrapping.storeKeysUnencrypted(), new byte[32], RANDOM);
      assertThat(keys.ring(Algorithm.ES256).uses()).hasSize(1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }

    @Test
    void publicJwks_fileOpenToOthersSince_closedAgain() throws Exception {
      Path file = Path.of(place);
      StoredKeys keys =
          StoredKeys.of(store, KeyWrapping.storeKeysUnencrypted(), new byte[32], RANDOM);
      KeyRing ring = keys.ring(Algorithm.ES256);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(keys.publicJwks()).isEqualTo(ring.publicJwks());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }

    @Test
    void keepToOwner_encrypted_nothing() throws Exception {
      StoredKeys keys = StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], RANDOM);
      assertThat(keys.keepToOwner()).isEmpty();
    }
  }

  @Nested
  class Postgresql extends WithStore {
    Postgresql() {
      super(Database.POSTGRESQL);
    }

    @Test
    void of_unencryptedOnAServer_refused() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> StoredKeys.of(store, KeyWrapping.storeKeysUnencrypted(), new byte[32], RANDOM))
          .withMessage(
              "a database server keeps private keys only encrypted; give a key to encrypt them by");
    }
  }
}
