package dev.warder.analysis.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Requires;
import dev.warder.model.Steps;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To name a set takes steps in proportion to what is in it, and to what that directly implies. */
class ClosuresTest {
  /** Two chains, in each of which every capability implies the next; an operation needs a head. */
  private static Catalogue chains(int length) throws Exception {
    CatalogueBuilder builder =
        Catalogue.builder("chains").version("1").title("Chains").category("all", "All");
    for (String chain : List.of("a", "b")) {
      for (int i = 0; i < length; i++) {
        String next = chain + (i + 1);
        boolean isLast = i + 1 == length;
        builder.capability(
            chain + i,
            c ->
                isLast ? c.label("L").category("all") : c.label("L").category("all").implies(next));
      }
    }
    return builder
        .operation(
            "o",
            o ->
                o.at("GET", "/o")
                    .summary("o")
                    .requires(Requires.any(Requires.all("a0"), Requires.all("b0"))))
        .build();
  }

  private static Capability capability(Catalogue catalogue, String raw) {
    return catalogue.capability(raw).orElseThrow();
  }

  @Test
  void leastGenerating_chain_takesAStepForEachMemberAndEachThatItImplies() throws Exception {
    Catalogue catalogue = chains(600);
    Closures closures = new Closures(catalogue);
    BitSet closure = closures.closed(ImmutableSet.of(capability(catalogue, "a0")));
    Steps steps = new Steps(1_199);
    assertThat(closures.leastGenerating(closure, steps))
        .containsExactly(capability(catalogue, "a0"));
    assertThat(steps.taken()).isEqualTo(1_199);
    assertThatThrownBy(() -> closures.leastGenerating(closure, new Steps(1_198)))
        .isInstanceOf(TooMuchWork.class);
  }

  @Test
  void of_setsThatImplyMuch_areRefusedWithACapability() throws Exception {
    Catalogue catalogue = chains(600);
    List<Alternatives> needed = List.of((Alternatives) catalogue.operations().get(0).requirement());
    assertThat(LeastSets.of(catalogue, needed, new Steps(2_500))).hasSize(2);
    assertThatThrownBy(() -> LeastSets.of(catalogue, needed, new Steps(2_499)))
        .isInstanceOf(TooMuchWork.class)
        .hasMessage(
            "the choices combine in too many ways: to name the sets takes more than 2499 steps, at"
                + " `b599` and what it implies; ask for fewer at once");
  }
}
