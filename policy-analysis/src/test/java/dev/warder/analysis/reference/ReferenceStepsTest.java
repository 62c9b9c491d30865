package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.lint.Lint;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.ControlApi;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Requires;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reference works out in a bounded number of steps what commands need. */
class ReferenceStepsTest {
  /**
   * Commands that each call some operations of their own, which have the same number of
   * alternatives, and are documented by some capabilities in as many alternatives.
   */
  private static Catalogue catalogue(
      int commands, int calls, int alternatives, int capabilities, int ways) throws Exception {
    CatalogueBuilder builder =
        Catalogue.builder("steps").version("1").title("Steps").category("all", "All");
    int all = Math.max(alternatives + calls * commands, capabilities + ways);
    for (int i = 0; i < all; i++) {
      String raw = "c" + i;
      builder.capability(raw, c -> c.label(raw).category("all"));
    }
    for (int command = 0; command < commands; command++) {
      List<String> called = new ArrayList<>();
      for (int call = 0; call < calls; call++) {
        String id = "o" + command + "-" + call;
        List<Requires.All> any = new ArrayList<>();
        for (int i = 0; i < alternatives; i++) {
          any.add(Requires.all("c" + (command * calls + call + i)));
        }
        called.add(id);
        builder.operation(id, o -> o.at("GET", "/" + id).summary(id).requires(Requires.any(any)));
      }
      List<Requires.All> documented = new ArrayList<>();
      for (int way = 0; way < ways; way++) {
        String[] raws = new String[capabilities];
        int first = way;
        Arrays.setAll(raws, i -> "c" + (first + i));
        documented.add(Requires.all(List.of(raws)));
      }
      builder.command(
          "do " + command,
          c -> c.calls(called.toArray(String[]::new)).documented(Requires.any(documented)));
    }
    return builder.build();
  }

  private static long steps(Catalogue catalogue) throws Exception {
    Steps steps = new Steps(CommandWork.MAX_STEPS);
    assertThat(Entries.of(catalogue, steps).commands()).hasSameSizeAs(catalogue.commands());
    return steps.taken();
  }

  @Test
  void of_twiceAsManyCommands_takesTwiceTheSteps() throws Exception {
    long some = steps(catalogue(10, 4, 3, 5, 2));
    assertThat(steps(catalogue(20, 4, 3, 5, 2))).isBetween(some * 19 / 10, some * 21 / 10);
  }

  @Test
  void of_realAndLargeCatalogues_takesFarFewerStepsThanAreAdmitted() throws Exception {
    assertThat(steps(ControlApi.catalogue())).isLessThan(CommandWork.MAX_STEPS / 1_000);
    assertThat(steps(RandomCatalogues.large(3, 10_000))).isLessThan(CommandWork.MAX_STEPS / 50);
  }

  @Test
  void of_manyAlternativesBesideADocumentedOne_isRefusedWithTheCommand() throws Exception {
    Catalogue catalogue = catalogue(1, 20, 300, 60, 1);
    assertThatThrownBy(() -> Reference.of(catalogue))
        .hasMessage(
            "to tell what commands need takes more than 5000000 steps, at `do 0`: let it call"
                + " fewer operations, document it by fewer capabilities and alternatives, or write"
                + " fewer alternatives for the operations that it calls");
  }

  @Test
  void of_manyCapabilitiesDocumentedForCommandsOfManyCalls_isRefused() throws Exception {
    Catalogue catalogue = catalogue(40, 60, 1, 60, 1);
    assertThatThrownBy(() -> Reference.of(catalogue))
        .hasMessageContaining("takes more than 5000000 steps, at `do ");
  }

  @Test
  void lint_manyDocumentedAlternativesBesideManyCalls_isRefusedWithTheCommand() throws Exception {
    Catalogue catalogue = catalogue(2, 40, 100, 1, 300);
    assertThatThrownBy(() -> Lint.of(catalogue)).hasMessageContaining(", at `do ");
  }
}
