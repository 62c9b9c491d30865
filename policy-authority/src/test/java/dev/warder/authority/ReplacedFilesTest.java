package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.warder.authority.event.FileEvent;
import dev.warder.gate.GateReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** No event of its files makes a store vouch for a token whose revocation has returned. */
class ReplacedFilesTest {
  private static final Actor ADA = Operation.ADA;
  private static final long TWO_SECONDS = 2_000_000_000;

  private static final Duration SHORTLY = Duration.ofMillis(300);

  @TempDir Path folder;
  private Path file;
  private IssuedToken revoked;
  private IssuedToken live;

  @BeforeEach
  void name() {
    file = folder.resolve("store.db");
  }

  /** A store that does not wait long for what cannot be had. */
  private Store open() throws StoreFailure {
    StorePlace place = StorePlace.parse(file.toString());
    return Store.open(place, () -> place.connect(SHORTLY), () -> Database.NOW, SHORTLY);
  }

  /** Makes a store with two tokens, and one revocation. */
  private void fill(FileEvent event) throws Exception {
    try (Store store = open();
        Authority authority = authority(store, "filled")) {
      Accounts.of(store, new byte[32]).add(WithStore.OPERATOR, "A", "Example Ltd", ADA.user());
      authority.tokens.revoke(ADA, issue(authority).info().id());
      revoked = issue(authority);
      live = issue(authority);
    }
    if (event.isPreparedBeforeItIsOpen()) {
      event.prepare(file);
    }
  }

  private static IssuedToken issue(Authority authority) throws Exception {
    return authority.tokens.issue(ADA, TokenRequest.of("n", "write:app"));
  }

  private Authority authority(Store store, String mark) throws Exception {
    return new Authority(store, folder.resolve(mark), () -> Database.NOW, Worker.keys(store));
  }

  private void prepare(FileEvent event) throws Exception {
    if (!event.isPreparedBeforeItIsOpen()) {
      event.prepare(file);
    }
  }

  /** Asks a new process, and returns what it says, or nothing where it cannot open the store. */
  private Optional<String> askNewProcess(Operation operation) throws IOException {
    try (WorkerProcess worker =
        WorkerProcess.quiet(file.toString(), folder.resolve("new.mark"), Duration.ZERO)) {
      if (!worker.isReady()) {
        return Optional.empty();
      }
      worker.send(operation);
      return Optional.of(worker.read());
    }
  }

  @ParameterizedTest
  @EnumSource(FileEvent.class)
  void reader_eventAndThenRevokedByANewProcess_neverLetThroughAfterTheBound(FileEvent event)
      throws Exception {
    fill(event);
    try (Store store = open();
        Authority authority = authority(store, "gate")) {
      prepare(event);
      assertThat(authority.ask(revoked)).isEqualTo(GateReason.ALLOWED);
      event.happen(file);
      Optional<String> answer = askNewProcess(Operation.revoke(revoked.info().id()));
      boolean isRevoked = answer.orElse("").startsWith("done");
      for (int i = 0; i < 2; i++) {
        authority.nanos = (i + 1) * TWO_SECONDS;
        pollIfPossible(authority);
        if (isRevoked) {
          assertThat(authority.ask(revoked)).isNotEqualTo(GateReason.ALLOWED);
        }
      }
    }
  }

