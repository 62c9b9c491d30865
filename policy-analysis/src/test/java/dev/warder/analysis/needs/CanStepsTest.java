package dev.warder.analysis.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Steps;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calls that a command always makes are answered again in each of its conditions. */
class CanStepsTest {
  /** A command that always makes some calls, and one of them again in each condition. */
  private static Catalogue catalogue(int calls, int conditions) throws Exception {
    CatalogueBuilder builder =
        Catalogue.builder("can")
            .version("1")
            .title("Can")
            .category("all", "All")
            .capability("a", c -> c.label("A").category("all"));
    for (int i = 0; i < calls; i++) {
      String id = "o" + i;
      builder.operation(id, o -> o.at("GET", "/" + id).summary(id).requiresAll("a"));
    }
    builder.command(
        "can do",
        c -> {
          for (int i = 0; i < calls; i++) {
            c.calls("o" + i);
          }
          for (int i = 0; i < conditions; i++) {
            c.condition("w" + i, "w", "o0");
          }
          return c;
        });
    return builder.build();
  }

  @Test
  void of_callsInConditions_takesAStepForEachAndItsCapability() throws Exception {
    Steps steps = new Steps(Can.MAX_STEPS);
    Can.refuseMany(catalogue(10, 20), steps);
    assertThat(steps.taken()).isEqualTo(21 * 10 * 2 + 20 * 2);
  }

  @Test
  void of_asManyStepsAsAreAdmitted_isAnswered() throws Exception {
    Can.refuseMany(catalogue(10, 20), new Steps(460));
    assertThatThrownBy(() -> Can.refuseMany(catalogue(10, 20), new Steps(459)))
        .isInstanceOf(TooMuchWork.class);
  }

  @Test
  void of_thousandCallsInThousandConditions_isRefusedWithTheCommand() throws Exception {
    PolicyEngine engine =
        PolicyEngine.compile(catalogue(1_000, 1_000), ResourceOwners.checkedByCaller());
    assertThatThrownBy(() -> Can.of(engine, engine.grant("A", List.of())))
        .hasMessage(
            "to answer for commands in each of their conditions takes more than 2000000 steps, at"
                + " `can do`, which always makes 1000 calls and has 1000 conditions: split it into"
                + " several");
  }
}
