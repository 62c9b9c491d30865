package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.StoreFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store whose files could not be looked at for a while works again when they can be. */
class UnseenFilesTest {
  private static final Duration SHORTLY = Duration.ofMillis(300);

  /** What stands in the place of the store's folder for a while. */
  enum InItsPlace {
    FILE {
      @Override
      void make(Path folder) throws IOException {
        Files.createFile(folder);
      }
    },
    LINK_TO_ITSELF {
      @Override
      void make(Path folder) throws IOException {
        Files.createSymbolicLink(folder, folder);
      }
    };

    abstract void make(Path folder) throws IOException;
  }

  @TempDir private Path parent;
  private Path folder;
  private Path aside;
  private Path copy;
  private StorePlace place;

  @BeforeEach
  void makeStoreAndCopy() throws Exception {
    folder = Files.createDirectory(parent.resolve("folder"));
    aside = parent.resolve("aside");
    place = StorePlace.parse(folder.resolve("store.db").toString());
    open().close();
    copy = Files.copy(folder.resolve("store.db"), parent.resolve("copy.db"));
  }

  private Store open() throws StoreFailure {
    return Store.open(place, () -> place.connect(SHORTLY), () -> Database.NOW, SHORTLY);
  }

  private void replace(InItsPlace by) throws IOException {
    Files.move(folder, aside);
    by.make(folder);
  }

  private void restoreCopy() throws IOException {
    Files.delete(folder);
    Files.createDirectory(folder);
    Files.copy(copy, folder.resolve("store.db"));
  }

  private void moveBack() throws IOException {
    Files.delete(folder);
    Files.move(aside, folder);
  }

  private static void assertReads(Connection connection) throws Exception {
    assertThat(Dialect.ask(connection, "select count(*) from store")).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(InItsPlace.class)
  void close_unseenAndThenACopyIsThere_closedBeforeTheCopyIsOpened(InItsPlace by) throws Exception {
    Connection connection = place.connect(SHORTLY);
    replace(by);
    connection.close();
    assertThat(connection.isClosed()).isFalse();
    restoreCopy();
    try (Connection again = place.connect(SHORTLY)) {
      assertThat(connection.isClosed()).isTrue();
      assertReads(again);
    }
  }

  @ParameterizedTest
  @EnumSource(InItsPlace.class)
  void close_unseenAndThenItsFilesAreBack_closedAndTheStoreOpensAgain(InItsPlace by)
      throws Exception {
    Connection connection = place.connect(SHORTLY);
    replace(by);
    connection.close();
    moveBack();
    try (Connection again = place.connect(SHORTLY)) {
      assertThat(connection.isClosed()).isTrue();
      assertReads(again);
    }
    assertThat(folder.toFile().list()).containsExactly("store.db");
  }

  /** The pool closes its connections when the files cannot be looked at. */
  @Test
  void read_unseenForAWhileAndThenACopyIsThere_goesOn() throws Exception {
    try (Store store = open()) {
      String id = store.read(Rows::storeId);
      replace(InItsPlace.FILE);
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(() -> store.read(Rows::storeId))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REPLACED));
      restoreCopy();
      assertThat(store.read(Rows::storeId)).isEqualTo(id);
    }
  }
}
