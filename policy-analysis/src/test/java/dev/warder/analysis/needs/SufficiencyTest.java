package dev.warder.analysis.needs;

import static dev.warder.model.Requires.all;
import static dev.warder.model.Requires.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Operation;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a token can still do when a capability is left out, and when it is put back. */
class SufficiencyTest {
  private static final Catalogue CATALOGUE = catalogue();
  private static final Capability READ = capability("read");
  private static final Capability WRITE = capability("write");
  private static final Operation LIST = operation("list");
  private static final Operation BOTH = operation("both");

  private final Sufficiency sufficiency =
      new Sufficiency(CATALOGUE, CATALOGUE.operations(), Set.of(READ, WRITE));

  private static Catalogue catalogue() {
    CatalogueBuilder builder =
        Catalogue.builder("c").version("1").title("C").category("all", "All");
    builder.capability("read", c -> c.label("R").category("all"));
    builder.capability("write", c -> c.label("W").category("all").implies("read"));
    builder.capability("other", c -> c.label("O").category("all"));
    builder.operation("list", o -> o.at("GET", "/l").summary("L").requires(all("read")));
    builder.operation(
        "both",
        o -> o.at("GET", "/b").summary("B").requires(any(all("other"), all("read", "write"))));
    builder.operation("other", o -> o.at("GET", "/o").summary("O").requires(all("other")));
    builder.operation("open", o -> o.at("GET", "/p").summary("P").requires(any(all("read"))));
    try {
      return builder.build();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Capability capability(String raw) {
    return CATALOGUE.capability(raw).orElseThrow();
  }

  private static Operation operation(String id) {
    return CATALOGUE.operation(id).orElseThrow();
  }

  @Test
  void isMet_oneAlternativeWhollyHeld_isTrue() {
    assertThat(sufficiency.isMet(BOTH)).isTrue();
    assertThat(sufficiency.isMet(operation("other"))).isFalse();
  }

  @Test
  void leaveOut_whatAnotherImplies_losesNothing() {
    assertThat(sufficiency.leaveOut(READ)).isEmpty();
    assertThat(sufficiency.isMet(LIST)).isTrue();
  }

  @Test
  void leaveOut_theLastThatSuffices_losesWhatDependsOnIt() {
    assertThat(sufficiency.leaveOut(WRITE)).containsExactly(BOTH);
    assertThat(sufficiency.leaveOut(READ)).containsExactly(LIST, operation("open"));
  }

  @Test
  void putBack_whatWasLeftOut_sufficesAgain() {
    assertThat(sufficiency.leaveOut(WRITE)).containsExactly(BOTH);
    sufficiency.putBack(WRITE);
    assertThat(sufficiency.isMet(BOTH)).isTrue();
    assertThat(sufficiency.leaveOut(READ)).isEmpty();
  }
}
