package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes issue, rotate and revoke the same tokens in one store. */
@ParameterizedClass
@EnumSource(Database.class)
class TwoProcessesTest extends WithStore {
  private static final int TOKENS = 5;
  private static final int OPERATIONS = 100;

  TwoProcessesTest(Database database) {
    super(database);
  }

  private static List<Operation> operations(List<String> tokens, Random random) {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < OPERATIONS; i++) {
      String token = tokens.get(random.nextInt(tokens.size()));
      operations.add(
          switch (random.nextInt(12)) {
            case 0 -> Operation.revoke(token);
            case 1, 2 -> Operation.ISSUE;
            default -> Operation.rotate(token);
          });
    }
    return operations;
  }

  @Test
  void twoProcesses_sameTokensAtOnce_oneTruth() throws Exception {
    Ledger ledger = Ledger.ofNewAccount(store);
    try (Authority authority = authority("test.mark");
        WorkerProcess one = worker("one.mark", Duration.ZERO);
        WorkerProcess two = worker("two.mark", Duration.ZERO)) {
      for (int i = 0; i < TOKENS; i++) {
        ledger.note(Operation.ISSUE, Operation.ISSUE.answer(authority.tokens));
      }
      List<Operation> ofOne = operations(ledger.live(), new Random(1));
      List<Operation> ofTwo = operations(ledger.live(), new Random(2));
      // None waits for an answer, so both work at once.
      for (int i = 0; i < OPERATIONS; i++) {
        one.send(ofOne.get(i));
        two.send(ofTwo.get(i));
      }
      note(ledger, ofOne, one);
      note(ledger, ofTwo, two);
      authority.follower.poll();
      ledger.check(store, authority);
    }
  }

  private static void note(Ledger ledger, List<Operation> operations, WorkerProcess worker)
      throws Exception {
    for (Operation operation : operations) {
      String answer = worker.read();
      if (!ledger.note(operation, answer)) {
        assertThat(answer).isEqualTo("refused revoked");
      }
    }
  }

  private Authority authority(String mark) throws Exception {
    return new Authority(store, folder.resolve(mark), () -> NOW, Worker.keys(store));
  }

  private WorkerProcess worker(String mark, Duration bound) throws Exception {
    return WorkerProcess.free(place, folder.resolve(mark), bound).ready();
  }
}
