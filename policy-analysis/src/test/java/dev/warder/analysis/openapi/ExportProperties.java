package dev.warder.analysis.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Requirement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Catalogue to OpenAPI to catalogue is the identity; and what OpenAPI itself says is right. */
class ExportProperties {
  @Provide
  Arbitrary<Catalogue> catalogue() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, RandomCatalogues.small()), Tuple.of(1, RandomCatalogues.wide()));
  }

  @Property(tries = 100)
  void exportedAsJson_imported_isTheSameCatalogue(@ForAll("catalogue") Catalogue catalogue)
      throws Exception {
    Optional<Catalogue> back =
        CatalogueImport.exported(Documents.parse(OpenApiExport.toJson(catalogue)));
    assertThat(back).contains(catalogue);
    assertThat(back.get().fingerprint()).isEqualTo(catalogue.fingerprint());
  }

  @Property(tries = 100)
  void exportedAsYaml_imported_isTheSameCatalogue(@ForAll("catalogue") Catalogue catalogue)
      throws Exception {
    Optional<Catalogue> back =
        CatalogueImport.exported(Documents.parse(OpenApiExport.toYaml(catalogue)));
    assertThat(back.map(Catalogue::fingerprint)).contains(catalogue.fingerprint());
  }

  @Property(tries = 100)
  void exported_compared_isTheSame(@ForAll("catalogue") Catalogue catalogue) throws Exception {
    OpenApiDocument document = Documents.parse(OpenApiExport.toJson(catalogue));
    assertThat(Comparison.of(catalogue, document).isSame()).isTrue();
    assertThat(document.operations()).hasSize(catalogue.operations().size());
  }

  /** Without the extension: what is needed comes back from {@code security} alone. */
  @Property(tries = 100)
  void exported_importedFromSecurity_requiresTheSameOrMore(@ForAll("catalogue") Catalogue catalogue)
      throws Exception {
    ImportedCatalogue imported =
        CatalogueImport.of(
            Documents.parse(OpenApiExport.toJson(catalogue)),
            ImportRules.builder(ScopeList.ALL_OF, ExportedPaths.SCHEME)
                .accountNotCheckedWhereNoParameterIsDeclared()
                .noSecurityMeansPublic()
                .omitWhatCannotBeExpressed()
                .build());
    boolean isWhole = imported.notes(ImportNote.Kind.OMITTED_OPERATION).isEmpty();
    for (Operation operation : catalogue.operations()) {
      Optional<Operation> back = imported.catalogue().operation(operation.id());
      if (isWhole) {
        assertThat(back).isPresent();
        assertThat(said(back.get().requirement())).isEqualTo(expected(operation.requirement()));
      } else if (back.isPresent()) {
        assertThat(said(back.get().requirement()))
            .isIn(expected(operation.requirement()), "unmapped");
      }
    }
  }

  /** A scheme without scopes is never read as allowed, so {@code any token} becomes unmapped. */
  private static Object expected(Requirement requirement) {
    return requirement == Requirement.Fixed.ANY_TOKEN ? "unmapped" : said(requirement);
  }

  private static Object said(Requirement requirement) {
    if (!(requirement instanceof Alternatives alternatives)) {
      return requirement.toString();
    }
    Set<List<String>> said = new LinkedHashSet<>();
    alternatives.asList().forEach(all -> said.add(all.stream().map(Capability::raw).toList()));
    return List.copyOf(said);
  }
}
