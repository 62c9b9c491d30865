package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.StoreFailure.Kind;
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
    assertThat(store.<String>write(Rows::storeId)).isEqualTo(id);
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
      assertThat(other.<Boolean>read(rows -> rows.accounts().get("a-2").isPresent())).isFalse();
    }
  }

  @Test
  void readAndWrite_noStoreInItsPlace_fail() throws Exception {
    database.run(place, "alter table store rename to gone");
    assertFails(Kind.CORRUPT, () -> store.read(rows -> rows.accounts().get("a-1")));
    assertFails(Kind.CORRUPT, () -> addAccount("a-2"));
    database.run(place, "alter table gone rename to store");
    addAccount("a-2");
  }

  @Test
  void readAndWrite_noIdentity_fail() throws Exception {
    database.run(place, "delete from store");
    assertFails(Kind.CORRUPT, () -> store.read(rows -> rows.accounts().get("a-1")));
    assertFails(Kind.CORRUPT, () -> addAccount("a-2"));
  }
}
