package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.authority.HeldWork.Moment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that issues, rotates and revokes is killed as {@code kill -9} does, again and again on
 * one file: between two statements of an operation, while it runs one, and while it commits.
 */
class KilledWriterTest {
  private static final int KILLS = Integer.getInteger("warder.kills", 10);

  /** When to kill. After all but the last the worker is held again, so the kill cannot miss. */
  private enum Way {
    BETWEEN_STATEMENTS,
    WITHIN_STATEMENT,
    WITHIN_COMMIT,
    WITHIN_COMMIT_OF_ISSUE,
    WITHIN_WAIT;

    /** At most a sixth of them can miss. */
    static final List<Way> IN_TURN =
        List.of(
            BETWEEN_STATEMENTS,
            WITHIN_STATEMENT,
            WITHIN_COMMIT,
            BETWEEN_STATEMENTS,
            WITHIN_COMMIT,
            WITHIN_COMMIT_OF_ISSUE);

    boolean isWanted(Moment moment) {
      return switch (this) {
        case BETWEEN_STATEMENTS -> moment.isWithin();
        case WITHIN_STATEMENT -> moment.isWithin() && !moment.isCommit();
        case WITHIN_COMMIT -> moment.isCommitOfChange() && !moment.isOfIssue();
        case WITHIN_COMMIT_OF_ISSUE -> moment.isCommitOfChange() && moment.isOfIssue();
        case WITHIN_WAIT -> moment.isWithinWait();
      };
    }

    /** Returns how long at most the worker may be about it. */
    int nanos() {
      return switch (this) {
        case BETWEEN_STATEMENTS, WITHIN_STATEMENT, WITHIN_WAIT -> 0;
        case WITHIN_COMMIT -> 5_000_000;
        case WITHIN_COMMIT_OF_ISSUE -> 1_000_000;
      };
    }
  }

  @TempDir Path folder;
  private String place;
  private Ledger ledger;

  /** What became of the operations in which a kill hit. */
  private final Map<String, Integer> found = new TreeMap<>();

  private int hits;

  @BeforeEach
  void makeAccount() throws Exception {
    place = Database.SQLITE.place(folder);
    try (Store store = Database.SQLITE.open(place)) {
      ledger = Ledger.ofNewAccount(store);
    }
  }

  /** The caller has the new value before the wait for the gates, in which a kill hits here. */
  @Test
  void kill_withinTheWaitOfRotate_noLiveTokenIsWithoutItsValue() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      killAndCheck(new Random(i), Way.WITHIN_WAIT);
    }
    System.out.printf("%d kills in the wait of rotate%n", KILLS);
    assertThat(hits).isEqualTo(KILLS);
    assertThat(ledger.live()).isNotEmpty().allMatch(ledger::hasValue);
  }

  @Test
  void kill_withinIssueRotateAndRevoke_oneTruthOfWhatWasAcknowledged() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      killAndCheck(new Random(i), Way.IN_TURN.get(i % Way.IN_TURN.size()));
    }
    System.out.printf("%d kills, %d within an operation: %s%n", KILLS, hits, found);
    assertThat(hits * 5).isGreaterThanOrEqualTo(KILLS * 4);
  }

  private void killAndCheck(Random random, Way way) throws Exception {
    Moment moment;
    List<String> last;
    try (WorkerProcess worker = WorkerProcess.held(place, folder.resolve("worker.mark")).ready()) {
      moment = new HeldWork(worker, ledger, random).until(20 + random.nextInt(200), way::isWanted);
      if (way != Way.BETWEEN_STATEMENTS && way != Way.WITHIN_WAIT) {
        worker.letGo();
        spin(random.nextInt(way.nanos() + 1));
      }
      last = worker.kill();
    }
    boolean isHit = !last.contains(Worker.STEP + Worker.RETURNED);
    try (Store store = Database.SQLITE.open(place);
        Authority authority =
            new Authority(
                store, folder.resolve("test.mark"), () -> Database.NOW, Worker.keys(store))) {
      boolean isDone = settle(moment, last, store);
      ledger.checkOrder(store);
      ledger.check(store, authority);
      assertThat(ledger.note(Operation.ISSUE, Operation.ISSUE.answer(authority.tokens))).isTrue();
      if (isHit) {
        hits++;
        found.merge(moment.operation().kind() + (isDone ? " done" : " not done"), 1, Integer::sum);
      }
    }
  }

  /** What was handed over counts as given, and what was not is looked up. */
  private boolean settle(Moment moment, List<String> last, Store store) throws Exception {
    String given =
        last.stream()
            .filter(line -> line.startsWith(Worker.GIVEN))
            .map(line -> line.substring(Worker.GIVEN.length()))
            .findFirst()
            .orElse(moment.given());
    return given.isEmpty()
        ? ledger.settle(moment.operation(), store)
        : ledger.note(moment.operation(), given);
  }

  /** Lets the other process come some way into its statement; how far makes no difference. */
  private static void spin(int nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }
}
