package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateParserTest {
  private static final Place PLACE = new Place("t", 1, 1);

  @Test
  void parse_literalsAndParameters_isTheirSegments() {
    assertThat(parse("", "/a/{b}/c.d/{*}").segments())
        .containsExactly(
            new PathSegment.Literal("a"),
            new PathSegment.Parameter("b"),
            new PathSegment.Literal("c.d"),
            new PathSegment.Parameter("*"));
  }

  @Test
  void parse_textsSpansAndSlash_isTheirSegments() {
    assertThat(parse("", "/v{n}.json/{p...}:copy/").segments())
        .containsExactly(
            new PathSegment.Parameter("v", "n", ".json"),
            new PathSegment.Span("p", ":copy"),
            new PathSegment.Literal(""));
    assertThat(parse("", "/").segments()).containsExactly(new PathSegment.Literal(""));
    assertThat(parse("", "/{a....}").segments()).containsExactly(new PathSegment.Span("a.", ""));
    assertThat(parse("", "/{a...b}").segments())
        .containsExactly(new PathSegment.Parameter("a...b"));
  }

  @Test
  void parse_basePath_standsBefore() {
    assertThat(parse("/v1/x", "/{id}")).hasToString("/v1/x/{id}");
    assertThat(parse("/v1", "/")).hasToString("/v1/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a",
        "/-._~!$&'()*+,=:@",
        "/AZaz09",
        "/.a",
        "/a.",
        "/..a",
        "/@me",
        "/{a}",
        "/{..}",
        "/{a:b}",
        "/{%20}",
        "/{A}/{a}",
        "/{Not-checked}",
        "/",
        "/a/",
        "/{a}/",
        "/{a}:copy",
        "/a{b}",
        "/v{n}.json",
        "/get(period='{p}')",
        "/..{a}..",
        "/{a...}",
        "/{a...}:copy/b/{c}",
        "/a/{b}/{c...}/",
        "/{a....}",
        "/{a...b}"
      })
  void parse_template_isItself(String template) {
    assertThat(parse("", template)).hasToString(template);
  }

  @Test
  void parse_eachAsciiCharacter_isALiteralIfListed() {
    for (char c = 0; c < 0x180; c++) {
      boolean listed =
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,=:@"
                  .indexOf(c)
              >= 0;
      boolean ends = listed || c == '/';
      assertThat(problems("", "/a" + c).isEmpty()).as("%d", (int) c).isEqualTo(ends);
      assertThat(problems("", "/{a}" + c).isEmpty()).as("%d", (int) c).isEqualTo(ends);
      assertThat(problems("", "/{a...}" + c).isEmpty()).as("%d", (int) c).isEqualTo(ends);
      assertThat(problems("", "/a" + c + "{a}").isEmpty()).as("%d", (int) c).isEqualTo(ends);
      assertThat(PathTemplate.isPathCharacter(c)).as("%d", (int) c).isEqualTo(listed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|a path begins with `/`",
        "//|an empty segment; write one `/` in place of `//`",
        "/a//|an empty segment; write one `/` in place of `//`",
        "//a|an empty segment; write one `/` in place of `//`",
        "/./a|a segment of dots only, which no path has",
        "/a/...|a segment of dots only, which no path has",
        "/{a}/{a}|two parameters are called `a`",
        "/{a}/{a...}|two parameters are called `a`",
        "/{a...}/{b...}|two spanning parameters; one may span, so write `{b}` for one segment",
        "/x{a...}y|segment `x{a...}y` has text before a spanning parameter; write `{a...}y`, or"
            + " `x{a}y` for one segment",
        "/{a}-{b}c|segment `{a}-{b}c` has several parameters; write one for all between them:"
            + " `{a}c`",
        "/{a}}|segment `{a}}` has a brace outside a parameter; a parameter is `{`, a name without"
            + " braces, and `}`",
        "/}a{|segment `}a{` has a brace outside a parameter; a parameter is `{`, a name without"
            + " braces, and `}`",
        "/{{a}}|segment `{{a}}` has a brace outside a parameter; a parameter is `{`, a name without"
            + " braces, and `}`",
        "/{|segment `{` has a brace outside a parameter; a parameter is `{`, a name without"
            + " braces, and `}`",
        "/{...}|segment `{...}` has a parameter whose name is not 1 to 256 printable ASCII"
            + " characters without space, quotation mark, comma or backslash",
        "/{not-checked}|no parameter is called `not-checked`, which means that no account is"
            + " checked",
        "/{from-request}|no parameter is called `from-request`, which means that the account comes"
            + " with the request",
        "/{not-checked...}|no parameter is called `not-checked`, which means that no account is"
            + " checked",
        "/%41{a}|segment `%41{a}` has a character other than A-Z a-z 0-9 - . _ ~ ! $ & ' ( ) * + ,"
            + " = : @"
      })
  void parse_broken_isRefusedWithThePath(String template, String message) {
    assertThat(problems("", template)).containsExactly("path `" + template + "`: " + message);
  }

  @Test
  void parse_parameterOf256Characters_isTheLongest() {
    assertThat(problems("", "/{" + "p".repeat(256) + "}")).isEmpty();
    assertThat(problems("", "/{" + "p".repeat(257) + "}")).hasSize(1);
    assertThat(problems("", "/{" + "p".repeat(256) + "...}")).isEmpty();
    assertThat(problems("", "/{" + "p".repeat(257) + "...}")).hasSize(1);
  }

  @Test
  void parse_2048CharactersWithBasePath_areRead() {
    assertThat(parse("/v1", "/" + "a".repeat(2_044)).toString()).hasSize(2_048);
  }

  @Test
  void parse_2049CharactersWithBasePath_areRefused() {
    assertThat(problems("/v1", "/" + "a".repeat(2_045)))
        .singleElement()
        .asString()
        .endsWith(": more than 2048 characters");
  }

  @Test
  void parse_32SegmentsWithBasePath_areRead() {
    assertThat(parse("/v1", "/a".repeat(31)).segments()).hasSize(32);
    assertThat(parse("/v1", "/a".repeat(30) + "/").segments()).hasSize(32);
  }

  @Test
  void parse_33SegmentsWithBasePath_areRefused() {
    for (String template : List.of("/a".repeat(32), "/a".repeat(31) + "/")) {
      assertThat(problems("/v1", template))
          .singleElement()
          .asString()
          .endsWith(": more than 32 segments");
    }
  }

  @Test
  void basePath_none_isEmpty() {
    assertThat(new TemplateParser(new Values(new Problems()), null).basePath()).isEmpty();
  }

  @Test
  void basePath_of2048Characters_isTheLongest() {
    assertThat(baseProblems("/" + "b".repeat(2_047))).isEmpty();
    assertThat(baseProblems("/" + "b".repeat(2_048)))
        .singleElement()
        .asString()
        .endsWith(": more than 2048 characters");
  }

  @Test
  void basePath_of32Segments_isTheLongest() {
    assertThat(baseProblems("/b".repeat(32))).isEmpty();
    assertThat(baseProblems("/b".repeat(33)))
        .singleElement()
        .asString()
        .endsWith(": more than 32 segments");
  }

  @Test
  void basePath_broken_isNoFurtherProblemOfTemplates() {
    assertThat(problems("/" + "b".repeat(2_048), "/a"))
        .singleElement()
        .asString()
        .endsWith(": more than 2048 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/{v}|segment `{v}` has a brace, but a base path has no parameter; write the segment in"
            + " each `path`",
        "/v{v...}|segment `v{v...}` has a brace, but a base path has no parameter; write the segment"
            + " in each `path`",
        "/v1/|a base path does not end in `/`; write `/v1`",
        "/|a base path does not end in `/`; leave it out",
        "//v1|an empty segment; write one `/` in place of `//`",
        "/..|a segment of dots only, which no path has"
      })
  void basePath_broken_isRefused(String basePath, String message) {
    assertThat(baseProblems(basePath)).containsExactly("path `" + basePath + "`: " + message);
  }

  @Test
  void parse_list_isRefusedOnce() {
    Problems problems = new Problems();
    Node list = new Node.Sequence(PLACE, List.of());
    assertThat(new TemplateParser(new Values(problems), list).parse(list)).isNull();
    assertThat(problems.sorted())
        .extracting(Problem::message)
        .containsExactly("text is expected here, not a list", "text is expected here, not a list");
  }

  private static PathTemplate parse(String basePath, String template) {
    Problems problems = new Problems();
    PathTemplate parsed = parser(problems, basePath).parse(new Node.Scalar(PLACE, template));
    assertThat(problems.isEmpty()).isTrue();
    return parsed;
  }

  private static List<String> problems(String basePath, String template) {
    Problems problems = new Problems();
    PathTemplate parsed = parser(problems, basePath).parse(new Node.Scalar(PLACE, template));
    assertThat(parsed == null || !basePath.isEmpty()).isEqualTo(!problems.isEmpty());
    return messages(problems);
  }

  private static List<String> baseProblems(String basePath) {
    Problems problems = new Problems();
    TemplateParser parser = parser(problems, basePath);
    assertThat(parser.basePath()).isEqualTo(problems.isEmpty() ? basePath : "");
    return messages(problems);
  }

  private static TemplateParser parser(Problems problems, String basePath) {
    return new TemplateParser(
        new Values(problems), basePath.isEmpty() ? null : new Node.Scalar(PLACE, basePath));
  }

  private static List<String> messages(Problems problems) {
    return problems.sorted().stream().map(Problem::message).toList();
  }
}
