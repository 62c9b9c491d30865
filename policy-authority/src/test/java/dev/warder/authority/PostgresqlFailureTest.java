package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.StoreFailure.Kind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server fails of, and that the store works again when the cause is gone. */
class PostgresqlFailureTest {
  private static final Duration SHORTLY = Duration.ofMillis(500);

  @TempDir Path folder;

  private static Store open(String place) throws StoreFailure {
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
        .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  @Test
  void store_serverStoppedAndStarted_unreachableMeanwhile() throws Exception {
    EmbeddedPostgres server = start(0);
    try (Store store = open(server.getJdbcUrl("postgres", "postgres"))) {
      add(store, "a-1");
      server.close();
      assertFails(Kind.UNREACHABLE, () -> add(store, "a-2"));
      assertFails(Kind.UNREACHABLE, () -> has(store, "a-1"));
      server = start(server.getPort());
      assertThat(has(store, "a-1")).isTrue();
      assertThat(has(store, "a-2")).isFalse();
      add(store, "a-2");
    } finally {
      server.close();
    }
  }

  @Test
  void write_readOnly_readUntilItIsNot() throws Exception {
    StorePlace place = StorePlace.parse(Database.POSTGRESQL.place(folder));
    AtomicBoolean isReadOnly = new AtomicBoolean();
    ConnectionSource.Opening opening =
        () -> {
          Connection connection = place.connect(SHORTLY);
          if (isReadOnly.get()) {
            Dialect.run(connection, "set default_transaction_read_only = on");
          }
          return connection;
        };
    Store.open(place, opening, () -> Database.NOW, SHORTLY).close();
    isReadOnly.set(true);
    try (Store store = Store.open(place, opening, () -> Database.NOW, SHORTLY)) {
      assertFails(Kind.READ_ONLY, () -> add(store, "a-1"));
      assertThat(has(store, "a-1")).isFalse();
      isReadOnly.set(false);
      add(store, "a-1");
    }
  }

  /** What is not durable yet must not be said to be done, whatever the server's default. */
  @Test
  void connect_serverThatAcknowledgesEarly_isToldNotTo() throws Exception {
    String place = Database.POSTGRESQL.place(folder) + "&options=-csynchronous_commit%3D";
    assertThat(synchronousCommit(place + "off")).isEqualTo("on");
    assertThat(synchronousCommit(place + "local")).isEqualTo("on");
    assertThat(synchronousCommit(place + "remote_write")).isEqualTo("on");
    assertThat(synchronousCommit(place + "remote_apply")).isEqualTo("remote_apply");
  }

  /** What the session has not set itself changes when the server is reloaded. */
  @Test
  void connect_settingsThatDurabilityNeeds_areOfTheSession() throws Exception {
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start();
        Connection connection =
            StorePlace.parse(server.getJdbcUrl("postgres", "postgres")).connect(SHORTLY)) {
      assertThat(
              Dialect.ask(
                  connection,
                  "select string_agg(name || ' = ' || setting || ' of ' || source, ', ' order by"
                      + " name) from pg_settings"
                      + " where name in ('synchronous_commit', 'client_min_messages')"))
          .isEqualTo(
              "client_min_messages = warning of session, synchronous_commit = on of session");
    }
  }

  private static String synchronousCommit(String place) throws Exception {
    try (Connection connection = StorePlace.parse(place).connect(SHORTLY)) {
      return Dialect.ask(connection, "show synchronous_commit");
    }
  }

  @Test
  void open_databaseThatIsNotThere_unreachable() throws Exception {
    String place = Database.POSTGRESQL.place(folder).replace("/postgres?", "/nothing?");
    assertFails(Kind.UNREACHABLE, () -> open(place));
  }
}
