package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.StoreFailure.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

class DialectTest {
  private static final Dialect SQLITE = new Sqlite();
  private static final Dialect POSTGRESQL = new Postgresql();

  @TempDir Path folder;

  /** The second of each is an extended code, as some drivers give it. */
  @ParameterizedTest
  @CsvSource({
    "5, LOCKED",
    "517, LOCKED",
    "6, LOCKED",
    "8, READ_ONLY",
    "1032, READ_ONLY",
    "10, DISK",
    "266, DISK",
    "778, DISK",
    "522, CORRUPT",
    "8202, CORRUPT",
    "8458, CORRUPT",
    "4618, CANNOT_OPEN",
    "4874, FULL",
    "11, CORRUPT",
    "267, CORRUPT",
    "13, FULL",
    "14, CANNOT_OPEN",
    "526, CANNOT_OPEN",
    "26, NOT_A_STORE",
    "1, OTHER",
    "19, OTHER",
    "0, OTHER"
  })
  void kind_resultCodeOfSqlite(int code, Kind kind) {
    assertThat(SQLITE.kind(new SQLException("x", null, code))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "08001, UNREACHABLE",
    "08006, UNREACHABLE",
    "57P01, UNREACHABLE",
    "57P03, UNREACHABLE",
    "28P01, UNREACHABLE",
    "3D000, UNREACHABLE",
    "53300, UNREACHABLE",
    "53100, FULL",
    "25006, READ_ONLY",
    "55P03, LOCKED",
    "40001, LOCKED",
    "40P01, LOCKED",
    "XX001, CORRUPT",
    "XX002, CORRUPT",
    "42P01, NOT_A_STORE",
    "3F000, NOT_A_STORE",
    "58030, DISK",
    "23505, OTHER",
    "57014, OTHER",
    ", OTHER"
  })
  void kind_stateOfPostgresql(String state, Kind kind) {
    assertThat(POSTGRESQL.kind(new SQLException("x", state, 0))).isEqualTo(kind);
  }

  @Test
  void failure_causeOfACause_thatOneDecides() {
    SQLException full = new SQLException("disk full\nmore", "53100");
    StoreFailure failure =
        POSTGRESQL.failure("s", new IllegalStateException("x", new SQLException("y", full)));
    assertThat(failure.kind()).isEqualTo(Kind.FULL);
    assertThat(failure)
        .hasMessage(
            "the store `s` is full (disk full): make space on its disk, or raise its limit");
  }

  @Test
  void failure_nothingKnown_saidAsItIs() {
    assertThat(SQLITE.failure("s", new IllegalStateException("x")))
        .hasMessage("the store `s` failed (x)");
    assertThat(SQLITE.failure("s", new IllegalStateException()))
        .hasMessage("the store `s` failed (IllegalStateException)");
  }

  @Test
  void failure_driverWithACause_namesTheLastOne() {
    Exception cause = new IllegalStateException("y", new IllegalStateException("no library\nx"));
    assertThat(SQLITE.failure("s", new SQLException("Error opening connection", cause)))
        .hasMessage("the store `s` failed (Error opening connection: no library)");
  }

  /** Each code of a driver's is one of the known kinds, or stands in the message. */
  @ParameterizedTest
  @EnumSource(SQLiteErrorCode.class)
  void failure_eachCodeOfSqlite_hasALineOfItsOwnOrIsNamed(SQLiteErrorCode code) {
    StoreFailure failure = SQLITE.failure("s", DB.newSQLException(code.code, "x"));
    if (failure.kind() == Kind.OTHER) {
      assertThat(failure)
          .hasMessageContaining(code.name())
          .hasMessageNotContaining("see the cause");
    } else {
      assertThat(failure.getMessage()).contains(": ").doesNotContain("see the cause");
    }
  }

  @Test
  void failure_unknownCode_isNamed() {
    assertThat(SQLITE.failure("s", new SQLException("x", null, 99)))
        .hasMessage("the store `s` failed (SQLite's result code 99: x)");
    assertThat(POSTGRESQL.failure("s", new SQLException("x", "42501")))
        .hasMessage("the store `s` failed (SQLSTATE 42501: x)");
  }

  @Test
  void isTransient_lockedAlone() {
    assertThat(SQLITE.isTransient(new SQLException("x", null, 5))).isTrue();
    assertThat(SQLITE.isTransient(new SQLException("x", null, 13))).isFalse();
    assertThat(POSTGRESQL.isTransient(new SQLException("x", "40001"))).isTrue();
    assertThat(POSTGRESQL.isTransient(new SQLException("x", "08006"))).isFalse();
  }

  /** SQLite says nothing when it does not do as it is told: here it cannot keep a log. */
  @Test
  void prepare_databaseThatDoesNotTakeASetting_refused() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> SQLITE.prepare(connection, Duration.ofSeconds(1)))
          .withMessage("journal_mode is `memory`, not `wal`");
    }
  }

  @Test
  void connections_allOfAPool_areSetUpAlike() throws Exception {
    StorePlace place = StorePlace.parse(folder.resolve("store.db").toString());
    Queue<Connection> opened = new ConcurrentLinkedQueue<>();
    ConnectionSource.Opening opening =
        () -> {
          Connection connection = place.connect(Duration.ofMillis(1_234));
          opened.add(connection);
          return connection;
        };
    try (Store store = Store.open(place, opening, () -> Database.NOW, Duration.ofMillis(1_234))) {
      opened.clear();
      assertThat(settings(store, opened, Store.CONNECTIONS))
          .hasSizeGreaterThanOrEqualTo(Store.CONNECTIONS)
          .containsOnly(List.of("wal", "2", "1", "1", "1234"));
    }
  }

  /** Reads within reads, so that each has a connection of its own, and asks them all at last. */
  private static List<List<String>> settings(Store store, Queue<Connection> opened, int depth)
      throws StoreFailure {
    return depth == 0
        ? opened.stream().map(DialectTest::settings).toList()
        : store.read(rows -> settings(store, opened, depth - 1));
  }

  private static List<String> settings(Connection connection) {
    try {
      return List.of(
          Dialect.ask(connection, "pragma journal_mode"),
          Dialect.ask(connection, "pragma synchronous"),
          Dialect.ask(connection, "pragma foreign_keys"),
          Dialect.ask(connection, "pragma recursive_triggers"),
          Dialect.ask(connection, "pragma busy_timeout"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
