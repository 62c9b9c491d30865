package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.gate.owner.SqlOwners;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Owners in PostgreSQL, where an id is a number. */
class OwnersOnPostgresqlTest {
  private final PGSimpleDataSource database = new PGSimpleDataSource();

  @BeforeEach
  void fill(@TempDir Path folder) throws SQLException {
    database.setURL(Database.POSTGRESQL.place(folder));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table app (id bigint primary key, account text)");
      statement.execute("insert into app values (12, 'A'), (13, null)");
    }
  }

  private SqlOwners owners(String condition) {
    return SqlOwners.of(database, Map.of("app", "select account from app where " + condition));
  }

  @ParameterizedTest
  @CsvSource({"12, A", "13,", "14,", "12abc,", "x,", "'',", "99999999999999999999,"})
  void account_castToNumber_textThatIsNoneIsNobodys(String id, String account) throws SQLException {
    assertThat(owners("id = cast(? as bigint)").account("app", id)).isEqualTo(account);
  }

  @Test
  void account_withoutCast_isAFailure() {
    assertThatThrownBy(() -> owners("id = ?").account("app", "12"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("bigint = character varying");
  }
}
