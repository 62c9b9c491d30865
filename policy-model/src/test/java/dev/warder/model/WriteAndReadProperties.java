package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** P7: reading what was written gives the same catalogue. */
class WriteAndReadProperties {
  @Provide
  Arbitrary<Catalogue> catalogue() {
    return RandomCatalogues.small();
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

  @Property(tries = 300)
  void fingerprint_twoCatalogues_equalWhenTheyAre(
      @ForAll("catalogue") Catalogue one, @ForAll("catalogue") Catalogue other) {
    assertThat(one.fingerprint().equals(other.fingerprint())).isEqualTo(one.equals(other));
  }

  @Property(tries = 200)
  void closure_ofAnyCapabilities_containsThemAndIsClosed(@ForAll("catalogue") Catalogue catalogue) {
    for (Capability capability : catalogue.capabilities()) {
      Set<Capability> closed = catalogue.closure(List.of(capability));
      assertThat(closed).contains(capability);
      assertThat(catalogue.closure(closed)).containsExactlyElementsOf(closed);
    }
  }

  @Property(tries = 200)
  void lookUp_oneWord_neverResolvedUnlessItIsTheWholeName(
      @ForAll("catalogue") Catalogue catalogue) {
    for (Capability capability : catalogue.capabilities()) {
      for (String word : capability.label().split(" ", -1)) {
        CapabilityLookup answer = catalogue.lookUp(word);
        if (answer instanceof CapabilityLookup.Found found) {
          assertThat(List.of(found.capability().raw(), found.capability().label())).contains(word);
        }
      }
    }
  }
}
