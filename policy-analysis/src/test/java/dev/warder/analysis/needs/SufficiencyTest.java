package dev.warder.analysis.needs;

import static dev.warder.model.Requires.all;
import static dev.warder.model.Requires.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Operation;
import dev.warder.model.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static List<String> raws(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
  }

  private static CatalogueBuilder builder() {
    return Catalogue.builder("steps").version("1").title("Steps").category("all", "All");
  }

  /** Leaves each of so many capabilities out once, of which none is needed. */
  private static long steps(Catalogue catalogue, List<String> raws) {
    Set<Capability> given =
        raws.stream()
            .map(raw -> catalogue.capability(raw).orElseThrow())
            .collect(Collectors.toSet());
    Sufficiency all = new Sufficiency(catalogue, catalogue.operations(), given);
    for (Capability one : given) {
      assertThat(all.leaveOut(one)).isEmpty();
      all.putBack(one);
    }
    return all.steps();
  }

  /** Three times each gives itself and what is required, whose alternative is looked at once. */
  @Test
  void leaveOut_eachOfManyThatImplyWhatIsRequired_takesSixStepsForEach() throws Exception {
    CatalogueBuilder builder =
        builder()
            .capability("one", c -> c.label("One").category("all"))
            .operation("o", o -> o.at("GET", "/o").summary("O").requiresAll("one"));
    raws(10_000)
        .forEach(raw -> builder.capability(raw, c -> c.label(raw).category("all").implies("one")));
    assertThat(steps(builder.build(), raws(10_000))).isEqualTo(6 * 10_000 + 1);
  }

  /** Three times each gives itself, which one alternative names. */
  @Test
  void leaveOut_eachOfManyAlternatives_takesSixStepsForEach() throws Exception {
    CatalogueBuilder builder = builder();
    List<String> raws = raws(1_024 * 8);
    raws.forEach(raw -> builder.capability(raw, c -> c.label(raw).category("all")));
    List<Requires.All> any = new ArrayList<>();
    for (int i = 0; i < 1_024; i++) {
      any.add(all(raws.subList(8 * i, 8 * i + 8)));
    }
    builder.operation("o", o -> o.at("GET", "/o").summary("O").requires(any(any)));
    assertThat(steps(builder.build(), raws)).isEqualTo(6 * 1_024 * 8);
  }
}
