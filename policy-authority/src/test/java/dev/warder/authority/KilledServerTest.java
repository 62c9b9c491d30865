package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.authority.HeldWork.Moment;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed while a process issues, rotates and revokes, and started again. */
class KilledServerTest {
  private static final int KILLS = 6;

  /** After each the worker is held again, so that it cannot be done before the kill. */
  private static final List<Predicate<Moment>> WAYS =
      List.of(
          moment -> moment.isWithin() && !moment.isCommit(),
          moment -> moment.isCommitOfChange() && !moment.isOfIssue());

  @TempDir Path folder;

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  private static List<ProcessHandle> processes(EmbeddedPostgres server) {
    ProcessHandle main = server.getProcess().toHandle();
    return Stream.concat(Stream.of(main), main.descendants()).toList();
  }

  /** Kills all processes of a server, each as {@code kill -9} does. */
  private static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
  }

  @Test
  void killServer_withinIssueRotateAndRevoke_oneTruthOfWhatWasAcknowledged() throws Exception {
    EmbeddedPostgres server = start(0);
    int port = server.getPort();
    String place = server.getJdbcUrl("postgres", "postgres");
    Ledger ledger;
    try (Store store = Database.POSTGRESQL.open(place)) {
      ledger = Ledger.ofNewAccount(store);
    }
    try (WorkerProcess worker = WorkerProcess.held(place, folder.resolve("worker.mark")).ready()) {
      for (int i = 0; i < KILLS; i++) {
        HeldWork work = new HeldWork(worker, ledger, new Random(i));
        Moment moment = work.until(40, WAYS.get(i % WAYS.size()));
        List<ProcessHandle> processes = processes(server);
        if (i < KILLS / 2) {
          // The next statement finds no server; otherwise the server is killed while it runs it.
          kill(processes);
        }
        worker.letGo();
        kill(processes);
        server.close();
        assertThat(work.answer()).startsWith("failed UNREACHABLE ");
        server = start(port);
        check(place, ledger, moment.operation());
      }
    } finally {
      server.close();
    }
  }

  private void check(String place, Ledger ledger, Operation open) throws Exception {
    try (Store store = Database.POSTGRESQL.open(place);
        Authority authority =
            new Authority(
                store, folder.resolve("test.mark"), () -> Database.NOW, Worker.keys(store))) {
      ledger.settle(open, store);
      ledger.checkOrder(store);
      ledger.check(store, authority);
      assertThat(ledger.note(Operation.ISSUE, Operation.ISSUE.answer(authority.tokens))).isTrue();
    }
  }
}
