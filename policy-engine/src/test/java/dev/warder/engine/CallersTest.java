package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.Requires;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An explanation names the commands that call its operation without a search of all. */
class CallersTest {
  private static final int OPERATIONS = 50;

  /** Commands that always make five calls, some of them twice, and one in a condition. */
  private static Catalogue catalogue(int commands) throws Exception {
    Random random = new Random(commands);
    CatalogueBuilder builder = Catalogue.builder("callers").version("1").title("Callers");
    for (int i = 0; i < OPERATIONS; i++) {
      String id = "o" + i;
      builder.operation(id, o -> o.at("GET", "/" + id).summary(id).requires(Requires.PUBLIC));
    }
    for (int i = 0; i < commands; i++) {
      int first = random.nextInt(OPERATIONS);
      builder.command(
          "c" + i,
          c -> {
            for (int call = 0; call < 5; call++) {
              c.calls("o" + (first + call) % OPERATIONS);
            }
            return c.condition("w", "w", "o" + (first + 9) % OPERATIONS, "o" + first);
          });
    }
    return builder.build();
  }

  @Test
  void steps_ofSomeCommands_areTheirCallsOnce() throws Exception {
    assertThat(new Callers(catalogue(100).commands()).steps()).isEqualTo(600);
    assertThat(new Callers(catalogue(1_000).commands()).steps()).isEqualTo(6_000);
  }

  @Test
  void of_eachOperation_areTheCommandsThatASearchFindsWithoutAStepMore() throws Exception {
    Catalogue catalogue = catalogue(200);
    Callers callers = new Callers(catalogue.commands());
    for (Operation operation : catalogue.operations()) {
      assertThat(callers.of(operation))
          .containsExactlyElementsOf(
              catalogue.commands().stream().filter(c -> isCaller(c, operation)).toList());
    }
    assertThat(callers.steps()).isEqualTo(1_200);
  }

  private static boolean isCaller(Command command, Operation operation) {
    return command.calls(command.conditionNames()).stream()
        .anyMatch(call -> call.toString().equals(operation.id()));
  }
}
