package dev.warder.analysis.openapi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.InvalidDocument;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What it costs to compare what stays with what was left out. */
class ShadowsTest {
  /**
   * Half of the operations have two parameters in a segment, which no template has; places come
   * from a seed.
   */
  private static String document(int operations) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n");
    text.append("components:\n  securitySchemes:\n    oauth: {type: oauth2, flows: {}}\n");
    text.append("paths:\n");
    for (int i = 0; i < operations; i++) {
      text.append("  /p").append(i).append(i % 2 == 0 ? "" : "/a{x}{y}b").append("/").append("abc");
      text.append(random.nextInt(10)).append(": {get: {operationId: o").append(i);
      text.append(", security: [{oauth: [s]}]}}\n");
    }
    return text.toString();
  }

  @Test
  void import_manyOmittedBesideManyKept_isRefused() throws Exception {
    OpenApiDocument document = Documents.parse(document(13_000));
    ImportRules rules = Documents.rules().omitWhatCannotBeExpressed().build();
    assertThatThrownBy(() -> CatalogueImport.of(document, rules))
        .isInstanceOf(InvalidDocument.class)
        .hasMessageContaining(
            "to compare 6500 operations that a catalogue cannot express with 6500 that stay takes"
                + " more than 40000000 steps; split the document");
  }
}
