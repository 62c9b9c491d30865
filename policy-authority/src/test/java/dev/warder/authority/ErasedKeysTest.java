package dev.warder.authority;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.gate.token.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a retired key signed by is in no file of the store any more. */
class ErasedKeysTest {
  private static final Duration SHORTLY = Duration.ofMillis(300);
  private static final String INSERT_KEY =
      "insert into signing_key (id, algorithm, material, is_encrypted, created_at, signs_from)"
          + " values ('k', 'EdDSA', '%s', 0, 1, 1)";

  @TempDir Path folder;
  private Instant now = Database.NOW;
  private Path file;
  private Store store;
  private StoredKeys keys;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("store.db");
    StorePlace place = StorePlace.parse(file.toString());
    store = Store.open(place, () -> place.connect(SHORTLY), () -> now, SHORTLY);
    keys =
        StoredKeys.of(store, KeyWrapping.storeKeysUnencrypted(), new byte[32], new SecureRandom());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<String> materials() throws StoreFailure {
    return store.read(
        rows -> rows.signingKeys().list().stream().map(SigningKeyRow::material).toList());
  }

  /** Rotates at once, and so retires the key before. */
  private void rotate(Algorithm algorithm) throws Exception {
    now = now.plusSeconds(1);
    keys.rotate(WithStore.OPERATOR, algorithm, Duration.ZERO);
  }

  /** All keys of one algorithm begin alike. */
  private static List<String> partsOfItsOwn(String material, String other) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i + 16 <= material.length(); i += 16) {
      if (!other.contains(material.substring(i, i + 16))) {
        parts.add(material.substring(i, i + 16));
      }
    }
    assertThat(parts).hasSizeGreaterThan(1);
    return parts;
  }

  /** Copied by another process: to close a file here would drop the locks of SQLite. */
  private String allFiles() throws Exception {
    List<String> texts = new ArrayList<>();
    for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
      Path copy = folder.resolve("copy" + suffix);
      if (Files.exists(Path.of(file + suffix))) {
        assertThat(
                new ProcessBuilder("cp", file + suffix, copy.toString())
                    .inheritIO()
                    .start()
                    .waitFor())
            .isZero();
        texts.add(Files.readString(copy, ISO_8859_1));
      }
    }
    return String.join("\n", texts);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"RS256", "EDDSA"})
  void rotate_keyRetired_itsMaterialIsInNoFile(Algorithm algorithm) throws Exception {
    assertThat(keys.ring(algorithm).uses()).hasSize(1);
    String first = materials().get(0);
    assertThat(allFiles().contains(first)).isTrue();
    rotate(algorithm);
    rotate(algorithm);
    List<String> materials = materials();
    assertThat(materials.get(0)).isEmpty();
    String files = allFiles();
    for (String part : partsOfItsOwn(first, materials.get(1) + materials.get(2))) {
      assertThat(files.contains(part)).as(part).isFalse();
    }
    for (String part : partsOfItsOwn(materials.get(2), first)) {
      assertThat(files.contains(part)).as(part).isTrue();
    }
  }

  @Test
  void rotate_aReaderOfAnotherProgramNeedsTheLog_erasedByAnyLaterChange() throws Exception {
    assertThat(keys.ring(Algorithm.EDDSA).uses()).hasSize(1);
    String first = materials().get(0);
    rotate(Algorithm.EDDSA);
    StorePlace place = StorePlace.parse(file.toString());
    Store other = Store.open(place, () -> place.connect(SHORTLY), () -> now, SHORTLY);
    CountDownLatch isReading = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try {
                other.read(
                    rows -> {
                      isReading.countDown();
                      Uninterruptibles.awaitUninterruptibly(mayEnd);
                      return rows.signingKeys().list();
                    });
              } catch (StoreFailure e) {
                throw new IllegalStateException(e);
              }
            });
    reader.start();
    isReading.await();
    rotate(Algorithm.EDDSA);
    store.close();
    assertThat(allFiles().contains(first)).isTrue();
    mayEnd.countDown();
    reader.join();
    other.write(
        rows -> {
          rows.accounts().add(WithStore.account("a-1"));
          return null;
        });
    assertThat(allFiles().contains(first)).isFalse();
    other.close();
  }

  /** What programs of an earlier schema retired was deleted, and not erased. */
  @Test
  void open_earlierSchema_whatWasRetiredIsErased() throws Exception {
    store.close();
    Path old = folder.resolve("old.db");
    StorePlace place = StorePlace.parse(old.toString());
    place.make();
    migrateToSchema5(place);
    String material = "0123456789abcdef".repeat(200);
    try (Connection connection = Database.SQLITE.connect(old.toString())) {
      Dialect.run(connection, "pragma secure_delete = off");
      Dialect.run(connection, INSERT_KEY.formatted(material));
      Dialect.run(connection, "update signing_key set material = '', retired_at = 2");
    }
    assertThat(Files.readString(old, ISO_8859_1).contains("0123456789abcdef")).isTrue();
    file = old;
    store = Store.open(place, () -> place.connect(SHORTLY), () -> now, SHORTLY);
    assertThat(materials()).containsExactly("");
    assertThat(allFiles().contains("0123456789abcdef")).isFalse();
  }

  /** Of several programs that make one store, each may find it half made, and read by others. */
  @Test
  void open_earlierSchemaWithoutARetiredKey_waitsForNoReader() throws Exception {
    store.close();
    Path old = folder.resolve("old.db");
    StorePlace place = StorePlace.parse(old.toString());
    place.make();
    migrateToSchema5(place);
    try (Connection reader = Database.SQLITE.connect(old.toString())) {
      Dialect.run(reader, "begin");
      assertThat(Dialect.ask(reader, "select count(*) from signing_key")).isEqualTo("0");
      file = old;
      store = Store.open(place, () -> place.connect(SHORTLY), () -> now, SHORTLY);
    }
    assertThat(materials()).isEmpty();
  }

  private static void migrateToSchema5(StorePlace place) throws Exception {
    MigrationTexts texts =
        MigrationTexts.read(
            List.of(
                "V1__tables.sql",
                "sqlite/V2__append_only.sql",
                "V3__key_of_a_token.sql",
                "sqlite/V4__store_id.sql",
                "V5__by_account.sql"));
    assertThat(
            Flyway.configure(Schema.class.getClassLoader())
                .dataSource(new ConnectionSource(() -> place.connect(SHORTLY)))
                .resourceProvider(texts)
                .javaMigrationClassProvider(List::of)
                .table("warder_schema_history")
                .loggers("slf4j")
                .load()
                .migrate()
                .migrationsExecuted)
        .isEqualTo(5);
  }
}
