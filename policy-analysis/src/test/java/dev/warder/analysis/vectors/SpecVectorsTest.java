package dev.warder.analysis.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every vector of the specification passes. */
class SpecVectorsTest {
  private static final Path SPEC = Path.of("..", "spec");

  static List<VectorRun> runs() throws Exception {
    List<VectorRun> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(SPEC.resolve("vectors"))) {
      for (Path path : files.sorted().toList()) {
        VectorFile file = VectorFile.read(path);
        runs.add(file.needsCatalogue() ? file.run(catalogue(file)) : file.runBroken());
      }
    }
    return runs;
  }

  private static Catalogue catalogue(VectorFile file) throws Exception {
    return file.catalogueName().isPresent()
        ? CatalogueReader.read(SPEC.resolve(file.catalogueName().get()))
        : file.carriedCatalogue().orElseThrow();
  }

  @Test
  void run_everyFileOfTheSpecification_passes() throws Exception {
    List<VectorRun> runs = runs();
    assertThat(runs).hasSizeGreaterThan(10);
    for (VectorRun run : runs) {
      assertThat(run.results()).isNotEmpty();
      assertThat(run.failures()).as(run.toString()).isEmpty();
    }
  }

  @Test
  void coverage_ofTheControlApi_whole() throws Exception {
    Coverage controlApi =
        Coverage.of(runs()).stream()
            .filter(coverage -> coverage.catalogue().name().equals("control-api"))
            .findFirst()
            .orElseThrow();
    assertThat(controlApi.untouchedOperations()).isEmpty();
    assertThat(controlApi.untouchedCapabilities()).isEmpty();
    assertThat(controlApi.reaches(100)).isTrue();
  }
}
