package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.StoreFailure.Kind;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A program goes on with the store that it opened, or fails. */
@ParameterizedClass
@EnumSource(Database.class)
class StoreIdentityTest extends WithStore {
  StoreIdentityTest(Database database) {
    super(database);
  }

  private void assertFails(Kind kind, ThrowingCallable failing) {
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(failing)
        .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
  }

  @Test
  void id_newStore_32HexadecimalDigitsThatStay() throws Exception {
    String id = store.read(Rows::storeId);
    assertThat(id).matches("[0-9a-f]{32}");
    store.close();
    store = database.open(place);
    assertThat(store.read(Rows::storeId)).isEqualTo(id);
    assertThat(store.<String, RuntimeException>write(Rows::storeId)).isEqualTo(id);
  }

  @Test
  void id_twoStores_differ() throws Exception {
    try (Store other = database.open(database.place(folder.resolve("other")))) {
      assertThat(other.read(Rows::storeId)).isNotEqualTo(store.read(Rows::storeId));
    }
  }

  @Test
  void readAndWrite_storeOfAnotherIdInItsPlace_fail() throws Exception {
    addAccount("a-1");
    database.run(place, "update store set id = '00000000000000000000000000000000'");
    assertFails(Kind.REPLACED, () -> store.read(rows -> rows.accounts().get("a-1")));
    assertFails(Kind.REPLACED, () -> store.readToFollow(rows -> rows.revocations().page(1, 1)));
    assertFails(Kind.REPLACED, () -> addAccount("a-2"));
    try (Store other = database.open(place)) {
      assertThat(
              other.<Boolean, RuntimeException>read(rows -> rows.accounts().get("a-2").isPresent()))
          .isFalse();
    }
  }

  @Test
  void readAndWrite_noStoreInItsPlace_fail() throws Exception {
    database.run(place, "alter table store rename to gone");
    assertFails(Kind.NOT_A_STORE, () -> store.read(rows -> rows.accounts().get("a-1")));
    assertFails(Kind.NOT_A_STORE, () -> addAccount("a-2"));
    database.run(place, "alter table gone rename to store");
    addAccount("a-2");
  }

  /** To try it again would do it twice. */
  @Test
  void write_checkAfterTheCommitFails_doneOnceAndReported() throws Exception {
    store.close();
    boolean[] isCommitted = {false};
    boolean[] isGone = {false};
    store =
        WatchedConnections.open(
            place,
            sql -> {
              if (isGone[0] && sql.startsWith("begin")) {
                run("alter table gone rename to store");
                isGone[0] = false;
              } else if (isCommitted[0] && !isGone[0] && sql.startsWith("select schema_version")) {
                run("alter table store rename to gone");
                isGone[0] = true;
              }
              isCommitted[0] = sql.equals("commit");
            });
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> audit(1, 1))
        .withMessageStartingWith("the change of `")
        .withMessageContaining("may be lost")
        .satisfies(e -> assertThat(e.mayBeDone()).isTrue());
    store.close();
    run("alter table gone rename to store");
    store = database.open(place);
    assertThat(store.<Integer, RuntimeException>read(rows -> rows.audit().page(0, 10).size()))
        .isEqualTo(1);
  }

  private void run(String sql) {
    try {
      database.run(place, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void readAndWrite_noIdentity_fail() throws Exception {
    database.run(place, "delete from store");
    assertFails(Kind.CORRUPT, () -> store.read(rows -> rows.accounts().get("a-1")));
    assertFails(Kind.CORRUPT, () -> addAccount("a-2"));
  }
}
