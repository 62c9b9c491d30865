package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.gate.revocation.Revocation.OfToken;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked past the store, of tables that are only added to. */
@ParameterizedClass
@EnumSource(Database.class)
class AppendOnlyTest extends WithStore {
  private static final String COPY =
      "insert into audit select %d, at, actor, action, account_id, token_id, detail, mac from audit"
          + " where position = 2";
  private static final String REVOCATION_COPY =
      "insert into revocation select %d, at, kind, issuer, name, instant, link from revocation"
          + " where position = 2";

  AppendOnlyTest(Database database) {
    super(database);
  }

  @BeforeEach
  void addTwoOfEach() throws StoreFailure {
    audit(1, 2);
    for (String name : new String[] {"t-1", "t-2"}) {
      store.write(rows -> rows.revocations().append(new OfToken("i", name)));
    }
  }

  private void assertRefused(String table, String sql) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> database.run(place, sql))
        .withMessageContaining(table + " is append-only");
  }

  @Test
  void updateAndDelete_anyRow_refused() throws Exception {
    for (String table : new String[] {"audit", "revocation"}) {
      assertRefused(table, "update " + table + " set at = at");
      assertRefused(table, "update " + table + " set position = 3 where position = 2");
      assertRefused(table, "delete from " + table);
      assertRefused(table, "delete from " + table + " where position = 2");
    }
    assertThat(AuditCheck.verify(CHAIN, store).count()).isEqualTo(2);
    assertThat(store.revocations().read(1, 9)).hasSize(2);
  }

  @Test
  void insert_anywhereButAtTheEnd_refused() throws Exception {
    for (int position : new int[] {-1, 0, 1, 2, 4}) {
      assertRefused("audit", COPY.formatted(position));
      assertRefused("revocation", REVOCATION_COPY.formatted(position));
    }
    database.run(place, COPY.formatted(3), REVOCATION_COPY.formatted(3));
  }

  /** Each has another word for what takes rows away without deleting them. */
  @Test
  void replaceOrTruncate_refused() {
    for (String table : new String[] {"audit", "revocation"}) {
      String copy = table.equals("audit") ? COPY : REVOCATION_COPY;
      assertRefused(
          table,
          switch (database) {
            case SQLITE -> copy.formatted(1).replace("insert", "insert or replace");
            case POSTGRESQL -> "truncate " + table;
          });
    }
  }
}
