package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.lint.Lint;
import dev.warder.analysis.lint.WarningKind;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A catalogue in the shape of a large API is reviewed and compared within the bounds. */
class LargeTemplatesTest {
  private static final int PLAIN = 9_289;
  private static final int TEXTS = 111;
  private static final int SPANS = 600;

  private static Catalogue catalogue(String firstRequires) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < PLAIN; i++) {
      add(text, "/a%d/{b}/c%d/{d}/e%d".formatted(i % 40, i % 700, i), "w");
    }
    for (int i = 0; i < TEXTS; i++) {
      add(text, "/me/{id}/f%d%s(period='{p}')".formatted(i % 40, "x".repeat(i / 40)), "r");
    }
    for (int i = 0; i < SPANS; i++) {
      String root = "/d%d/{id}/root:/{path...}".formatted(i / 5);
      String behind = i % 5 == 0 ? "" : i % 5 == 1 ? ":" : ":/k%d/{q}".formatted(i % 5);
      add(text, root + behind, i == 0 ? firstRequires : "r");
    }
    return CatalogueReader.parse(
        "large",
        """
        {"catalogue": "large", "format": 1, "version": "1", "title": "Large",
         "categories": {"g": "G"}, "capabilities": {"r": {"label": "R", "category": "g"},
         "w": {"label": "W", "category": "g"}}, "operations": {%s}}
        """
            .formatted(text));
  }

  private static void add(StringBuilder text, String path, String requires) {
    text.append(text.isEmpty() ? "" : ", ")
        .append(
            String.format(
                Locale.ROOT,
                "\"o%s\": {\"method\": \"GET\", \"path\": \"%s\", \"summary\": \"S\","
                    + " \"account\": \"not-checked\", \"requires\": \"%s\"}",
                text.length(),
                path,
                requires));
  }

  @Test
  void review_largeCatalogue_isWithinTheBounds() throws Exception {
    Catalogue catalogue = catalogue("w");
    assertThat(catalogue.operations()).hasSize(10_000);
    assertThat(Lint.of(catalogue))
        .filteredOn(warning -> warning.kind() == WarningKind.OVERLAPPING_TEMPLATES)
        .hasSize(4);
    assertThat(Lint.of(catalogue))
        .filteredOn(warning -> warning.kind() == WarningKind.SPAN_TAKES_TEXT)
        .hasSize(SPANS / 5);
  }

  @Test
  void diff_largeCatalogues_isWithinTheBounds() throws Exception {
    CatalogueDiff diff = CatalogueDiff.of(catalogue("r"), catalogue("w"));
    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.isBreaking() && diff.isWidening()).isTrue();
  }
}
