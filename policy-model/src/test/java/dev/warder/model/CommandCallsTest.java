package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandCallsTest {
  private static final Call LIST = new Call.Unspecified("list");
  private static final Call GET = new Call.Unspecified("get");
  private static final Call PUT = new Call.Unspecified("put");
  private static final Condition FIRST = new Condition("first", "First", List.of(GET, LIST));
  private static final Condition SECOND = new Condition("second", "Second", List.of(PUT, GET));

  private static Command command(List<Call> calls) {
    return new Command("cmd", Set.of(), Set.of(), null, calls, List.of(FIRST, SECOND));
  }

  @Test
  void calls_inConditions_areEachOnceAndInTheOrderOfTheCatalogue() {
    Command command = command(List.of(LIST, LIST));
    assertThat(command.calls(Set.of())).containsExactly(LIST);
    assertThat(command.calls(Set.of("second"))).containsExactly(LIST, PUT, GET);
    assertThat(command.calls(Set.of("second", "first"))).containsExactly(LIST, GET, PUT);
    assertThat(command.conditionNames()).containsExactly("first", "second");
  }

  @Test
  void calls_inAConditionThatIsNot_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> command(List.of(LIST)).calls(Set.of("frist")))
        .withMessage("cmd has no condition [frist]; it has [first, second]");
  }

  @Test
  void calls_noneWithoutACondition_areRefusedUnlessOneIsChosen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> command(List.of()).calls(Set.of()))
        .withMessage("cmd makes no call but in a condition; choose of [first, second]");
    assertThat(command(List.of()).calls(Set.of("first"))).containsExactly(GET, LIST);
  }

  @Test
  void requirement_isTheOperationsOrUnmapped() {
    for (Operation operation : Samples.read(CanonicalFormTest.EVERY_PART).operations()) {
      assertThat(new Call.Known(operation).requirement()).isEqualTo(operation.requirement());
    }
    assertThat(LIST.requirement()).isEqualTo(Requirement.Fixed.UNMAPPED);
  }
}