  private static void pollIfPossible(Authority authority) {
    try {
      authority.follower.poll();
    } catch (IOException e) {
      assertThat(authority.follower.problem()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(FileEvent.class)
  void writer_eventAndThenRevokes_failsOrANewProcessFindsIt(FileEvent event) throws Exception {
    fill(event);
    try (Store store = open();
        Authority authority = authority(store, "gate")) {
      prepare(event);
      event.happen(file);
      try {
        authority.tokens.revoke(ADA, revoked.info().id());
      } catch (StoreFailure e) {
        assertThat(e).hasMessageContaining("the store `" + file + "`");
        return;
      }
    }
    assertThat(askNewProcess(Operation.rotate(revoked.info().id()))).contains("refused revoked");
  }

  /** Nothing was lost, so programs that have the store open go on with the new files. */
  @ParameterizedTest
  @EnumSource(
      value = FileEvent.class,
      names = {
        "BACKUP_MOVED_IN_AND_LOG_REMOVED",
        "VACUUMED_INTO_ITS_PLACE",
        "RESTORED_WITH_LOG",
        "LINK_SWITCHED"
      })
  void readerAndWriter_aWholeCopyInItsPlace_goOnWithIt(FileEvent event) throws Exception {
    fill(event);
    try (Store store = open();
        Authority authority = authority(store, "gate")) {
      prepare(event);
      event.happen(file);
      assertThat(askNewProcess(Operation.revoke(revoked.info().id())).orElse(""))
          .startsWith("done");
      authority.follower.poll();
      assertThat(authority.ask(revoked)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(authority.ask(live)).isEqualTo(GateReason.ALLOWED);
      authority.tokens.revoke(ADA, live.info().id());
      assertThat(authority.ask(live)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(askNewProcess(Operation.rotate(live.info().id()))).contains("refused revoked");
    }
  }

  /** As a restore does it: the two files are removed, and then the copy gets the name. */
  @Test
  void reader_polledBetweenTheStepsOfARestore_goesOnWithTheCopy() throws Exception {
    fill(FileEvent.BACKUP_MOVED_IN_AND_LOG_LEFT);
    try (Store store = open();
        Authority authority = authority(store, "gate")) {
      prepare(FileEvent.BACKUP_MOVED_IN_AND_LOG_LEFT);
      FileEvent.LOG_AND_INDEX_REMOVED.happen(file);
      for (int i = 0; i < 3; i++) {
        assertThatIOException().isThrownBy(authority.follower::poll);
      }
      FileEvent.BACKUP_MOVED_IN_AND_LOG_LEFT.happen(file);
      assertThat(askNewProcess(Operation.revoke(revoked.info().id())).orElse(""))
          .startsWith("done");
      authority.follower.poll();
      assertThat(authority.ask(revoked)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(authority.ask(live)).isEqualTo(GateReason.ALLOWED);
    }
  }

  /** To close an old connection to the same -shm would drop the lock of a write under way. */
  @Test
  void write_whileAnOldConnectionIsInUse_failsUntilItIsClosed() throws Exception {
    FileEvent event = FileEvent.BACKUP_MOVED_IN_AND_LOG_LEFT;
    fill(event);
    try (Store store = open()) {
      prepare(event);
      boolean[] hasHappened = {false};
      String id =
          store.read(
              rows -> {
                // It is asked once more when this connection is closed.
                if (!hasHappened[0]) {
                  hasHappened[0] = true;
                  happen(event);
                  assertThatExceptionOfType(StoreFailure.class)
                      .isThrownBy(() -> store.write(Rows::storeId))
                      .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.REPLACED));
                }
                return rows.storeId();
              });
      assertThat(id).hasSize(32);
      assertThat(store.<String, RuntimeException>write(Rows::storeId)).hasSize(32);
    }
  }

  private void happen(FileEvent event) {
    try {
      event.happen(file);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without a wait for a connection that cannot be opened, so that it is known at once. */
  @ParameterizedTest
  @CsvSource({
    "UNLINKED, its file is not there any more",
    "MOVED_AWAY, its file is not there any more",
    "LOG_AND_INDEX_REMOVED, its -wal file is not there any more",
    "INDEX_REMOVED, its -shm file is not there any more"
  })
  void read_filesGone_saysWhich(FileEvent event, String reason) throws Exception {
    fill(event);
    try (Store store = open();
        Authority authority = authority(store, "gate")) {
      assertThat(authority.follower.isCurrent()).isTrue();
      event.happen(file);
      for (int i = 0; i < 2; i++) {
        assertThatExceptionOfType(StoreFailure.class)
            .isThrownBy(() -> store.read(Rows::storeId))
            .withMessageStartingWith(
                "the store `%s` was replaced since it was opened (%s): ".formatted(file, reason));
      }
    }
  }
}
