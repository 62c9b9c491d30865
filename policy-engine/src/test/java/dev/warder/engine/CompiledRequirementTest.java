package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Requires;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requirements whose capabilities do not fit into one word of bits. */
class CompiledRequirementTest {
  private final PolicyEngine engine =
      PolicyEngine.compile(catalogue(), ResourceOwners.checkedByCaller());

  private static Catalogue catalogue() {
    CatalogueBuilder builder =
        Catalogue.builder("wide").version("1").title("Wide").category("all", "All");
    for (int i = 0; i < 200; i++) {
      builder.capability("c" + i, c -> c.label("C").category("all"));
    }
    Requires one = Requires.any(Requires.all("c5"), Requires.all("c70"), Requires.all("c199"));
    Requires several = Requires.any(Requires.all("c1", "c150"), Requires.all("c61", "c62"));
    Requires absorbed = Requires.any(Requires.all("c3", "c9"), Requires.all("c9"));
    builder.operation("less", o -> o.at("GET", "/less").summary("L").requires(absorbed));
    builder.operation("one", o -> o.at("GET", "/one").summary("One").requires(one));
    builder.operation("both", o -> o.at("GET", "/both").summary("Both").requires(several));
    try {
      return builder.build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  private boolean isAllowed(String path, List<String> capabilities) {
    return engine.decide(engine.grant("A", capabilities), "GET", path).isAllowed();
  }

  @Test
  void decide_oneOfSeveral_eachAloneIsEnough() {
    Set<String> enough = Set.of("c5", "c70", "c199");
    for (int i = 0; i < 200; i++) {
      String raw = "c" + i;
      assertThat(isAllowed("/one", List.of(raw))).as(raw).isEqualTo(enough.contains(raw));
    }
  }

  @Test
  void decide_allOfSeveral_onlyTogether() {
    assertThat(isAllowed("/both", List.of("c1", "c150"))).isTrue();
    assertThat(isAllowed("/both", List.of("c61", "c62"))).isTrue();
    assertThat(isAllowed("/both", List.of("c1"))).isFalse();
    assertThat(isAllowed("/both", List.of("c150"))).isFalse();
    assertThat(isAllowed("/both", List.of("c61", "c150"))).isFalse();
    assertThat(isAllowed("/both", List.of("c1", "c62"))).isFalse();
  }

  /** Who has both has the one, which is enough; the other adds nothing. */
  @Test
  void decide_alternativeWithinAnother_theShorterCounts() {
    assertThat(isAllowed("/less", List.of("c9"))).isTrue();
    assertThat(isAllowed("/less", List.of("c3", "c9"))).isTrue();
    assertThat(isAllowed("/less", List.of("c3"))).isFalse();
    assertThat(isAllowed("/less", List.of())).isFalse();
  }
}
