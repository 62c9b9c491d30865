package dev.warder.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.warder.model.text.HarmlessText;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever texts come as templates, one in a line: each is read, as it is written, or one problem
 * tells why not. Those that are read include, beat and have shapes as the reference says.
 */
class TemplateFuzzTest {
  private static final Place PLACE = new Place("fuzzed.yaml", 1, 1);
  private static final int MOST_COMPARED = 8;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "/",
            "/a/\n/a",
            "/{id}:copy\n/{id}\n/x:copy",
            "/v{n}.json\n/{n}.json\n/v{n}",
            "/get(period='{p}')\n/get({p})",
            "/{p...}\n/{a}/{p...}\n/{p...}/{b}\n/{a}",
            "/root:/{p...}:/content\n/root:/{p...}\n/root:/{p...}:/{x}",
            "/{p...}x/y/\n/{a}/{p...}x/y/",
            "/{a}{b}\n/{a...}{b}\n/x{a...}\n/{a...}/{b...}",
            "/{}\n/{...}\n/{....}\n/{not-checked}\n/{not-checked...}",
            "//\n/..\n/%41\n/{a}}\n/{{a}\n/{a}/{a}\n\u00e9\n/\u202e{a}")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void parse_anyText_templateOrOneProblem(byte[] bytes) {
    List<PathTemplate> templates = new ArrayList<>();
    for (String text : new String(bytes, UTF_8).split("\n", -1)) {
      Problems problems = new Problems();
      PathTemplate template =
          new TemplateParser(new Values(problems), null).parse(new Node.Scalar(PLACE, text));
      if (template == null) {
        assertThat(problems.sorted()).singleElement().satisfies(TemplateFuzzTest::isTold);
      } else {
        assertThat(problems.isEmpty()).isTrue();
        assertThat(template).hasToString(text);
        templates.add(template);
      }
    }
    List<PathTemplate> compared = templates.subList(0, Math.min(MOST_COMPARED, templates.size()));
    for (PathTemplate one : compared) {
      for (PathTemplate other : compared) {
        boolean isIncluded = ReferenceTemplate.includes(one, other);
        assertThat(one.includes(other)).isEqualTo(isIncluded);
        assertThat(one.shape().equals(other.shape()))
            .isEqualTo(isIncluded && ReferenceTemplate.includes(other, one));
      }
    }
  }

  private static void isTold(Problem problem) {
    assertThat(problem.message()).startsWith("path `");
    assertThat(problem.message().codePoints()).allMatch(HarmlessText::isHarmless);
  }
}
