package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many steps templates may take to tell apart, at equality and one beyond. */
class OverlapStepsTest {
  private static List<Operation> operations(String... paths) throws InvalidCatalogue {
    CatalogueBuilder builder = Catalogue.builder("c").version("1").title("T");
    for (String path : paths) {
      builder.operation(
          "o" + path.length(),
          o -> o.at("GET", path).summary("S").accountNotChecked().requires(Requires.PUBLIC));
    }
    return builder.build().operations();
  }

  private static void assertAdmits(OverlapLimit limit, long steps) {
    assertThat(limit.admitsSteps(steps)).isTrue();
    assertThat(limit.admitsSteps(1)).isFalse();
  }

  @Test
  void of_noOperations_admits250000() {
    assertAdmits(OverlapLimit.of(List.of()), 250_000);
  }

  @Test
  void of_fiveSegments_admits16MoreForEach() throws Exception {
    assertAdmits(OverlapLimit.of(operations("/{a}/b", "/{a}/b/c")), 250_000 + 16 * 5);
  }

  @Test
  void ofAll_twoLists_admitsTwiceTheSum() throws Exception {
    List<Operation> operations = operations("/{a}");
    assertAdmits(OverlapLimit.ofAll(List.of(operations, List.of())), 2 * (500_000 + 16));
  }

  @Test
  void of_manySegments_admitsFourMillion() {
    List<Operation> many =
        Collections.nCopies(100_000, RandomCatalogues.large(1, 1).operations().get(0));
    OverlapLimit limit = OverlapLimit.of(many);
    long segments = 100_000L * many.get(0).template().segments().size();
    assertAdmits(limit, Math.min(4_000_000, 250_000 + 16 * segments));
  }

  @Test
  void admitsSlots_aMillionAndOneForEachSegment_areTheMost() throws Exception {
    OverlapLimit limit = OverlapLimit.of(operations("/{a}/b", "/{a}/b/c"));
    assertThat(limit.admitsSlots(1_000_005)).isTrue();
    assertThat(limit.steps()).isZero();
    assertThat(limit.admitsSlots(1)).isFalse();
    assertThat(limit.slotsMessage(List.of()))
        .startsWith(
            "the templates overlap in too many ways: the tables of their paths have more than"
                + " 1000005 slots. ");
  }

  @Test
  void admits_thingsThatMeet_costTheirSquare() {
    OverlapLimit limit = OverlapLimit.of(List.of());
    assertThat(limit.admits(500)).isTrue();
    assertThat(limit.steps()).isEqualTo(250_000);
    assertThat(limit.admits(1)).isFalse();
  }

  @Test
  void message_threeOperations_namesTwo() throws Exception {
    assertThat(OverlapLimit.of(List.of()).message(operations("/{a}", "/{a}/b", "/{a}/{b}/c")))
        .isEqualTo(
            "the templates overlap in too many ways: to tell them apart takes more than 250000"
                + " steps. Paths may match several of `o4` (`/{a}`), `o6` (`/{a}/b`) and 1 more:"
                + " write more of their segments as literals");
  }
}
