package dev.warder.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it costs to name the warning that an unused acceptance probably meant. */
class WarningsTest {
  private static final int SUBJECTS = 10_000;

  /** Each search looks at each character of 10,000 subjects of 60, and once at each subject. */
  private static final int STEPS_A_SEARCH = SUBJECTS * 61;

  private static final int MOST_STEPS = 100_000_000;

  private static String subject(int number) {
    return "operation-of-a-catalogue-that-is-as-large-as-it-can-be-%05d".formatted(number);
  }

  /** Two kinds have warnings, and the acceptances are of one of them. */
  @Test
  void warnings_manyUnusedAcceptances_shareStepsAndSearchTheirKindAlone() throws Exception {
    assertThat(subject(0)).hasSize(60);
    CatalogueBuilder builder = Catalogue.builder("unused").version("1").title("Unused");
    String kind = WarningKind.OVERLAPPING_TEMPLATES.code();
    for (int i = 0; i < 170; i++) {
      builder.accept(kind, "0" + subject(i).substring(1), "Reason");
    }
    Warnings warnings = new Warnings(builder.build().accepted());
    for (int i = 0; i < SUBJECTS; i++) {
      warnings.add(WarningKind.OVERLAPPING_TEMPLATES, subject(i), "M");
      warnings.add(WarningKind.GUARDS_NOTHING, subject(i), "M");
    }
    assertThat(warnings.warnings())
        .filteredOn(warning -> warning.kind() == WarningKind.UNUSED_ACCEPTANCE)
        .hasSize(170)
        .filteredOn(warning -> warning.message().contains("; nearest: "))
        .extracting(Warning::subject)
        .containsExactlyElementsOf(
            IntStream.range(0, MOST_STEPS / STEPS_A_SEARCH)
                .mapToObj(i -> kind + " 0" + subject(i).substring(1))
                .toList());
  }
}
