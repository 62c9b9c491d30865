package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Operation;
import dev.warder.model.Requires;
import dev.warder.model.Steps;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sets of numbers, and how many are kept in a catalogue of many capabilities. */
class NumberedCatalogueTest {
  /** Of these only the second implies another. */
  private static NumberedCatalogue numbered(int capabilities) throws Exception {
    CatalogueBuilder builder =
        Catalogue.builder("many").version("1").title("Many").category("all", "All");
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int i = 1; i <= capabilities; i++) {
      String raw = "c" + i;
      boolean isSecond = i == 2;
      builder.capability(
          raw,
          c ->
              isSecond ? c.label(raw).category("all").implies("c1") : c.label(raw).category("all"));
      builder.operation(
          "o" + i, o -> o.at("GET", "/" + raw).summary("O").requires(Requires.all(raw)));
      numbers.put(raw, i);
    }
    numbers.putIfAbsent("c2000", 2_000);
    return new NumberedCatalogue(builder.build(), numbers, work());
  }

  private static DiffWork work() {
    return new DiffWork(new Steps(DiffWork.MAX_STEPS), 2_000);
  }

  private static BitSet bits(int... numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }

  /** Each of the 2,000 questions has sets of up to 2,000 bits on both sides. */
  @Test
  void find_manyQuestions_keepsNoMoreBitsThanAllowedAndAnswersAlike() throws Exception {
    NumberedCatalogue older = numbered(2_000);
    NumberedCatalogue newer = numbered(1_999);
    AllowedDifference difference = new AllowedDifference(older, newer, work(), 10_000);
    for (Operation operation : older.catalogue.operations()) {
      Demand allowed = Demand.of(older, List.of(operation));
      Operation same = newer.catalogue.operation(operation.id()).orElse(null);
      Demand denied = Demand.of(newer, same == null ? List.of() : List.of(same));
      assertThat(difference.find(allowed, denied).isPresent()).isEqualTo(same == null);
      assertThat(difference.bitsKept()).isLessThanOrEqualTo(10_000);
    }
  }

  @Test
  void closure_ofCarried_isTheTokenWhatIsOwnAndWhatItImplies() throws Exception {
    NumberedCatalogue side = numbered(3);
    assertThat(side.closure(new BitSet())).isEqualTo(bits());
    assertThat(side.closure(bits(3))).isEqualTo(bits(0, 3));
    assertThat(side.closure(bits(2))).isEqualTo(bits(0, 1, 2));
    assertThat(side.closure(bits(2_000))).isEqualTo(bits(0));
    assertThat(side.closure(bits(0))).isEqualTo(bits(0));
  }
}
