package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it costs to compare two catalogues, counted. */
class DiffStepsTest {
  private static CatalogueBuilder builder() {
    return Catalogue.builder("diff").version("1").title("Diff").category("all", "All");
  }

  private static long steps(Catalogue older, Catalogue newer) throws Exception {
    Steps steps = new Steps(Long.MAX_VALUE);
    assertThat(new CatalogueComparison(older, newer, steps).changes()).isNotEmpty();
    return steps.taken();
  }

  private static long stepsOfLarge(int operations) throws Exception {
    Catalogue older = RandomCatalogues.large(3, operations);
    Catalogue newer =
        Shop.read(
            older
                .canonicalForm()
                .replaceFirst("\"requires\":\"unmapped", "\"requires\":\"any token"));
    return steps(older, newer);
  }

  @Test
  void of_twiceAsManyOperations_takesTwiceTheSteps() throws Exception {
    long some = stepsOfLarge(5_000);
    long twice = stepsOfLarge(10_000);
    assertThat(twice).isBetween(some * 18 / 10, some * 22 / 10);
    assertThat(twice).isLessThan(DiffWork.MAX_STEPS / 50);
  }

  @Test
  void of_controlApi_takesFewStepsWhateverChanges() throws Exception {
    String sealed = Files.readString(Path.of("../spec/control-api.yaml"));
    String text = sealed.substring(0, sealed.lastIndexOf("# warder:"));
    Catalogue older = Shop.read(text);
    Catalogue requirement = Shop.read(text.replace("requires: write:app", "requires: read:app"));
    Catalogue implied =
        Shop.read(text.replace("label: Write App,", "label: Write App, implies: [read:app],"));
    assertThat(steps(older, requirement)).isLessThan(DiffWork.MAX_STEPS / 1_000);
    assertThat(steps(older, implied)).isLessThan(DiffWork.MAX_STEPS / 1_000);
  }

  /** A command of many spellings, which calls one operation, and has many conditions. */
  private static Catalogue command(int aliases, int conditions, String description)
      throws Exception {
    return builder()
        .capability("a", c -> c.label("A").category("all"))
        .operation("o", o -> o.at("GET", "/o").summary("O").requiresAll("a"))
        .command(
            "do",
            c -> {
              c.aliases(IntStream.range(0, aliases).mapToObj(i -> "do" + i).toArray(String[]::new));
              for (int i = 0; i < conditions; i++) {
                c.condition("w" + i, description, "o");
              }
              return c.calls("o");
            })
        .build();
  }

  private static long ofCommand(int aliases, int conditions) throws Exception {
    return steps(command(aliases, conditions, "before"), command(aliases, conditions, "after"));
  }

  /** All spellings mean one command, so each condition is one question. */
  @Test
  void of_manySpellings_costsNoMoreThanOne() throws Exception {
    assertThat(ofCommand(1_000, 10)).isEqualTo(ofCommand(0, 10));
  }

  /** What a condition calls is read in each catalogue, and compared where the rest is alike. */
  @Test
  void of_conditions_takesAsManyStepsForEachFurtherOne() throws Exception {
    long some = ofCommand(0, 10);
    assertThat(ofCommand(0, 30) - ofCommand(0, 20)).isEqualTo(ofCommand(0, 20) - some);
  }

  @Test
  void of_asManyStepsAsAreAdmitted_isAnsweredAndOneLessNot() throws Exception {
    Catalogue older = command(0, 20, "before");
    Catalogue newer = command(0, 20, "after");
    long most = steps(older, newer);
    assertThat(new CatalogueComparison(older, newer, new Steps(most)).changes()).hasSize(1);
    assertThatThrownBy(() -> new CatalogueComparison(older, newer, new Steps(most - 1)).changes())
        .isInstanceOf(TooMuchWork.class)
        .hasMessage(
            "to compare the catalogues takes more than "
                + (most - 1)
                + " steps, at `do`: write fewer alternatives, let capabilities imply fewer others,"
                + " or let commands make fewer calls in fewer conditions");
  }

  /** One capability implies others, each of which one operation needs. */
  private static Catalogue implying(int operations, List<String> implied) throws Exception {
    CatalogueBuilder builder =
        builder()
            .capability(
                "every",
                c -> c.label("Every").category("all").implies(implied.toArray(String[]::new)));
    for (int i = 0; i < operations; i++) {
      String raw = "c" + i;
      builder.capability(raw, c -> c.label(raw).category("all"));
      builder.operation(raw, o -> o.at("GET", "/" + raw).summary("S").requiresAll(raw));
    }
    return builder.build();
  }

  private static long ofImplied(int operations, int left) throws Exception {
    List<String> all = IntStream.range(0, operations).mapToObj(i -> "c" + i).toList();
    List<String> some = all.subList(0, left < 0 ? operations + left : left);
    return steps(implying(operations, all), implying(operations, some));
  }

  /** What one implies is not looked at for each operation that needs one of these. */
  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void of_capabilityThatImpliesFewer_takesFewStepsForEachOperation(int left) throws Exception {
    assertThat(ofImplied(1_000, left)).isLessThan(1_000 * 400);
  }
}
