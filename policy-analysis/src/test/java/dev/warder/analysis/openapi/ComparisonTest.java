package dev.warder.analysis.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Catalogue CATALOGUE = ControlApi.catalogue();

  @Test
  void of_controlApiAndItsDocument_theSame() throws Exception {
    Comparison comparison = Comparison.of(CATALOGUE, Documents.parse(Documents.controlApi()));
    assertThat(comparison.isSame()).isTrue();
    assertThat(comparison.same()).isEqualTo(24);
    assertThat(comparison)
        .hasToString("24 the same, 0 missing in the catalogue, 0 missing in the document");
  }

  @Test
  void of_anyOneOperationRemoved_exactlyThatIsMissing() throws Exception {
    String[] lines = Documents.controlApi().split("\n");
    int removed = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("    ")) {
        String line = lines[i];
        lines[i] = "    x-removed: {}";
        Comparison comparison = Comparison.of(CATALOGUE, Documents.parse(String.join("\n", lines)));
        assertThat(comparison.missingInDocument()).hasSize(1);
        assertThat(comparison.missingInCatalogue()).isEmpty();
        assertThat(comparison.isSame()).isFalse();
        assertThat(line.trim())
            .startsWith(comparison.missingInDocument().get(0).method().toLowerCase(Locale.ROOT));
        lines[i] = line;
        removed++;
      }
    }
    assertThat(removed).isEqualTo(24);
  }

  @Test
  void of_oneOperationAdded_exactlyThatIsMissing() throws Exception {
    String added = Documents.controlApi() + "  /apps/{id}/flags:\n    get: {}\n";
    Comparison comparison = Comparison.of(CATALOGUE, Documents.parse(added));
    assertThat(comparison.missingInCatalogue())
        .extracting(DocumentedOperation::toString)
        .containsExactly("GET /v1/apps/{id}/flags");
    assertThat(comparison.missingInDocument()).isEmpty();
    assertThat(comparison.isSame()).isFalse();
  }

  @Test
  void of_braceOverASlash_isNoParameter() throws Exception {
    Comparison comparison =
        Comparison.of(
            CATALOGUE, Documents.parse("openapi: 3.0.0\npaths: {'/v1/apps/{b/c}': {patch: {}}}\n"));
    assertThat(comparison.same()).isZero();
    assertThat(comparison.missingInCatalogue())
        .extracting(DocumentedOperation::toString)
        .containsExactly("PATCH /v1/apps/{b/c}");
  }

  @Test
  void of_otherNamesOfParameters_theSame() throws Exception {
    String renamed = Documents.controlApi().replace("{app_id}", "{x}").replace("{id}", "{y}");
    assertThat(Comparison.of(CATALOGUE, Documents.parse(renamed)).isSame()).isTrue();
  }

  @Test
  void of_otherMethodOrOneMoreSegment_different() throws Exception {
    OpenApiDocument document =
        OpenApiDocument.parse(
            "api.yaml",
            Documents.text("/me: {head: {}}\n/me/x: {get: {}}"),
            ServerPaths.replacedBy("/v1"));
    Comparison comparison = Comparison.of(CATALOGUE, document);
    assertThat(comparison.same()).isZero();
    assertThat(comparison.missingInCatalogue())
        .extracting(DocumentedOperation::toString)
        .containsExactly("HEAD /v1/me", "GET /v1/me/x");
    assertThat(comparison.missingInDocument()).hasSize(24);
  }

  @Test
  void of_partOfASegment_isNoParameter() throws Exception {
    OpenApiDocument document =
        OpenApiDocument.parse(
            "api.yaml",
            Documents.text("/apps/{id}.json: {patch: {}}\n/apps/x{id}: {patch: {}}"),
            ServerPaths.replacedBy("/v1"));
    assertThat(Comparison.of(CATALOGUE, document).same()).isZero();
  }

  @Test
  void of_withoutTheBasePath_nothingIsTheSame() throws Exception {
    OpenApiDocument document =
        OpenApiDocument.parse("api.yaml", Documents.controlApi(), ServerPaths.replacedBy(""));
    Comparison comparison = Comparison.of(CATALOGUE, document);
    assertThat(comparison.same()).isZero();
    assertThat(comparison.missingInCatalogue()).hasSize(24);
    assertThat(comparison.missingInDocument()).hasSize(24);
  }

  @Test
  void of_oneShapeTwiceInTheDocument_namedOnce() throws Exception {
    OpenApiDocument document = Documents.withPaths("/a/{x}: {get: {}}\n/a/{y}: {get: {}, put: {}}");
    assertThat(Comparison.of(CATALOGUE, document).missingInCatalogue())
        .extracting(DocumentedOperation::toString)
        .containsExactly("GET /a/{x}", "PUT /a/{y}");
  }
}
