package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.authority.StoreFailure.Kind;
import dev.warder.concurrent.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StoreTest extends WithStore {
  StoreTest(Database database) {
    super(database);
  }

  private List<String> accountIds() throws StoreFailure {
    return store.read(
        rows -> {
          List<String> ids = new ArrayList<>();
          for (String id : List.of("a-1", "a-2")) {
            rows.accounts().get(id).ifPresent(account -> ids.add(account.id()));
          }
          return ids;
        });
  }

  @Test
  void write_returned_isThereForAStoreOpenedLater() throws Exception {
    addAccount("a-1");
    store.close();
    store = database.open(place);
    assertThat(accountIds()).containsExactly("a-1");
  }

  @Test
  void write_throwsAnything_nothingIsChanged() throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                store.write(
                    rows -> {
                      rows.accounts().add(account("a-1"));
                      throw new IllegalStateException("refused");
                    }))
        .withMessage("refused");
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(
            () ->
                store.write(
                    rows -> {
                      rows.accounts().add(account("a-1"));
                      throw new StackOverflowError();
                    }));
    assertThat(accountIds()).isEmpty();
    addAccount("a-1");
    assertThat(accountIds()).containsExactly("a-1");
  }

  @Test
  void write_aStatementFails_nothingIsChangedAndThatIsSaid() throws Exception {
    addAccount("a-1");
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(
            () ->
                store.write(
                    rows -> {
                      rows.accounts().add(account("a-2"));
                      rows.accounts().add(account("a-1"));
                      return null;
                    }))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.OTHER));
    assertThat(accountIds()).containsExactly("a-1");
  }

  @Test
  void write_aStatementFailsAndTheChangeGoesOn_nothingIsChangedAndThatIsSaid() throws Exception {
    addAccount("a-1");
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(
            () ->
                store.write(
                    rows -> {
                      rows.accounts().add(account("a-2"));
                      try {
                        rows.accounts().add(account("a-1"));
                      } catch (StoreFailure e) {
                        return "passed over";
                      }
                      return "added";
                    }));
    assertThat(accountIds()).containsExactly("a-1");
  }

  @Test
  void write_inAWrite_refused() throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(() -> store.write(rows -> store.write(inner -> null)))
        .withMessage("a change makes no other change");
    addAccount("a-1");
  }

  @Test
  void write_textThatOneOfTheDatabasesWouldNotKeep_refused() throws Exception {
    for (String text : List.of("a\0", "\0", "\uD83D", "x\uDE00x")) {
      assertThatIllegalArgumentException().isThrownBy(() -> addAccount(text));
    }
    addAccount("\uD83D\uDE00 \u0001'\"\\");
    assertThat(is(r -> r.accounts().get("\uD83D\uDE00 \u0001'\"\\").isPresent())).isTrue();
  }

  @Test
  void now_clockOfNanoseconds_toTheMillisecond() throws Exception {
    store.close();
    store = Store.open(place, () -> NOW.plusNanos(999_999));
    assertThat(store.read(Rows::now)).isEqualTo(NOW);
  }

  @Test
  void read_whileAnotherWrites_neitherWaitsNorSeesIt() throws Exception {
    addAccount("a-1");
    store.write(
        rows -> {
          rows.accounts().add(account("a-2"));
          assertThat(accountIds()).containsExactly("a-1");
          return null;
        });
    assertThat(accountIds()).containsExactly("a-1", "a-2");
  }

  @Test
  void read_ofTwoStatements_isAsOfOneMoment() throws Exception {
    addAccount("a-1");
    store.read(
        rows -> {
          assertThat(rows.accounts().get("a-1")).isPresent();
          addAccount("a-2");
          assertThat(rows.accounts().get("a-2")).isEmpty();
          return null;
        });
  }

  @Test
  void closed_readAndWrite_refused() {
    store.close();
    assertThatIllegalStateException().isThrownBy(() -> store.read(rows -> null));
    assertThatIllegalStateException().isThrownBy(() -> store.write(rows -> null));
  }

  @Test
  void open_newerSchema_refused() throws Exception {
    database.run(place, "update store set schema_version = 7");
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> database.open(place))
        .withMessageContaining("newer schema (7, not 6)")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NEWER_SCHEMA));
  }

  /** A program that runs on while another is brought up to date must not write any more. */
  @Test
  void write_schemaBecameNewer_refused() throws Exception {
    addAccount("a-1");
    database.run(place, "update store set schema_version = 7");
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> addAccount("a-2"))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NEWER_SCHEMA));
    assertThat(accountIds()).containsExactly("a-1");
  }

  /** Flyway would not go on without its table. */
  @Test
  void open_schemaIsUpToDate_isNotMigrated() throws Exception {
    database.run(place, "drop table warder_schema_history");
    database.open(place).close();
  }

  @Test
  void open_byFourAtOnceWhereNothingIs_allHaveTheSameStore() throws Exception {
    String another = database.place(folder.resolve("deep/er"));
    Callable<Store> opening = () -> database.open(another);
    try (Together threads = new Together(4)) {
      List<Store> stores = threads.run(opening, opening, opening, opening);
      stores.get(0).write(rows -> rows.audit().append(CHAIN, event(1)));
      for (Store one : stores) {
        assertThat(one.<Integer, RuntimeException>read(rows -> rows.audit().page(0, 10).size()))
            .isEqualTo(1);
        one.close();
      }
    }
  }
}
