package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.RandomCatalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much work a comparison does: large catalogues, and choices that multiply. */
class DiffBoundsTest {
  @Test
  @Timeout(120)
  void of_tenThousandOperations_isDone() throws Exception {
    Catalogue one = RandomCatalogues.large(3, 10_000);
    String form = one.canonicalForm();
    Catalogue other =
        CatalogueDiffTest.read(
            form.replaceFirst("\"requires\":\"unmapped", "\"requires\":\"any token"));
    assertThat(CatalogueDiff.of(one, other).isWidening()).isTrue();
  }

  /**
   * Returns a catalogue with a command that makes so many calls, each of which needs one of two
   * capabilities, and one call more that is met whichever these are, though by none of them alone.
   */
  private static Catalogue pairs(int count, String more) {
    StringBuilder capabilities = new StringBuilder();
    StringBuilder operations = new StringBuilder();
    StringBuilder any = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    String others = "";
    for (int i = 0; i < count; i++) {
      capabilities.append("  a%d: {label: A, category: all}\n".formatted(i));
      capabilities.append("  b%d: {label: B, category: all}\n".formatted(i));
      operations.append(
          "  o%d: {method: GET, path: /o%d, summary: S, requires: {any: [a%d, b%d]}}\n"
              .formatted(i, i, i, i));
      any.append("{all: [%sa%d]}, ".formatted(others, i));
      others += "b%d, ".formatted(i);
      calls.insert(0, "o" + i + ", ");
    }
    operations.append(
        "  any: {method: GET, path: /any, summary: S, requires: {any: [%s{all: [%s]}]}}\n"
            .formatted(any, others));
    return CatalogueDiffTest.read(
        CatalogueDiffTest.SHOP.substring(0, CatalogueDiffTest.SHOP.indexOf("capabilities:"))
            + "capabilities:\n"
            + capabilities
            + "operations:\n"
            + operations
            + "commands:\n  all: {calls: ["
            + calls
            + more
            + "]}\n");
  }

  @Test
  void of_fewChoicesOfWhichNoneIsMissed_isNeither() throws Exception {
    CatalogueDiff diff = CatalogueDiff.of(pairs(8, "any"), pairs(8, "o0"));
    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.isBreaking() || diff.isWidening()).isFalse();
  }

  @Test
  void of_tooManyChoices_isRefused() {
    assertThatThrownBy(() -> CatalogueDiff.of(pairs(24, "any"), pairs(24, "o0")))
        .isInstanceOf(TooMuchWork.class)
        .hasMessage("alternatives combine in too many ways: more than 1000000 tries");
  }
}
