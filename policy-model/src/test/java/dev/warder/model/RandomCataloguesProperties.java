package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the generator promises to the tests that use it. */
class RandomCataloguesProperties {

  @Property(tries = 300)
  void small_any_isWithinItsSizes(@ForAll("small") Catalogue catalogue) {
    assertThat(catalogue.capabilities()).hasSizeBetween(1, 8);
    assertThat(catalogue.operations()).hasSizeBetween(1, 15);
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
