package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;

/** What the generator promises to the tests that use it. */
class RandomCataloguesProperties {

  @Property(tries = 300)
  void small_any_isWithinItsSizes(@ForAll("small") Catalogue catalogue) {
    assertThat(catalogue.capabilities()).hasSizeBetween(1, 8);
    assertThat(catalogue.operations()).hasSizeBetween(1, 15);
  }

  /** At each place of few, so that the mark is seen beside shorter and longer alternatives. */
  @Property(tries = 300)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void small_any_oftenPrefersAnAlternative(@ForAll("small") Catalogue catalogue) {
    for (Operation operation : catalogue.operations()) {
      if (operation.requirement() instanceof Alternatives alternatives) {
        Statistics.collect(alternatives.preferredPlace());
      }
    }
    Statistics.coverage(
        coverage -> {
          for (int place = Alternatives.NONE; place < 3; place++) {
            coverage.check(place).count(times -> times > 10);
          }
        });
  }

  @Property(tries = 30)
  void wide_any_hasMoreCapabilitiesThanALongHasBits(@ForAll("wide") Catalogue catalogue) {
    assertThat(catalogue.capabilities()).hasSizeBetween(65, 300);
  }

  @Test
  void large_sameSeed_isTheSame() {
    Catalogue catalogue = RandomCatalogues.large(7, 2_000);
    assertThat(catalogue.operations()).hasSize(2_000);
    assertThat(RandomCatalogues.large(7, 2_000)).isEqualTo(catalogue);
    assertThat(RandomCatalogues.large(8, 2_000)).isNotEqualTo(catalogue);
  }

  @Provide
  Arbitrary<Catalogue> small() {
    return RandomCatalogues.small();
  }

  @Provide
  Arbitrary<Catalogue> wide() {
    return RandomCatalogues.wide();
  }
}
