package dev.warder.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.paths.EveryPath;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.ReferenceTemplate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;

/** Overlaps of templates of every sort, compared with what an engine asks on every path. */
class TemplateLintProperties {
  private static final int CATALOGUES = Integer.getInteger("warder.template.reviews", 150);
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

  @Example
  void warnings_randomTemplates_areThePairsThatAnEngineJudgesDifferently() throws Exception {
    int warned = 0;
    int compared = 0;
    for (int seed = 0; compared < CATALOGUES; seed++) {
      Random random = new Random(seed);
      Catalogue catalogue = EveryPath.read(EveryPath.operations(random, 3 + random.nextInt(2), 2));
      List<String> paths = EveryPath.of(List.of(catalogue), 3, false);
      if (!paths.isEmpty()) {
        compared++;
        Set<String> expected = expected(catalogue, paths);
        assertThat(
                Lint.of(catalogue).stream()
                    .filter(warning -> warning.kind() == WarningKind.OVERLAPPING_TEMPLATES)
                    .map(Warning::subject))
            .as("seed %s: %s", seed, catalogue.operations())
            .containsExactlyInAnyOrderElementsOf(expected);
        warned += expected.size();
      }
    }
    assertThat(warned).isGreaterThan(CATALOGUES / 5);
  }

  private static Set<String> expected(Catalogue catalogue, List<String> paths) {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    Set<String> expected = new LinkedHashSet<>();
    for (String path : paths) {
      List<String> segments = List.of(path.substring(1).split("/", -1));
      for (String method : METHODS) {
        List<Operation> asked = engine.match(method, path).operations();
        for (Operation one : asked) {
          for (Operation other : catalogue.operations()) {
            boolean isJudged =
                asked.contains(other)
                    || (isOf(other, method, catalogue)
                        && ReferenceTemplate.matches(other.template(), segments)
                        && ReferenceTemplate.beats(one.template(), other.template()));
            if (isJudged && !one.requirement().equals(other.requirement())) {
              boolean isFirst = one.ordinal() < other.ordinal();
              expected.add((isFirst ? one : other).id() + " " + (isFirst ? other : one).id());
            }
          }
        }
      }
    }
    return expected;
  }

  private static boolean isOf(Operation operation, String method, Catalogue catalogue) {
    return operation.method().equals(method)
        || (method.equals("HEAD")
            && operation.method().equals("GET")
            && catalogue.operations().stream()
                .noneMatch(
                    o ->
                        o.method().equals("HEAD")
                            && o.template().shape().equals(operation.template().shape())));
  }

  @Example
  void warning_thirdBeatsBothOnAllButOnePath_isOfThisPath() throws Exception {
    assertThat(warnings("overlapping-templates", "'/a{p}' a", "'/{p}b' b", "'/a{p}b' c"))
        .containsExactlyInAnyOrder(
            "o0 o2: `GET /axb` asks `o2`, which needs `c`, not `o0`, which needs `a`",
            "o1 o2: `GET /axb` asks `o2`, which needs `c`, not `o1`, which needs `b`",
            "o0 o1: `GET /ab` asks both and needs `a` and `b`");
  }

  @Example
  void warning_lastSpanBesideOneWithText_namesAPathThatItTakes() throws Exception {
    assertThat(
            warnings(
                "span-takes-text",
                "'/root:/{path...}' a",
                "'/root:/{path...}:/content' b",
                "'/root/{path...}' c",
                "'/root/{q}/{path...}:' d"))
        .containsExactly(
            "o0: `/root:/x:/x` too is a path of `/root:/{path...}`, though `o1` has `:` behind its"
                + " spanning parameter");
  }

  @Example
  void warning_slashAtTheEndThatAsksOtherThings_isAcceptedAndUsed() throws Exception {
    assertThat(warnings("slash-at-end", "'/a' a", "'/a/' b", "'/b/' a", "'/b' a"))
        .containsExactly(
            "o0 o1: a path of `GET /a`, which needs `a`; with a slash at its end it is one of"
                + " `GET /a/`, which needs `b`");
    assertThat(warnings("unused-acceptance", "'/a' a", "'/a/' b")).isEmpty();
  }

  @Example
  void warning_slashAtTheEndOfAHead_isThatOfTheGetThatIsHeadToo() throws Exception {
    assertThat(warnings("slash-at-end", "'/a' a", "HEAD '/a/' b"))
        .containsExactly(
            "o0 o1: a path of `GET /a`, which needs `a`; with a slash at its end it is one of"
                + " `HEAD /a/`, which needs `b`");
    assertThat(warnings("slash-at-end", "HEAD '/a' a", "'/a/' b"))
        .containsExactly(
            "o0 o1: a path of `HEAD /a`, which needs `a`; with a slash at its end it is one of"
                + " `GET /a/`, which needs `b`");
    assertThat(warnings("slash-at-end", "'/a' a", "HEAD '/a/' b", "HEAD '/a' b")).isEmpty();
  }

  @Example
  void warning_slashAtTheEndAsksAnotherTemplate_isOfBoth() throws Exception {
    assertThat(warnings("slash-at-end", "'/f/{id}/' a", "'/f/me' b", "'/f/you' a"))
        .containsExactly(
            "o0 o1: a path of `GET /f/me`, which needs `b`; with a slash at its end it is one of"
                + " `GET /f/{id}/`, which needs `a`");
    assertThat(warnings("slash-at-end", "'/f/{id}/' a", "'/f/me' b", "'/f/me/' b")).isEmpty();
    assertThat(warnings("slash-at-end", "'/f/{id}:x/' a", "'/f/{id}' b", "'/f/me' b"))
        .extracting(warning -> warning.substring(0, 6))
        .containsExactly("o0 o1:");
    assertThat(warnings("slash-at-end", "'/{p...}/' a", "'/f/{id}' b"))
        .extracting(warning -> warning.substring(0, 6))
        .containsExactly("o0 o1:");
  }

  private static List<String> warnings(String kind, String... operations) throws Exception {
    return Lint.of(Catalogues.ofTemplates(operations)).stream()
        .filter(warning -> warning.kind().code().equals(kind))
        .map(warning -> warning.subject() + ": " + warning.message())
        .toList();
  }
}
