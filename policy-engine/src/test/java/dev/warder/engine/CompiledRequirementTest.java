package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ForwardingSet;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Requires;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** Alternatives that count how often they are asked whether they hold another one. */
  private static final class Counted extends ForwardingSet<Capability> {
    private final Set<Capability> all;
    private final AtomicInteger asked;

    Counted(Set<Capability> all, AtomicInteger asked) {
      this.all = all;
      this.asked = asked;
    }

    @Override
    protected Set<Capability> delegate() {
      return all;
    }

    @Override
    public boolean containsAll(Collection<?> others) {
      asked.incrementAndGet();
      return super.containsAll(others);
    }
  }

  /** Two hundred of three, none of which holds one of the hundred of two. */
  @Test
  void withoutAbsorbed_manyAlternatives_comparesEachWith64() {
    List<Capability> capabilities = engine.catalogue().capabilities();
    AtomicInteger asked = new AtomicInteger();
    List<Set<Capability>> alternatives = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Capability last = capabilities.get((i + 50) % 200);
      alternatives.add(
          new Counted(Set.of(capabilities.get(i), capabilities.get((i + 25) % 200), last), asked));
    }
    for (int i = 0; i < 100; i++) {
      alternatives.add(new Counted(Set.of(capabilities.get(i), capabilities.get(i + 100)), asked));
    }
    assertThat(CompiledRequirement.withoutAbsorbed(alternatives)).hasSize(300);
    assertThat(asked).hasValue(200 * 64);
  }
}
