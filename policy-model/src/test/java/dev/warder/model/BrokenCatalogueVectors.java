package dev.warder.model;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES;
import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES;
import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;
import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code spec/vectors/broken-catalogues.json}: every problem, in order, in these words. */
class BrokenCatalogueVectors {
  private static final Path FILE = Path.of("../spec/vectors/broken-catalogues.json");

  record Vectors(int format, String title, List<Broken> broken) {}

  record Broken(String name, String text, List<Expected> problems) {}

  record Expected(int line, int column, String message) {}

  @ParameterizedTest
  @MethodSource("broken")
  void parse_broken_reportsEachProblem(Broken broken) {
    InvalidCatalogue invalid =
        catchThrowableOfType(
            InvalidCatalogue.class, () -> CatalogueReader.parse("catalogue.yaml", broken.text));

    assertThat(invalid.problems())
        .extracting(
            problem ->
                new Expected(problem.place().line(), problem.place().column(), problem.message()))
        .isEqualTo(broken.problems);
    assertThat(invalid.problems())
        .allSatisfy(problem -> assertThat(problem.place().source()).isEqualTo("catalogue.yaml"));
  }

  @Test
  void names_all_areUnique() throws IOException {
    assertThat(read().broken).extracting(Broken::name).doesNotHaveDuplicates();
  }

  @Test
  void file_any_isAsciiWithoutControls() throws IOException {
    assertThat(Files.readString(FILE)).matches("[\\n -~]*");
  }

  static Stream<Named<Broken>> broken() throws IOException {
    return read().broken.stream().map(broken -> Named.of(broken.name, broken));
  }

  static Stream<String> texts() throws IOException {
    return read().broken.stream().map(Broken::text);
  }

  private static Vectors read() throws IOException {
    Vectors vectors =
        JsonMapper.builder()
            .enable(FAIL_ON_UNKNOWN_PROPERTIES, FAIL_ON_TRAILING_TOKENS)
            .enable(FAIL_ON_MISSING_CREATOR_PROPERTIES, FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readValue(FILE.toFile(), Vectors.class);
    assertThat(vectors.format).isEqualTo(1);
    return vectors;
  }
}
