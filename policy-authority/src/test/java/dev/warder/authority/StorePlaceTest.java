package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.concurrent.Together;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorePlaceTest {
  @TempDir Path folder;

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** The keys that sign are in it, and what SQLite puts beside it has parts of it. */
  @Test
  void open_fileThatIsNotThere_madeForItsOwnerAlone() throws Exception {
    Path file = folder.resolve("deep").resolve("er").resolve("store.db");
    for (String place :
        List.of(
            file.toString(),
            "jdbc:sqlite:" + file + "2",
            "jdbc:sqlite:file:" + file + "3?cache=private")) {
      try (Store store = Store.open(place, () -> Database.NOW)) {
        store.write(rows -> null);
      }
    }
    try (Store store = Store.open(file.toString(), () -> Database.NOW)) {
      store.write(rows -> null);
      for (String name :
          List.of("store.db", "store.db-wal", "store.db-shm", "store.db2", "store.db3")) {
        assertThat(permissions(file.resolveSibling(name))).as(name).isEqualTo("rw-------");
      }
    }
    assertThat(permissions(file.getParent())).isEqualTo("rwx------");
    assertThat(permissions(file.getParent().getParent())).isEqualTo("rwx------");
  }

  /** To close the last connection removes the log, so close must not leave that for later. */
  @Test
  void close_interruptedThread_closesEveryConnectionAndStaysInterrupted() throws Exception {
    Path file = folder.resolve("store.db");
    Store store = Store.open(file.toString(), () -> Database.NOW);
    store.write(rows -> null);
    Thread.currentThread().interrupt();
    store.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.toFile().list()).containsExactly("store.db");
  }

  /** The files that go with the last connection were not taken away by others. */
  @Test
  void checkCanBeOpened_whileTheLastConnectionCloses_passes() throws Exception {
    String file = folder.resolve("store.db").toString();
    Store.open(file, () -> Database.NOW).close();
    StorePlace place = StorePlace.parse(file);
    try (Together both = new Together(2)) {
      for (int i = 0; i < 100; i++) {
        Connection connection = place.connect(Duration.ofSeconds(1));
        AtomicBoolean isClosed = new AtomicBoolean();
        List<Boolean> unused =
            both.run(
                () -> {
                  connection.close();
                  isClosed.set(true);
                  return true;
                },
                () -> {
                  while (!isClosed.get()) {
                    place.checkCanBeOpened();
                  }
                  return true;
                });
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, FULL",
    "Disk quota exceeded, FULL",
    "File too large, FULL",
    "Permission denied, CANNOT_OPEN"
  })
  void unmade_reasonOfTheSystem_decidesTheKind(String reason, StoreFailure.Kind kind) {
    StoreFailure failure =
        StorePlace.unmade("s", new FileSystemException("/folder/.warder-1.db", null, reason));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessageStartingWith("the store `s` ")
        .hasMessageContaining("(it cannot be made: " + reason + ")");
  }

  /** Java and SQLite must have one file in mind. */
  @Test
  void open_fileNamedLikeAParameter_thatFile() throws Exception {
    for (String name : List.of("mode=rwc.db", "a&mode=rwc", "mode=ro")) {
      Path file = folder.resolve(name);
      for (String place : List.of(file.toString(), "jdbc:sqlite:file:" + file + "?mode=rwc")) {
        try (Store store = Store.open(place, () -> Database.NOW)) {
          store.write(rows -> null);
          assertThat(file).isNotEmptyFile();
        }
      }
    }
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("mode=rwc.db", "a&mode=rwc", "mode=ro");
  }

  @Test
  void open_relativePlace_inTheFolderThatJavaNames() throws Exception {
    Path file = Path.of("").toAbsolutePath().relativize(folder.resolve("store.db"));
    for (String place :
        List.of(file.toString(), "jdbc:sqlite:" + file, "jdbc:sqlite:file:" + file)) {
      try (Store store = Store.open(place, () -> Database.NOW)) {
        store.write(rows -> null);
        assertThat(folder.resolve("store.db-wal")).exists();
      }
    }
  }

  /** Each name has a log of its own, so what is committed by one is not seen by the other. */
  @Test
  void open_fileWithTwoNames_refusedAndSoIsWhoHasItOpen() throws Exception {
    Path file = folder.resolve("store.db");
    Path second = folder.resolve("second.db");
    try (Store store = Store.open(file.toString(), () -> Database.NOW)) {
      store.write(rows -> null);
      Files.createLink(second, file);
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(() -> Store.open(second.toString(), () -> Database.NOW))
          .withMessageContaining("its file has 2 names (hard links)");
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(() -> store.read(Rows::storeId))
          .withMessageContaining("its file has 2 names (hard links)");
      Files.delete(second);
      assertThat(store.read(Rows::storeId)).hasSize(32);
    }
  }

  /** A kill while the store was made left the name under which it was made. */
  @Test
  void open_nameOfMakingIsLeft_removed() throws Exception {
    Path file = folder.resolve("deep").resolve("store.db");
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
    Store.open(file.toString(), () -> Database.NOW).close();
    for (String place :
        List.of(file.toString(), link.toString(), "jdbc:sqlite:file:" + file + "?mode=rw")) {
      Files.createLink(file.resolveSibling(".warder-0123.db"), file);
      try (Store store = Store.open(place, () -> Database.NOW)) {
        assertThat(store.read(Rows::storeId)).hasSize(32);
      }
      assertThat(file.getParent().toFile().list()).as(place).containsExactly("store.db");
    }
  }

  @Test
  void open_linkToNothing_refused() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"));
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> Store.open(link.toString(), () -> Database.NOW))
        .withMessageContaining("it is a link to a file that is not there");
  }

  @Test
  void read_placeBecomesALinkToItself_aStoreFailure() throws Exception {
    Path file = folder.resolve("store.db");
    try (Store store = Store.open(file.toString(), () -> Database.NOW)) {
      store.write(rows -> null);
      Files.move(file, folder.resolve("away"));
      Files.createSymbolicLink(file, file);
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(() -> store.read(Rows::storeId))
          .withMessageContaining("its files cannot be looked at");
    }
  }

  /** A new database would use up the log, and what was committed there would be lost. */
  @Test
  void open_fileIsGoneAndItsLogIsThere_notMade() throws Exception {
    Path file = folder.resolve("store.db");
    Path log = Files.writeString(folder.resolve("store.db-wal"), "x");
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> Store.open(file.toString(), () -> Database.NOW))
        .withMessageContaining("the file is gone, and its log is still there: `" + log + "`");
    assertThat(file).doesNotExist();
    assertThat(log).hasContent("x");
  }

  @Test
  void open_fileThatIsThere_keepsItsPermissions() throws Exception {
    Path file = folder.resolve("store.db");
    Store.open(file.toString(), () -> Database.NOW).close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Store.open(file.toString(), () -> Database.NOW).close();
    assertThat(permissions(file)).isEqualTo("rw-r-----");
  }

  @Test
  void keepToOwner_fileThatIsNeverMade_isItsOwnersAloneToo() throws Exception {
    Path file = folder.resolve("store.db");
    Store.open(file.toString(), () -> Database.NOW).close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (Store store = Store.open("jdbc:sqlite:file:" + file + "?mode=rw", () -> Database.NOW)) {
      assertThat(store.keepToOwner()).isPresent();
    }
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  /** What SQLite has beside the file is beside the file itself, and not beside the link. */
  @Test
  void keepToOwner_throughALink_allFilesAreTheOwnersAlone() throws Exception {
    Path file = folder.resolve("deep").resolve("store.db");
    Store.open(file.toString(), () -> Database.NOW).close();
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (Store store = Store.open(link.toString(), () -> Database.NOW)) {
      store.write(rows -> null);
      assertThat(store.keepToOwner()).isPresent();
      for (String name : List.of("store.db", "store.db-wal", "store.db-shm")) {
        assertThat(permissions(file.resolveSibling(name))).as(name).isEqualTo("rw-------");
      }
    }
  }

  @Test
  void toString_aPlace_whereItIsAndNothingSecret() {
    assertThat(StorePlace.parse(folder + "/x").toString()).isEqualTo(folder + "/x");
    assertThat(StorePlace.parse("jdbc:sqlite:/a/b").toString()).isEqualTo("/a/b");
    assertThat(StorePlace.parse("jdbc:sqlite:file:/a/b?mode=ro").toString()).isEqualTo("/a/b");
    assertThat(
            StorePlace.parse("jdbc:postgresql://h:1/d?user=u&password=secret&ssl=true").toString())
        .isEqualTo("jdbc:postgresql://h:1/d");
  }

  @Test
  void parse_whatIsNoPlace_refusedWithoutShowingIt() {
    for (String place :
        List.of(
            "jdbc:mysql://u:secret@h/d",
            "jdbc:postgresql://u:secret@h/d",
            "postgres://u:secret@h/d",
            "postgresql://u:secret@h/d",
            "jdbc:sqlite:",
            "jdbc:sqlite::memory:",
            "jdbc:sqlite:file::memory:?cache=shared",
            "jdbc:sqlite:file:x?mode=memory",
            // SQLite opens another file than is made and protected here.
            "a?b.db",
            "jdbc:sqlite:/a/b?cache=private",
            "jdbc:sqlite:file:a%20b.db",
            "jdbc:sqlite:file:a#b.db",
            "jdbc:sqlite:file://localhost/a/b.db")) {
      assertThatIllegalArgumentException()
          .as(place)
          .isThrownBy(() -> StorePlace.parse(place))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
  }
}
