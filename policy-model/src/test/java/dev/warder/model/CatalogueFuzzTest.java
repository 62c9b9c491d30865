package dev.warder.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.warder.model.text.HarmlessText;
import dev.warder.model.yaml.Problem;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text comes as a catalogue: it is one that is written and read alike, or is told why. */
class CatalogueFuzzTest {
  /** What the other seeds lack, for the fuzzer to take from. */
  private static final String WORDS =
      """
      {all: [any token, unmapped, !!str x, &a x, *a, <<: x, |-, >-, ? x]}
      ---
      %YAML 1.2
      former: [x]
      escalates: "\\u202e\\ud83d"
      unspecified: x
      """;

  static Stream<byte[]> seeds() throws IOException {
    return Stream.concat(
            Stream.of(WORDS, CanonicalFormTest.EVERY_PART, Samples.HEAD + "operations: {}\n"),
            BrokenCatalogueVectors.texts())
        .filter(text -> text.length() < 5_000)
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void parse_anyText_catalogueOrProblems(byte[] bytes) throws InvalidCatalogue {
    Catalogue catalogue;
    try {
      catalogue = CatalogueReader.parse("fuzzed.yaml", new String(bytes, UTF_8));
    } catch (InvalidCatalogue e) {
      assertThat(e.problems()).isNotEmpty();
      e.problems().forEach(CatalogueFuzzTest::isTold);
      return;
    }
    String yaml = CatalogueWriter.toYaml(catalogue);
    String json = catalogue.canonicalForm();
    assertThat(CatalogueReader.parse("yaml", yaml).fingerprint())
        .isEqualTo(CatalogueReader.parse("json", json).fingerprint())
        .isEqualTo(catalogue.fingerprint());
  }

  private static void isTold(Problem problem) {
    assertThat(problem.place().line()).isPositive();
    assertThat(problem.place().column()).isPositive();
    assertThat(problem.message()).isNotEmpty();
    assertThat(problem.message().codePoints()).allMatch(HarmlessText::isHarmless);
  }
}
