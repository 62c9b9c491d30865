package dev.warder.analysis.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Requires;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it costs to find the names that vectors probably meant. */
class NearNamesOfVectorsTest {
  private static final int OPERATIONS = 10_000;

  /** Each search looks at each character of 10,000 names of 60, and once at each name. */
  private static final int STEPS_A_SEARCH = OPERATIONS * 61;

  private static final int MOST_STEPS = 100_000_000;

  private static String name(int number) {
    return "operation-of-a-catalogue-that-is-as-large-as-it-can-be-%05d".formatted(number);
  }

  private static Catalogue catalogue() throws Exception {
    CatalogueBuilder builder = Catalogue.builder("large").version("1").title("Large");
    for (int i = 0; i < OPERATIONS; i++) {
      String path = "/o" + i;
      builder.operation(name(i), o -> o.at("GET", path).summary("S").requires(Requires.PUBLIC));
    }
    return builder.build();
  }

  @Test
  void run_manyUnknownNames_shareTheStepsOfOneFile() throws Exception {
    assertThat(name(0)).hasSize(60);
    String vectors =
        IntStream.range(0, 170)
            .mapToObj(
                i ->
                    "{\"name\": \"%d\", \"capabilities\": [], \"account\": \"A\", \"operation\": \"0%s\", \"expect\": {\"reason\": \"allowed\"}}"
                        .formatted(i, name(i).substring(1)))
            .collect(Collectors.joining(",\n"));
    VectorFile file =
        VectorFile.parse(
            "v.json",
            "{\"format\": 1, \"title\": \"T\", \"catalogue\": \"large.yaml\", \"vectors\": ["
                + vectors
                + "]}");
    List<VectorResult> results = file.run(catalogue()).results();
    assertThat(results)
        .allSatisfy(
            result -> assertThat(result.error().orElseThrow()).startsWith("unknown operation"))
        .filteredOn(result -> result.error().orElseThrow().contains("; nearest: "))
        .extracting(VectorResult::name)
        .containsExactlyElementsOf(
            IntStream.range(0, MOST_STEPS / STEPS_A_SEARCH).mapToObj(Integer::toString).toList());
  }
}
