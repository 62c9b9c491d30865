package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.StoreFailure.Kind;
import dev.warder.concurrent.Together;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What both databases fail of, and that the store works again when the cause is gone. */
@ParameterizedClass
@EnumSource(Database.class)
class StoreFailureTest {
  private static final Duration SHORTLY = Duration.ofMillis(50);

  private static final SigningKeyRow KEY = key("k-1");
  private static final SigningKeyRow ANOTHER_KEY = key("k-2");

  private final Database database;
  @TempDir Path folder;

  StoreFailureTest(Database database) {
    this.database = database;
  }

  private Store open(String place) throws StoreFailure {
    StorePlace parsed = StorePlace.parse(place);
    return Store.open(parsed, () -> parsed.connect(SHORTLY), () -> Database.NOW, SHORTLY);
  }

  private static void add(Store store, String id) throws StoreFailure {
    store.write(
        rows -> {
          rows.accounts().add(WithStore.account(id));
          return null;
        });
  }

  private static boolean has(Store store, String id) throws StoreFailure {
    return store.read(rows -> rows.accounts().get(id)).isPresent();
  }

  private static void assertFails(Kind kind, ThrowingCallable failing) {
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(failing)
        .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
        .satisfies(e -> assertThat(e.getMessage()).startsWith("the store `").hasLineCount(1));
  }

  @Test
  void write_anotherHoldsTheLock_lockedUntilItDoesNot() throws Exception {
    String place = database.place(folder);
    try (Store store = open(place);
        Connection other = database.connect(place)) {
      Dialect dialect = StorePlace.parse(place).dialect();
      Dialect.run(other, dialect.beginWrite());
      Dialect.run(other, dialect.lockForWrite());
      assertFails(Kind.LOCKED, () -> add(store, "a-1"));
      assertThat(has(store, "a-1")).isFalse();
      Dialect.run(other, "rollback");
      add(store, "a-1");
      assertThat(has(store, "a-1")).isTrue();
    }
  }

  @Test
  void write_anotherThreadIsInAChange_lockedUntilItIsNot() throws Exception {
    try (Store store = open(database.place(folder));
        Together threads = new Together(2)) {
      CountDownLatch isIn = new CountDownLatch(1);
      CountDownLatch isSeen = new CountDownLatch(1);
      threads.run(
          () ->
              store.write(
                  rows -> {
                    isIn.countDown();
                    awaitIt(isSeen);
                    return null;
                  }),
          () -> {
            isIn.await();
            assertFails(Kind.LOCKED, () -> add(store, "a-1"));
            isSeen.countDown();
            return null;
          });
      add(store, "a-1");
    }
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void write_interrupted_failsAndStaysInterrupted() throws Exception {
    try (Store store = open(database.place(folder))) {
      Thread.currentThread().interrupt();
      assertFails(Kind.OTHER, () -> add(store, "a-1"));
      assertThat(Thread.interrupted()).isTrue();
      add(store, "a-1");
    }
  }

  @Test
  void write_keptFromItsEndTwice_triedAgainFromTheBeginning() throws Exception {
    try (Store store = open(database.place(folder))) {
      AtomicInteger attempts = new AtomicInteger();
      store.write(
          rows -> {
            rows.accounts().add(WithStore.account("a-" + attempts.incrementAndGet()));
            if (attempts.get() < 3) {
              throw StoreFailure.of(Kind.LOCKED, true, "s", "", null);
            }
            return null;
          });
      assertThat(has(store, "a-1")).isFalse();
      assertThat(has(store, "a-2")).isFalse();
      assertThat(has(store, "a-3")).isTrue();
    }
  }

  @Test
  void write_keptFromItsEndAgainAndAgain_fails() throws Exception {
    try (Store store = open(database.place(folder))) {
      AtomicInteger attempts = new AtomicInteger();
      assertFails(
          Kind.LOCKED,
          () ->
              store.write(
                  rows -> {
                    attempts.incrementAndGet();
                    throw StoreFailure.of(Kind.LOCKED, true, "s", "", null);
                  }));
      assertThat(attempts).hasValue(3);
    }
  }

  @Test
  void write_failsForGood_isNotTriedAgain() throws Exception {
    try (Store store = open(database.place(folder))) {
      AtomicInteger attempts = new AtomicInteger();
      assertFails(
          Kind.OTHER,
          () ->
              store.write(
                  rows -> {
                    attempts.incrementAndGet();
                    rows.accounts().add(WithStore.account("a-1"));
                    rows.accounts().add(WithStore.account("a-1"));
                    return null;
                  }));
      assertThat(attempts).hasValue(1);
    }
  }

  /** All connections in use: whoever wants one more is told, and served when one is free. */
  @Test
  void read_allConnectionsInUse_failsUntilOneIsFree() throws Exception {
    try (Store store = open(database.place(folder))) {
      assertFails(Kind.LOCKED, () -> readNested(store, Store.CONNECTIONS + 1));
      readNested(store, Store.CONNECTIONS);
    }
  }

  private static boolean readNested(Store store, int depth) throws StoreFailure {
    return depth == 0
        || store.<Boolean, RuntimeException>read(rows -> readNested(store, depth - 1));
  }

  /** Nothing of a row that is refused is in what is said of it. */
  @Test
  void write_rowIsRefused_messagesDoNotShowIt() throws Exception {
    String place = database.place(folder);
    try (Store store = open(place)) {
      database.run(place, "create unique index one_material on signing_key (material)");
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(
              () ->
                  store.write(
                      rows -> {
                        rows.signingKeys().add(KEY);
                        rows.signingKeys().add(ANOTHER_KEY);
                        return null;
                      }))
          .withMessageContaining("material")
          .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("topsecret"));
    }
  }

  private static SigningKeyRow key(String id) {
    return new SigningKeyRow(
        id, "EdDSA", "topsecret", false, Database.NOW, Database.NOW, Optional.empty());
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void open_anotherProgramsDatabase_refusedAndLeftAlone() throws Exception {
    String place = database.place(folder);
    database.run(place, "create table theirs (x text)");
    assertFails(Kind.OTHER, () -> open(place));
    database.run(place, "drop table theirs");
    open(place).close();
  }

  @Test
  void connect_whatNobodyListensTo_unreachable() throws Exception {
    String nowhere =
        switch (database) {
          case SQLITE -> folder.toString();
          case POSTGRESQL -> "jdbc:postgresql://localhost:1/x?user=u&password=top%26secret";
        };
    assertFails(
        database == Database.SQLITE ? Kind.CANNOT_OPEN : Kind.UNREACHABLE, () -> open(nowhere));
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> open(nowhere))
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("top&secret", "top%26secret"));
  }
}
