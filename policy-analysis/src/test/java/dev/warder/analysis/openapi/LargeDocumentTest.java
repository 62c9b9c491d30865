package dev.warder.analysis.openapi;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Alternatives;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.RandomCatalogues;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents of the size of the largest that are published. */
class LargeDocumentTest {
  private static String document(int operations) {
    String many =
        IntStream.range(0, 105)
            .mapToObj(i -> "{\"oauth\":[\"s" + i + "\"]}")
            .collect(joining(",", "[", "]"));
    String five = "[{\"oauth\":[\"s0\",\"s1\",\"s2\",\"s3\",\"s4\"]}]";
    return IntStream.range(0, operations)
        .mapToObj(
            i ->
                "\"/r%d/{id}/s\":{\"get\":{\"operationId\":\"get%d\",\"security\":%s,\"responses\":{\"200\":{\"content\":{\"a\":{\"schema\":{\"type\":\"object\"}}}}}}}"
                    .formatted(i, i, i % 100 == 0 ? many : five))
        .collect(
            joining(
                ",",
                "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"Large\",\"version\":\"1\"},\"paths\":{",
                "}}"));
  }

  @Test
  void import_10000Operations_everyAlternativeThere() throws Exception {
    Catalogue catalogue =
        CatalogueImport.of(Documents.parse(document(10_000)), Documents.rules().build())
            .catalogue();
    assertThat(catalogue.operations()).hasSize(10_000);
    assertThat(alternatives(catalogue.operations().get(0)).asList()).hasSize(105);
    assertThat(alternatives(catalogue.operations().get(1)).asList().get(0)).hasSize(5);
    assertThat(catalogue.capabilities()).hasSize(105);
  }

  private static Alternatives alternatives(Operation operation) {
    return (Alternatives) operation.requirement();
  }

  @Test
  void export_10000Operations_comeBack() throws Exception {
    Catalogue catalogue = RandomCatalogues.large(1, 10_000);
    OpenApiDocument document = Documents.parse(OpenApiExport.toJson(catalogue));
    assertThat(CatalogueImport.exported(document)).contains(catalogue);
    assertThat(Comparison.of(catalogue, document).isSame()).isTrue();
  }
}
