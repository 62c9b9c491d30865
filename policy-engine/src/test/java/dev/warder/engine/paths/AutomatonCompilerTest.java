package dev.warder.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Operation;
import dev.warder.model.OverlapLimit;
import dev.warder.model.PathTemplate;
import dev.warder.model.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it takes to compile templates, counted, and what is refused for it. */
class AutomatonCompilerTest {
  private static final int MOST_STEPS = 4_000_000;

  static List<Operation> operations(List<String> templates) throws InvalidCatalogue {
    CatalogueBuilder builder = Catalogue.builder("c").version("1").title("T");
    for (int i = 0; i < templates.size(); i++) {
      String template = templates.get(i);
      builder.operation(
          "o" + i,
          o -> {
            o.at("GET", template).summary("s").requires(Requires.ANY_TOKEN);
            return template.contains("{") ? o.accountNotChecked() : o;
          });
    }
    return builder.build().operations();
  }

  static List<String> templates(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).toList();
  }

  /** Compiles what is refused, and returns the message. */
  static String refusal(List<String> templates) throws InvalidCatalogue {
    List<Operation> operations = operations(templates);
    OverlapLimit limit = OverlapLimit.of(operations);
    TooManyOverlaps refused =
        catchThrowableOfType(TooManyOverlaps.class, () -> new AutomatonCompiler(operations, limit));
    assertThat(limit.steps()).isLessThan(MOST_STEPS + 100_000);
    return refused.getMessage();
  }

  private static PathAutomaton compile(List<String> templates) throws Exception {
    return new AutomatonCompiler(operations(templates))
        .automaton(PathTemplate.MAX_CHARACTERS, PathTemplate.MAX_SEGMENTS);
  }

  /** Which of the last segments are `x` must be remembered: a state for each set of them. */
  @Test
  void compile_spanLiteralAndManyParameters_refusedWithTheTemplate() throws Exception {
    StringBuilder template = new StringBuilder("/{p...}/x");
    for (int i = 0; i < 28; i++) {
      template.append("/{p").append(i).append('}');
    }
    assertThat(refusal(List.of(template.toString())))
        .startsWith("the templates overlap in too many ways: to tell them apart takes more than ")
        .contains("`o0` (`/{p...}/x/{p0}/");
    assertThat(compile(List.of("/{p...}/x/{a}/{b}/{c}/{d}/{e}/{f}")).match("/x/x/a/b/c/d/e/f"))
        .isZero();
  }

  @Test
  void compile_manyLiteralsBehindASpan_refusedWithTemplates() throws Exception {
    assertThat(refusal(templates(2_000, "/{p...}/l%d")))
        .startsWith("the templates overlap in too many ways: to tell them apart takes more than ")
        .contains("`o0` (`/{p...}/l0`)");
    assertThat(compile(templates(200, "/{p...}/l%d")).match("/a/l7/l8")).isEqualTo(7 + 1);
  }

  @Test
  void compile_sixtyTwoTextsThatMeet_areTheMost() throws Exception {
    List<String> most = templates(62, "/{p}-%dx");
    assertThat(compile(most).match("/a-61x"))
        .isEqualTo(compile(most).match("/b-61x"))
        .isNotNegative();
    assertThat(refusal(templates(63, "/{p}-%dx")))
        .isEqualTo(
            "more than 62 parameters have text around them that one segment may begin with. Paths"
                + " may match several of `o0` (`/{p}-0x`), `o1` (`/{p}-1x`) and 61 more: write more"
                + " of their segments as literals");
  }

  @Test
  void compile_textsThatMeetBesideOthers_refusedWithThoseThatMeet() throws Exception {
    List<String> templates = new ArrayList<>(templates(100, "/other-%d-{p}"));
    templates.addAll(templates(32, "/a{p}-%dx"));
    templates.addAll(templates(31, "/ab{p}-%dx"));
    assertThat(refusal(templates))
        .startsWith("more than 62 parameters have text around them ")
        .contains(" of `o132` (`/ab{p}-0x`), `o133` (`/ab{p}-1x`) and 61 more: ");
  }

  @Test
  void compile_hundredPrefixesTimesHundredSuffixes_refused() throws Exception {
    List<String> templates = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      templates.addAll(templates(100, "/x" + i + "-{p}-%dy"));
    }
    assertThat(refusal(templates)).startsWith("more than 62 parameters have text around them ");
  }

  @Test
  void compile_tenThousandPrefixesAndSixtySuffixes_refused() throws Exception {
    List<String> templates = new ArrayList<>(templates(10_000, "/x%d-{p}"));
    templates.addAll(templates(60, "/{p}-%dy"));
    assertThat(refusal(templates))
        .startsWith("the templates overlap in too many ways: to tell them apart takes more than ")
        .containsPattern(
            "several of `o\\d+` \\(`/x\\d+-\\{p}`\\), `o10000` \\(`/\\{p}-0y`\\) and 59 more");
  }

  /** Each beginning of one text may be the end of the other, so they are compared at each place. */
  @Test
  void compile_longTextsThatMayOverlap_countTheirCharacters() throws Exception {
    List<Operation> operations =
        operations(List.of("/" + "a".repeat(1_600) + "{p}", "/{p}b" + "a".repeat(1_600)));
    OverlapLimit limit = OverlapLimit.of(operations);
    new AutomatonCompiler(operations, limit);
    // Apart and touching, with either text and without; the square of what each reaches.
    assertThat(limit.steps()).isBetween(1_600L / 16, 2 * 1_600L / 16);
  }
}
