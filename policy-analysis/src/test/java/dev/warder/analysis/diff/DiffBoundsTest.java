package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Requires;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
        Shop.read(form.replaceFirst("\"requires\":\"unmapped", "\"requires\":\"any token"));
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
    return Shop.read(
        Shop.SHOP.substring(0, Shop.SHOP.indexOf("capabilities:"))
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
        .hasMessage(
            "to compare the catalogues takes more than 25000000 steps, at `all`: write fewer"
                + " alternatives, let capabilities imply fewer others, or let commands make fewer"
                + " calls in fewer conditions");
  }

  private static CatalogueBuilder builder(String version) {
    return Catalogue.builder("many").version(version).title("Many").category("all", "All");
  }

  private static void capability(CatalogueBuilder builder, String raw, String... implied) {
    builder.capability(raw, c -> c.label(raw).category("all").implies(implied));
  }

  private static void operation(CatalogueBuilder builder, String id, Requires requires) {
    builder.operation(id, o -> o.at("GET", "/" + id).summary("S").requires(requires));
  }

  private static Requires either(String... raws) {
    return Requires.any(Arrays.stream(raws).map(Requires::all).toList());
  }

  private static long steps(Catalogue older, Catalogue newer) throws Exception {
    Steps steps = new Steps(DiffWork.MAX_STEPS);
    assertThat(new CatalogueComparison(older, newer, steps).changes()).isNotEmpty();
    return steps.taken();
  }

  /** Eighteen choices give nothing of what the other call needs, which two more choices meet. */
  private static Catalogue choicesBeside(boolean isOlder) throws Exception {
    CatalogueBuilder builder = builder("1");
    List<String> calls = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      capability(builder, "a" + i);
      capability(builder, "b" + i);
      operation(builder, "o" + i, either("a" + i, "b" + i));
      calls.add("o" + i);
    }
    List.of("y0", "y1", "z0", "z1").forEach(raw -> capability(builder, raw));
    operation(builder, "y", either("y0", "y1"));
    operation(builder, "z", either("z0", "z1"));
    operation(
        builder,
        "r",
        Requires.any(
            List.of(
                Requires.all("y0", "z0"),
                Requires.all("y0", "z1"),
                Requires.all("y1", "z0"),
                Requires.all("y1", "z1"))));
    calls.addAll(List.of("y", "z"));
    return builder
        .command("do", c -> c.calls(isOlder ? new String[] {"r"} : calls.toArray(String[]::new)))
        .build();
  }

  @Test
  void of_choicesThatGiveNothingOfWhatIsNeeded_areNotMultiplied() throws Exception {
    CatalogueDiff diff = CatalogueDiff.of(choicesBeside(true), choicesBeside(false));
    assertThat(diff.isBreaking()).isTrue();
    assertThat(diff.isWidening()).isFalse();
    assertThat(steps(choicesBeside(true), choicesBeside(false))).isLessThan(10_000);
  }

  /** As {@link #pairs} of fifteen, for many commands that each make a call of their own. */
  private static Catalogue pairsOfManyCommands(String more) throws Exception {
    CatalogueBuilder builder = builder("1");
    List<String> calls = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<Requires.All> any = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      capability(builder, "a" + i);
      capability(builder, "b" + i);
      operation(builder, "o" + i, either("a" + i, "b" + i));
      calls.add(0, "o" + i);
      List<String> all = new ArrayList<>(others);
      all.add("a" + i);
      any.add(Requires.all(all));
      others.add("b" + i);
    }
    any.add(Requires.all(others));
    operation(builder, "any", Requires.any(any));
    for (int i = 0; i < 30; i++) {
      String own = "x" + i;
      capability(builder, own);
      operation(builder, own, Requires.all(own));
      List<String> called = new ArrayList<>(calls);
      called.addAll(List.of(more, own));
      builder.command("do " + i, c -> c.calls(called.stream().distinct().toArray(String[]::new)));
    }
    return builder.build();
  }

  @Test
  void of_choicesOfManyCommands_shareTheSteps() throws Exception {
    Catalogue older = pairsOfManyCommands("any");
    Catalogue newer = pairsOfManyCommands("o0");
    assertThatThrownBy(() -> CatalogueDiff.of(older, newer))
        .isInstanceOf(TooMuchWork.class)
        .hasMessageContaining("takes more than 25000000 steps, at `do ");
  }

  /** Capabilities that imply one that implies many, of which an operation needs pairs. */
  private static Catalogue hub(boolean isOlder) throws Exception {
    CatalogueBuilder builder = builder("1");
    List<Requires.All> any = new ArrayList<>();
    String[] all = new String[300];
    for (int i = 0; i < all.length; i++) {
      all[i] = "l" + i;
      capability(builder, all[i]);
      if (i > 0) {
        any.add(Requires.all("l0", all[i]));
      }
    }
    capability(builder, "hub", all);
    for (int i = 0; i < 300; i++) {
      capability(builder, "t" + i, "hub");
    }
    if (!isOlder) {
      any.add(Requires.all("l1", "l2"));
    }
    operation(builder, "o", Requires.any(any));
    return builder.build();
  }

  @Test
  void of_capabilitiesImpliedByMany_areLookedAtOnce() throws Exception {
    assertThat(CatalogueDiff.of(hub(true), hub(false)).isWidening()).isTrue();
    assertThat(steps(hub(true), hub(false))).isLessThan(200_000);
  }

  /** A command with as many conditions as calls, each call of which needs a capability. */
  private static Catalogue conditions(String version, int calls, int first, int aliases)
      throws Exception {
    CatalogueBuilder builder = builder(version);
    List<String> called = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      capability(builder, "c" + i);
      operation(builder, "o" + i, Requires.all("c" + i));
      called.add("o" + i);
    }
    builder.command(
        "do",
        c -> {
          c.calls(called.subList(first, calls).toArray(String[]::new));
          for (int i = 0; i < calls; i++) {
            c.condition("w" + i, "w", "o0");
          }
          return c.aliases(
              IntStream.range(0, aliases).mapToObj(i -> "a" + i).toArray(String[]::new));
        });
    return builder.build();
  }

  @Test
  void of_callsAndConditionsThatNeedTheSame_takeStepsForEachOnce() throws Exception {
    assertThat(steps(conditions("1", 1_000, 0, 0), conditions("2", 1_000, 0, 0)))
        .isLessThan(50_000);
  }

  @Test
  void of_spellingsOfOneCommand_areComparedOnce() throws Exception {
    assertThat(steps(conditions("1", 1_000, 0, 1_000), conditions("2", 1_000, 0, 1_000)))
        .isLessThan(50_000);
  }

  @Test
  void of_otherCallsInManyConditions_isRefusedWithTheCommand() throws Exception {
    Catalogue older = conditions("1", 3_000, 0, 0);
    Catalogue newer = conditions("2", 3_000, 1, 0);
    assertThatThrownBy(() -> CatalogueDiff.of(older, newer))
        .isInstanceOf(TooMuchWork.class)
        .hasMessageContaining("takes more than 25000000 steps, at `do`");
  }
}
