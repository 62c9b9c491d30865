package dev.warder.gate.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.engine.Ownership;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** Owners in a database of SQLite. */
class SqlOwnersTest {
  private static final Map<String, String> STATEMENTS =
      Map.of(
          "app", "select account from app where id = ?",
          "queue", "select q.account from queue q where q.name = ?");

  @TempDir Path folder;
  private final SQLiteDataSource database = new SQLiteDataSource();

  @BeforeEach
  void fill() throws SQLException {
    database.setUrl("jdbc:sqlite:" + folder.resolve("owners.db"));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table app (id text, account text)");
      statement.execute("create table queue (name text, account text)");
      statement.execute("insert into app values ('1', 'A'), ('2', null), ('3', 'A'), ('3', 'A')");
      statement.execute("insert into queue values ('1', 'B')");
    }
  }

  @Test
  void account_row_isItsAccount() throws SQLException {
    SqlOwners owners = SqlOwners.of(database, STATEMENTS);
    assertThat(owners.account("app", "1")).isEqualTo("A");
    assertThat(owners.account("queue", "1")).isEqualTo("B");
    assertThat(owners.kinds()).containsExactlyInAnyOrder("app", "queue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "4", "", "1 ", "' or '1' = '1", "1' --", "%"})
  void account_noRowOrNull_isNobodys(String id) throws SQLException {
    assertThat(SqlOwners.of(database, STATEMENTS).account("app", id)).isNull();
  }

  @Test
  void account_severalRows_isAFailure() {
    SqlOwners owners = SqlOwners.of(database, STATEMENTS);
    assertThatThrownBy(() -> owners.account("app", "3"))
        .isInstanceOf(SQLException.class)
        .hasMessage("the statement for `app` gives more than one row");
  }

  @Test
  void account_severalColumns_isAFailure() {
    SqlOwners owners =
        SqlOwners.of(database, Map.of("app", "select id, account from app where id = ?"));
    assertThatThrownBy(() -> owners.account("app", "1"))
        .isInstanceOf(SQLException.class)
        .hasMessage("the statement for `app` gives 2 columns, and the account is the only one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select account from apps where id = ?",
        "select account from app",
        "not a statement ?",
        "select account from app where id = ? and account = ?"
      })
  void account_statementOfAnotherShape_isAFailureOrNobodys(String statement) {
    try (LookedUpOwners owners =
        LookedUpOwners.builder(SqlOwners.of(database, Map.of("app", statement)))
            .timeout(Duration.ofSeconds(15))
            .build()) {
      assertThat(owners.ownership("A", "app", "1", 0, 1)).isNotEqualTo(Ownership.OWNED);
    }
  }

  @Test
  void account_kindWithoutStatement_isRefused() {
    SqlOwners owners = SqlOwners.of(database, STATEMENTS);
    assertThatThrownBy(() -> owners.account("key", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no statement for `key`");
  }

  @Test
  void of_noStatementOrABlankOne_isRefused() {
    assertThatThrownBy(() -> SqlOwners.of(database, Map.of()))
        .hasMessage("owners in a database need a statement for each kind");
    assertThatThrownBy(() -> SqlOwners.of(database, Map.of("app", " ")))
        .hasMessage("the statement for `app` is blank");
  }

  /** A connection is closed whether there is an owner, none, or a failure. */
  @Test
  void account_eachTime_closesItsConnection() throws SQLException {
    List<Connection> taken = new ArrayList<>();
    DataSource watched =
        dataSource(
            () -> {
              Connection connection = database.getConnection();
              taken.add(connection);
              return connection;
            });
    SqlOwners owners = SqlOwners.of(watched, STATEMENTS);
    assertThat(owners.account("app", "1")).isEqualTo("A");
    assertThat(owners.account("app", "4")).isNull();
    assertThatThrownBy(() -> owners.account("app", "3")).isInstanceOf(SQLException.class);
    assertThat(taken).hasSize(3);
    for (Connection connection : taken) {
      assertThat(connection.isClosed()).isTrue();
    }
  }

  /** PostgreSQL says 22P02 for text that is no number; any other state is a failure. */
  @Test
  void account_databaseRefusesTheIdAsData_isNobodys() throws SQLException {
    assertThat(failing("22P02").account("app", "x")).isNull();
    for (String state : new String[] {"08006", "42P01", "57014", "2", "", null}) {
      assertThatThrownBy(() -> failing(state).account("app", "x")).isInstanceOf(SQLException.class);
    }
  }

  private static SqlOwners failing(String state) {
    return SqlOwners.of(
        dataSource(
            () -> {
              throw new SQLException("no", state);
            }),
        STATEMENTS);
  }

  /** Gives connections. */
  @FunctionalInterface
  private interface Connections {
    Connection get() throws SQLException;
  }

  private static DataSource dataSource(Connections connections) {
    return (DataSource)
        Proxy.newProxyInstance(
            SqlOwnersTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> connections.get());
  }
}
