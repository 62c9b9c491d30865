package dev.warder.analysis.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.Steps;
import org.junit.jupiter.api.Test;

/** What the root's security costs, which is read for each operation that has none of its own. */
class SecurityWorkTest {
  private static OpenApiDocument document(int alternatives, int operations) throws InvalidDocument {
    StringBuilder text = new StringBuilder("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n");
    text.append("components:\n  securitySchemes:\n    oauth: {type: oauth2, flows: {}}\n");
    text.append("security:\n");
    for (int i = 0; i < alternatives; i++) {
      text.append("- {oauth: [s%d, t%d]}\n".formatted(i, i));
    }
    text.append("paths:\n");
    for (int i = 0; i < operations; i++) {
      text.append("  /p%d: {get: {operationId: o%d}}\n".formatted(i, i));
    }
    return Documents.parse(text.toString());
  }

  private static long steps(OpenApiDocument document, ScopeList scopeList) {
    Steps steps = new Steps(SecurityWork.MAX_STEPS);
    assertThat(new SecurityWork(scopeList, steps).tooMuch(document.operations())).isNull();
    return steps.taken();
  }

  @Test
  void tooMuch_securityOfTheRoot_countsOnceForEachOperation() throws Exception {
    assertThat(steps(document(10, 1), ScopeList.ALL_OF)).isEqualTo(10 * (1 + 1 + 2));
    assertThat(steps(document(10, 20), ScopeList.ALL_OF)).isEqualTo(20 * 40);
  }

  @Test
  void tooMuch_tenThousandOperations_takesFarFewerStepsThanAreAdmitted() throws Exception {
    assertThat(steps(document(1, 10_000), ScopeList.ALL_OF))
        .isEqualTo(40_000)
        .isLessThan(SecurityWork.MAX_STEPS / 20);
  }

  @Test
  void tooMuch_anyScopeOfSeveralSchemes_countsEachSetThatIsMade() throws Exception {
    String paths = "/p: {get: {security: [{oauth: [read, write], key: [a, b, c]}]}}";
    OpenApiDocument document = Documents.withPaths(paths);
    assertThat(steps(document, ScopeList.ANY_OF)).isEqualTo(1 + (1 + 2 + 2) + (1 + 3 + 2 * 3 * 2));
  }

  @Test
  void import_longSecurityOfTheRootForManyOperations_isRefusedWithTheOperation() throws Exception {
    OpenApiDocument document = document(1_000, 251);
    assertThatThrownBy(() -> CatalogueImport.of(document, Documents.rules().build()))
        .isInstanceOf(InvalidDocument.class)
        .hasMessageContaining(
            "to read what operations require takes more than 1000000 steps, at `GET /p250`: let"
                + " `security` list fewer alternatives and scopes, that of the root above all, or"
                + " split the document");
  }
}
