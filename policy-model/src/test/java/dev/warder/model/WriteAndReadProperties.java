package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** P7: reading what was written gives the same catalogue. */
class WriteAndReadProperties {
  @Provide
  Arbitrary<Catalogue> catalogue() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, RandomCatalogues.small()), Tuple.of(1, RandomCatalogues.wide()));
  }

  @Property(tries = 300)
  void p7OneSource_writtenAsYaml_readsTheSame(@ForAll("catalogue") Catalogue catalogue)
      throws Exception {
    String yaml = CatalogueWriter.toYaml(catalogue);
    Catalogue read = CatalogueReader.parse("yaml", yaml);
    assertThat(read).isEqualTo(catalogue);
    assertThat(read.operations()).isEqualTo(catalogue.operations());
    assertThat(read.capabilities()).isEqualTo(catalogue.capabilities());
    assertThat(read.commands()).isEqualTo(catalogue.commands());
    assertThat(read.fingerprint()).isEqualTo(catalogue.fingerprint());
  }

  @Property(tries = 300)
  void p7OneSource_canonicalForm_readsTheSame(@ForAll("catalogue") Catalogue catalogue)
      throws Exception {
    Catalogue read = CatalogueReader.parse("json", catalogue.canonicalForm());
    assertThat(read.canonicalForm()).isEqualTo(catalogue.canonicalForm());
  }
}
