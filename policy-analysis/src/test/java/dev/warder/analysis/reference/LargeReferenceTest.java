package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.RandomCatalogues;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Catalogues as large as real ones, and larger. The times are far above what is expected. */
class LargeReferenceTest {
  private static final int ALTERNATIVES = 105;

  private static String manyAlternatives() {
    StringBuilder catalogue =
        new StringBuilder(
            """
            catalogue: many
            format: 1
            version: "1"
            title: Many
            categories: {all: All}
            capabilities:
            """);
    IntStream.range(0, ALTERNATIVES + 4)
        .forEach(i -> catalogue.append("  c" + i + ": {label: C " + i + ", category: all}\n"));
    catalogue.append("operations:\n");
    for (int o = 0; o < 20; o++) {
      catalogue.append(
          "  o" + o + ": {method: GET, path: /o" + o + ", summary: O, requires: {any: [");
      for (int i = 0; i < ALTERNATIVES; i++) {
        int first = i;
        catalogue
            .append(i == 0 ? "" : ", ")
            .append("{all: [")
            .append(
                String.join(
                    ", ",
                    Stream.iterate(0, k -> k + 1).limit(5).map(k -> "c" + (first + k)).toList()))
            .append("]}");
      }
      catalogue.append("]}}\n");
    }
    catalogue.append("commands:\n  all of them: {documented: c0, calls: [");
    IntStream.range(0, 20).forEach(o -> catalogue.append(o == 0 ? "" : ", ").append("o" + o));
    return catalogue.append("]}\n").toString();
  }

  @Test
  @Timeout(30)
  void manyAlternativesOfFive_areRenderedAndNeverMultipliedOut() throws Exception {
    Catalogue catalogue = CatalogueReader.parse("many.yaml", manyAlternatives());
    Reference reference = Reference.of(catalogue);
    assertThat(reference.html())
        .contains("<summary>one of 105</summary>")
        .hasSizeLessThan(2_000_000);
    assertThat(reference.json()).hasSizeLessThan(1_000_000);
    assertThat(reference.markdown())
        .contains("`c104` and `c105` and `c106` and `c107` and `c108`")
        .hasSizeLessThan(1_000_000);
  }

  @Test
  @Timeout(60)
  void tenThousandOperations_areRendered() throws Exception {
    Reference reference = Reference.of(RandomCatalogues.large(1, 10_000));
    assertThat(rows(reference.markdown())).isGreaterThan(10_000);
    String html = reference.html();
    assertThat(html.split("data-kind=\"operation\"", -1)).hasSize(10_001);
    assertThat(html.split("<tr id=\"operation/[^>]*class=\"out\">", -1)).hasSize(9_901);
    assertThat(reference.json()).contains("\"operation\":\"op:9999\",\"method\"");
  }

  private static long rows(String markdown) {
    return markdown.lines().filter(line -> line.startsWith("| ")).count();
  }
}
