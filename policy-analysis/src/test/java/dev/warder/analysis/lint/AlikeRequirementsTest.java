package dev.warder.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlikeRequirementsTest {
  /** Operations of which each needs one of many pairs, chosen by a seed among many capabilities. */
  private static Catalogue catalogue(int operations, int alternatives) throws Exception {
    Random random = new Random(1);
    StringBuilder text =
        new StringBuilder("catalogue: c\nformat: 1\nversion: '1'\ntitle: T\ncategories: {k: K}\n");
    text.append("capabilities:\n");
    for (int i = 0; i < 2 * alternatives; i++) {
      text.append("  c").append(i).append(": {label: C, category: k}\n");
    }
    text.append("operations:\n");
    for (int o = 0; o < operations; o++) {
      text.append("  o").append(o).append(": {method: GET, path: /p").append(o);
      text.append(", summary: S, requires: {any: [");
      int first = random.nextInt(alternatives);
      for (int i = 0; i < alternatives; i++) {
        text.append(i == 0 ? "" : ", ").append("{all: [c").append((first + i) % alternatives);
        text.append(", c").append(alternatives + i).append("]}");
      }
      text.append("]}}\n");
    }
    return CatalogueReader.parse("c.yaml", text.toString());
  }

  @Test
  void areAlike_samePairAgain_costsNoStep() throws Exception {
    Catalogue catalogue = catalogue(2, 10);
    AlikeRequirements requirements = new AlikeRequirements(catalogue);
    assertThat(areAlike(requirements, catalogue, 0, 1)).isFalse();
    long steps = requirements.steps();
    assertThat(areAlike(requirements, catalogue, 1, 0)).isFalse();
    assertThat(requirements.steps()).isEqualTo(steps).isPositive();
  }

  @Test
  void areAlike_otherMark_areAlike() throws Exception {
    Catalogue catalogue =
        CatalogueReader.parse(
            "c.yaml",
            """
            catalogue: c
            format: 1
            version: '1'
            title: T
            categories: {k: K}
            capabilities: {a: {label: A, category: k}, b: {label: B, category: k}}
            operations:
              o0: {method: GET, path: /a, summary: S, requires: {any: [a, b]}}
              o1: {method: GET, path: /b, summary: S, requires: {any: [a, {preferred: b}]}}
              o2: {method: GET, path: /c, summary: S, requires: {any: [{preferred: a}, b]}}
            """);
    AlikeRequirements requirements = new AlikeRequirements(catalogue);
    assertThat(areAlike(requirements, catalogue, 0, 1)).isTrue();
    assertThat(areAlike(requirements, catalogue, 1, 2)).isTrue();
  }

  @Test
  void areAlike_manyAlternativesOfManyOperations_isRefusedWithBoth() throws Exception {
    Catalogue catalogue = catalogue(120, 1_000);
    AlikeRequirements requirements = new AlikeRequirements(catalogue);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 120; i++) {
                for (int j = 0; j < i; j++) {
                  areAlike(requirements, catalogue, i, j);
                }
              }
            })
        .isInstanceOf(TooMuchWork.class)
        .hasMessageMatching(
            "to compare what operations need that match the same paths takes more than 5000000"
                + " steps, at `o\\d+` and `o\\d+`: write fewer alternatives, or more segments of"
                + " their templates as literals");
    assertThat(requirements.steps()).isBetween(5_000_000L, 5_000_200L);
  }

  private static boolean areAlike(AlikeRequirements all, Catalogue catalogue, int one, int other)
      throws TooMuchWork {
    return all.areAlike(catalogue.operations().get(one), catalogue.operations().get(other));
  }
}
