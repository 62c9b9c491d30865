package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Has a worker issue, rotate and revoke, step by step, up to a moment within an operation. */
final class HeldWork {
  private final WorkerProcess worker;
  private final Ledger ledger;
  private final Random random;

  HeldWork(WorkerProcess worker, Ledger ledger, Random random) {
    this.worker = worker;
    this.ledger = ledger;
    this.random = random;
  }

  /**
   * A moment: the operation that is open, and the statement that the worker is to run next.
   *
   * @param isChange whether the statement stands in a transaction that changes something
   * @param isDone whether a change was committed before
   * @param given what the worker handed over: an answer with a token's new value, or empty
   */
  record Moment(Operation operation, String step, boolean isChange, boolean isDone, String given) {
    /** Returns whether something was done already, and something is left. */
    boolean isWithin() {
      return !step.startsWith("begin") && !step.equals(Worker.RETURNED);
    }

    boolean isCommit() {
      return step.equals("commit");
    }

    /** Returns whether what the operation does becomes durable by this. */
    boolean isCommitOfChange() {
      return isChange && isCommit();
    }

    /**
     * Returns whether the old value is revoked, and not everybody knows it yet: what follows the
     * change reads in a transaction of its own.
     */
    boolean isWithinWait() {
      return operation.kind().equals("rotate")
          && isDone
          && !isChange
          && !step.equals(Worker.RETURNED);
    }

    boolean isOfIssue() {
      return operation.equals(Operation.ISSUE);
    }
  }

  /** Works for at least so many steps, and on to a moment that is wanted. */
  Moment until(int steps, Predicate<Moment> wanted) throws Exception {
    int left = steps;
    while (true) {
      Operation operation = choose();
      worker.send(operation);
      boolean isChange = false;
      boolean isDone = false;
      String given = "";
      String line = worker.read();
      for (; isOfOperation(line); line = worker.read()) {
        if (line.startsWith(Worker.GIVEN)) {
          given = line.substring(Worker.GIVEN.length());
          continue;
        }
        String step = line.substring(Worker.STEP.length());
        isChange = step.startsWith("begin") ? isOfChange(step) : isChange;
        Moment moment = new Moment(operation, step, isChange, isDone, given);
        left--;
        if (left <= 0 && wanted.test(moment)) {
          return moment;
        }
        isDone |= moment.isCommitOfChange();
        worker.letGo();
      }
      assertThat(ledger.note(operation, line)).as(line).isTrue();
    }
  }

  /**
   * Lets the worker go on to the end of the operation, whatever it says, and returns its answer.
   */
  String answer() throws Exception {
    String line = worker.read();
    for (; isOfOperation(line); line = worker.read()) {
      if (line.startsWith(Worker.STEP)) {
        worker.letGo();
      }
    }
    return line;
  }

  private static boolean isOfOperation(String line) {
    return line.startsWith(Worker.STEP) || line.startsWith(Worker.GIVEN);
  }

  private static boolean isOfChange(String begin) {
    return begin.equals(new Sqlite().beginWrite()) || begin.equals(new Postgresql().beginWrite());
  }

  private Operation choose() {
    List<String> live = ledger.live();
    int choice = random.nextInt(4);
    if (live.isEmpty() || choice == 0) {
      return Operation.ISSUE;
    }
    String token = live.get(random.nextInt(live.size()));
    return choice == 1 ? Operation.revoke(token) : Operation.rotate(token);
  }
}
