package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.StoreFailure.Kind;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file fails of, and that the store works again when the cause is gone. */
class SqliteFailureTest {
  private static final Duration SHORTLY = Duration.ofMillis(50);
  private static final String LONG_NAME = "x".repeat(20_000);

  @TempDir Path folder;
  private Path file;
  private StorePlace place;

  @BeforeEach
  void makePlace() {
    file = folder.resolve("store.db");
    place = StorePlace.parse(file.toString());
  }

  private Store open(ConnectionSource.Opening opening) throws StoreFailure {
    return Store.open(place, opening, () -> Database.NOW, SHORTLY);
  }

  private Store open() throws StoreFailure {
    return open(() -> place.connect(SHORTLY));
  }

  private static void add(Store store, String id) throws StoreFailure {
    store.write(
        rows -> {
          rows.accounts().add(new AccountRow(id, LONG_NAME, Database.NOW));
          return null;
        });
  }

  private static void add(Store store, int from, int to) throws StoreFailure {
    for (int i = from; i <= to; i++) {
      add(store, "a-" + i);
    }
  }

  private static boolean has(Store store, String id) throws StoreFailure {
    return store.read(rows -> rows.accounts().get(id)).isPresent();
  }

  private static void assertFails(Kind kind, ThrowingCallable failing) {
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(failing)
        .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
  }

  @Test
  void write_noPageLeft_fullUntilThereIs() throws Exception {
    AtomicInteger pages = new AtomicInteger(100);
    ConnectionSource.Opening opening =
        () -> {
          Connection connection = place.connect(SHORTLY);
          Dialect.run(connection, "pragma max_page_count = " + pages);
          return connection;
        };
    try (Store store = open(opening)) {
      assertFails(Kind.FULL, () -> add(store, 1, 100));
      assertThat(has(store, "a-1")).isTrue();
      assertThat(has(store, "a-100")).isFalse();
      pages.set(10_000);
      add(store, 100, 120);
      assertThat(has(store, "a-120")).isTrue();
    }
  }

  @Test
  void write_readOnly_readUntilItIsNot() throws Exception {
    open().close();
    StorePlace readOnly = StorePlace.parse("jdbc:sqlite:file:" + file + "?mode=ro");
    AtomicReference<StorePlace> now = new AtomicReference<>(readOnly);
    try (Store store = open(() -> now.get().connect(SHORTLY))) {
      assertFails(Kind.READ_ONLY, () -> add(store, "a-1"));
      assertThat(has(store, "a-1")).isFalse();
      now.set(place);
      add(store, "a-1");
      assertThat(has(store, "a-1")).isTrue();
    }
  }

  @Test
  void open_readOnlyWithoutTables_readOnly() throws Exception {
    Files.createFile(file);
    try (Connection connection = place.connect(SHORTLY)) {
      Dialect.run(connection, "pragma user_version = 1");
    }
    assertFails(
        Kind.READ_ONLY,
        () -> Store.open("jdbc:sqlite:file:" + file + "?mode=ro", () -> Database.NOW));
  }

  @Test
  void open_fileThatIsNoDatabase_notAStore() throws Exception {
    byte[] text = "no database\n".repeat(1_000).getBytes(UTF_8);
    Files.write(file, text);
    assertFails(Kind.NOT_A_STORE, this::open);
    assertThat(Files.readAllBytes(file)).isEqualTo(text);
  }

  @Test
  void open_truncatedFile_corruptUntilItIsWhole() throws Exception {
    try (Store store = open()) {
      add(store, 1, 20);
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertFails(Kind.CORRUPT, this::openAndReadAll);
    for (String left : new String[] {"store.db-wal", "store.db-shm"}) {
      Files.deleteIfExists(folder.resolve(left));
    }
    Files.write(file, whole);
    openAndReadAll();
  }

  /** It was a store, as far as anybody can tell: a new one in its place would hide what is lost. */
  @Test
  void open_fileCutToNothing_corruptUntilItIsWhole() throws Exception {
    try (Store store = open()) {
      add(store, 1, 20);
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[0]);
    assertFails(Kind.CORRUPT, this::open);
    assertThat(Files.size(file)).isZero();
    Files.write(file, whole);
    openAndReadAll();
  }

  private void openAndReadAll() throws StoreFailure {
    try (Store store = open()) {
      for (int i = 1; i <= 20; i++) {
        assertThat(has(store, "a-" + i)).isTrue();
      }
    }
  }

  /** Between attempts to connect the pool pauses, up to as long as it waits for one. */
  @Test
  void read_fileDamagedWhileOpen_corruptUntilItIsWhole() throws Exception {
    try (Store store = open()) {
      add(store, 1, 200);
    }
    byte[] whole = Files.readAllBytes(file);
    Duration wait = Duration.ofSeconds(1);
    try (Store store = Store.open(place, () -> place.connect(wait), () -> Database.NOW, wait)) {
      try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
        damaged.seek(4_096);
        damaged.write(new byte[whole.length - 4_096]);
      }
      assertFails(Kind.CORRUPT, () -> has(store, "a-1"));
      try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
        damaged.write(whole);
      }
      assertThat(has(store, "a-1")).isTrue();
      add(store, "a-201");
    }
  }

  @Test
  void open_noFileAndNotToBeMade_cannotOpen() {
    for (String mode : new String[] {"ro", "rw"}) {
      assertFails(
          Kind.CANNOT_OPEN,
          () -> Store.open("jdbc:sqlite:file:" + file + "?mode=" + mode, () -> Database.NOW));
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void open_folderThatIsAFile_cannotOpen() throws Exception {
    Files.createFile(file);
    assertFails(
        Kind.CANNOT_OPEN,
        () -> Store.open(file.resolve("store.db").toString(), () -> Database.NOW));
  }
}
