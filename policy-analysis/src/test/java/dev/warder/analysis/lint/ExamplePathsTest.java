package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.Catalogues.empty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Requires;
import dev.warder.model.Steps;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the example paths of warnings about overlaps cost, counted in segments. */
class ExamplePathsTest {
  private static void add(CatalogueBuilder builder, String id, String path, Requires requires) {
    builder.operation(id, o -> o.at("GET", path).summary("S").requires(requires));
  }

  private static void addOpen(CatalogueBuilder builder, String id, String path) {
    builder.operation(
        id, o -> o.at("GET", path).summary("S").accountNotChecked().requires(Requires.PUBLIC));
  }

  /** Returns how many segments the check of a catalogue took, which warns so many times. */
  private static long segments(CatalogueBuilder builder, int warnings) throws Exception {
    Steps examples = new Steps(Long.MAX_VALUE);
    Warnings findings = new Warnings(List.of());
    Catalogue catalogue = Catalogues.build(builder);
    OverlapCheck.add(catalogue, findings, examples);
    assertThat(findings.warnings()).hasSize(warnings);
    return examples.taken();
  }

  /**
   * Each of the 20,001 templates is looked at once, and two texts are found that are no literal.
   * Each class of paths is shown by the first path of one segment that is tried.
   */
  @Test
  void add_oneParameterBeside20000Literals_triesOnePathForEachClass() throws Exception {
    CatalogueBuilder builder = empty();
    addOpen(builder, "any", "/{a}");
    for (int i = 0; i < 20_000; i++) {
      add(builder, "o" + i, "/x" + i, i % 100 == 0 ? Requires.UNMAPPED : Requires.PUBLIC);
    }
    assertThat(segments(builder, 200)).isEqualTo(20_001 + 2 + 20_001);
  }

  /**
   * The two templates with parameters meet below each literal, and are compared once. Three texts
   * are found that are no literal, one of them at the second try. Of the paths of a class one is
   * tried: of those of the first template, of both, and of the first with each of the others.
   */
  @Test
  void add_pairThatMeetsOn1000Paths_triesOnePathForEachClass() throws Exception {
    CatalogueBuilder builder = empty();
    addOpen(builder, "any", "/{a}/{b}");
    builder.operation(
        "one",
        o -> o.at("GET", "/{a}/y").summary("S").accountNotChecked().requires(Requires.UNMAPPED));
    for (int i = 0; i < 1_000; i++) {
      add(builder, "o" + i, "/x" + i + "/z", Requires.PUBLIC);
    }
    assertThat(segments(builder, 1)).isEqualTo(2 * 1_002 + 4 + 2 * 1_002);
  }
}
