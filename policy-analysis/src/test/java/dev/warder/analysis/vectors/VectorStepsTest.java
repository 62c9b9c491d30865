package dev.warder.analysis.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.ControlApi;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Requires;
import dev.warder.model.Steps;
import dev.warder.model.yaml.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All vectors of a file share the steps that their answers take. */
class VectorStepsTest {
  private static final int CALLS = 1_000;

  private static Catalogue catalogue() throws Exception {
    CatalogueBuilder builder =
        Catalogue.builder("many").version("1").title("Many").category("all", "All");
    builder.capability("c", c -> c.label("C").category("all"));
    for (int i = 0; i < CALLS; i++) {
      String id = "o" + i;
      builder.operation(id, o -> o.at("GET", "/" + id).summary("S").requires(Requires.all("c")));
    }
    return builder
        .command(
            "do",
            c -> c.calls(IntStream.range(0, CALLS).mapToObj(i -> "o" + i).toArray(String[]::new)))
        .build();
  }

  @Test
  void run_vectorsOfTheSpecification_takeFarFewerStepsThanAreAdmitted() throws Exception {
    VectorFileContent content =
        VectorFileParser.parse(
            "control-api.json", Files.readString(Path.of("../spec/vectors/control-api.json")));
    VectorWork work = new VectorWork();
    assertThat(VectorRunner.run(content, ControlApi.catalogue(), work).failures()).isEmpty();
    assertThat(work.answers().taken()).isLessThan(VectorWork.MAX_ANSWERS / 1_000);
    assertThat(work.given().taken()).isLessThan(VectorWork.MAX_GIVEN / 1_000);
  }

  /** One vector for each of ten thousand operations, of a token that names ten capabilities. */
  @Test
  void run_tenThousandOperations_takeFarFewerStepsThanAreAdmitted() throws Exception {
    Catalogue catalogue = RandomCatalogues.large(3, 10_000);
    String ten =
        catalogue.capabilities().stream()
            .limit(10)
            .map(capability -> "\"" + capability.raw() + "\"")
            .collect(Collectors.joining(","));
    String vectors =
        catalogue.operations().stream()
            .map(
                operation ->
                    "{\"name\": \"%s\", \"account\": \"A\", \"capabilities\": [%s], \"operation\": \"%s\", \"expect\": {\"reason\": \"allowed\"}}"
                        .formatted(operation.id(), ten, operation.id()))
            .collect(Collectors.joining(","));
    VectorFileContent content =
        VectorFileParser.parse(
            "v.json",
            "{\"format\": 1, \"title\": \"T\", \"catalogue\": \"many.yaml\", \"vectors\": ["
                + vectors
                + "]}");
    VectorWork work = new VectorWork();
    assertThat(VectorRunner.run(content, catalogue, work).results())
        .noneMatch(result -> result.error().isPresent());
    assertThat(work.answers().taken()).isLessThan(VectorWork.MAX_ANSWERS / 20);
    assertThat(work.given().taken()).isLessThan(VectorWork.MAX_GIVEN / 20);
  }

  private static VectorFileContent asking(int vectors) throws Exception {
    String vector =
        "{\"name\": \"%d\", \"account\": \"A\", \"capabilities\": [\"every\"], \"method\": \"GET\","
            + " \"path\": \"/o\", \"expect\": {\"reason\": \"allowed\", \"operation\": \"o\"}}";
    return VectorFileParser.parse(
        "v.json",
        "{\"format\": 1, \"title\": \"T\", \"catalogue\": \"many.yaml\", \"vectors\": ["
            + IntStream.range(0, vectors)
                .mapToObj(vector::formatted)
                .collect(Collectors.joining(","))
            + "]}");
  }

  @Test
  void run_manyVectorsOfACapabilityThatImpliesMany_failOnceTheStepsAreSpent() throws Exception {
    CatalogueBuilder builder =
        Catalogue.builder("many").version("1").title("Many").category("all", "All");
    String[] implied = IntStream.range(0, 99).mapToObj(i -> "c" + i).toArray(String[]::new);
    for (String raw : implied) {
      builder.capability(raw, c -> c.label(raw).category("all"));
    }
    builder.capability("every", c -> c.label("Every").category("all").implies(implied));
    builder.operation("o", o -> o.at("GET", "/o").summary("S").requires(Requires.all("c0")));
    VectorWork work = new VectorWork(new Nearest(), new Steps(1_000), new Steps(1_000));
    List<VectorResult> results = VectorRunner.run(asking(12), builder.build(), work).results();
    assertThat(results.subList(0, 10)).allMatch(VectorResult::isPass);
    assertThat(results.subList(10, 12))
        .extracting(result -> result.error().orElseThrow())
        .containsOnly(
            "the capabilities of this vector and of those before it give more than 1000: split the"
                + " file, or name fewer capabilities that imply others");
  }

  @Test
  void run_manyVectorsOfManyCalls_failOnceTheStepsAreSpent() throws Exception {
    String vectors =
        IntStream.range(0, 502)
            .mapToObj(
                i ->
                    "{\"name\": \"%d\", \"account\": \"A\", \"capabilities\": [\"c\"], \"command\": \"do\", \"expect\": {\"reason\": \"allowed\", \"command\": \"do\"}}"
                        .formatted(i))
            .collect(Collectors.joining(",\n"));
    VectorFile file =
        VectorFile.parse(
            "v.json",
            "{\"format\": 1, \"title\": \"T\", \"catalogue\": \"many.yaml\", \"vectors\": ["
                + vectors
                + "]}");
    List<VectorResult> results = file.run(catalogue()).results();
    assertThat(results.subList(0, 500)).allMatch(VectorResult::isPass);
    assertThat(results.subList(500, 502))
        .allSatisfy(
            result ->
                assertThat(result.error())
                    .contains(
                        "this vector and those before it take more than 1000000 steps: split the"
                            + " file, or ask commands that make fewer calls"));
  }
}
