package dev.warder.analysis.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentParserTest {
  private static Node parse(String text) throws InvalidDocument {
    return DocumentParser.parse("d", text, Keep.ALL);
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidDocument.class).hasMessage(message);
  }

  @Test
  void parse_scalars_keepWhetherTheyAreQuoted() throws Exception {
    for (String text : List.of("{\"a\": [true, \"true\"]}", "a: [true, \"true\"]")) {
      Node.Sequence items = (Node.Sequence) ((Node.Mapping) parse(text)).get("a");
      assertThat(items.items())
          .extracting(item -> ((Node.Scalar) item).isWord("true"))
          .containsExactly(true, false);
    }
  }

  @Test
  void parse_places_countFromOne() throws Exception {
    Node.Mapping json = (Node.Mapping) parse("{\n \"a\": [1]}");
    assertThat(json.place()).isEqualTo(new Place("d", 1, 1));
    assertThat(json.entries().get("a").place()).isEqualTo(new Place("d", 2, 2));
    assertThat(json.entries().get("a").value().place()).isEqualTo(new Place("d", 2, 7));
    Node.Mapping yaml = (Node.Mapping) parse("\na: [1]");
    assertThat(yaml.entries().get("a").place()).isEqualTo(new Place("d", 2, 1));
    assertThat(yaml.entries().get("a").value().place()).isEqualTo(new Place("d", 2, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | d:1:1: the document is empty",
        "a: {b: 1, b: 2} | d:1:11: `b` stands twice",
        "{\"a\": 1, \"a\": 2} | d:1:10: `a` stands twice",
        "a: &x 1\\nb: *x | d:2:4: an alias is not followed: write the value again",
        "*x : 1 | d:1:1: a member's name is text",
        "? [a]\\n: 1 | d:1:3: a member's name is text",
        "<<: {a: 1} | d:1:1: a merge key is not followed: write the members again",
        "a\\n---\\nb | d:2:1: a second document; one is expected",
      })
  void parse_whatMeansNothingCertain_refused(String text, String message) {
    refused(text.replace("\\n", "\n"), message);
  }

  @Test
  void parse_longNamesAndNumbers_areRead() throws Exception {
    String name = "n".repeat(60_000);
    String number = "1".repeat(2_000);
    Node.Mapping json = (Node.Mapping) parse("{\"" + name + "\": " + number + "}");
    assertThat(((Node.Scalar) json.get(name)).text()).isEqualTo(number);
  }

  @Test
  void parse_quotedMergeKey_isAName() throws Exception {
    assertThat(((Node.Mapping) parse("\"<<\": 1")).entries()).containsKey("<<");
    assertThat(((Node.Mapping) parse("{\"<<\": 1}")).entries()).containsKey("<<");
  }

  @Test
  void parse_syntaxErrors_nameThePlace() {
    assertThatThrownBy(() -> parse("a: [1"))
        .hasMessageStartingWith("d:1:6: not well-formed YAML: ");
    assertThatThrownBy(() -> parse("{\"a\": x}"))
        .hasMessageStartingWith("d:1:7: not well-formed JSON: ");
    assertThatThrownBy(() -> parse("{\"a\": 1} x"))
        .hasMessageStartingWith("d:1:10: not well-formed JSON: ");
    assertThatThrownBy(() -> parse("a: \u0001"))
        .hasMessage("d:1:4: YAML has no such character: `\\u{1}`");
    refused("{\"a\": 1} 2", "d:1:10: more after the document's end");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\": 1,} | 1:9 | a comma too many before `}`",
        "{\"a\": [1,\\n ]} | 2:2 | a comma too many before `]}`",
        "{'a': 1} | 1:2 | a text stands in double quotes: `'a': 1}`",
        "{\"a\": 1 \"b\": 2} | 1:9 | a comma is missing before `\"b\": 2}`",
        "{\"a\" 1} | 1:6 | a colon is missing before `1}`",
        "{\"a\": 1, // x\\n} | 1:10 | there are no comments in JSON: `// x`",
        "{\"a\": [1 | 1:9 | the text ends before its last value or bracket is closed",
      })
  void parse_commonMistakesInJson_areNamed(String text, String place, String mistake) {
    refused(text.replace("\\n", "\n"), "d:" + place + ": not well-formed JSON: " + mistake);
  }

  /** The parser meets these only when it is asked for the text. */
  @Test
  void parse_textsThatJsonDoesNotAllow_areProblems() {
    for (String text : List.of("{\"a\": \"b\nc\"}", "{\"a\": \"\\x\"}", "{\"a\": \"\\u00g0\"}")) {
      assertThatThrownBy(() -> parse(text))
          .isInstanceOf(InvalidDocument.class)
          .hasMessageContaining(": not well-formed JSON: ");
    }
  }

  @Test
  void parse_256Levels_readAndOneMoreRefused() throws Exception {
    assertThat(parse("[".repeat(256) + "]".repeat(256))).isInstanceOf(Node.Sequence.class);
    refused("[".repeat(257) + "]".repeat(257), "d:1:257: more than 256 levels deep");
    String json = "{\"a\":" + "[".repeat(256) + "]".repeat(256) + "}";
    refused(json, "d:1:261: more than 256 levels deep");
  }

  @Test
  void parse_tooDeepWherePassedOver_refused() throws Exception {
    Keep nothing = name -> null;
    String fits = "{\"a\":" + "[".repeat(255) + "]".repeat(255) + "}";
    assertThat(((Node.Mapping) DocumentParser.parse("d", fits, nothing)).entries()).isEmpty();
    String deep = "{\"a\":" + "[".repeat(100_000);
    assertThatThrownBy(() -> DocumentParser.parse("d", deep, nothing))
        .hasMessage("d:1:261: more than 256 levels deep");
    assertThatThrownBy(() -> DocumentParser.parse("d", "a: " + "[".repeat(100_000), nothing))
        .hasMessage("d:1:259: more than 256 levels deep");
  }

  @Test
  void parse_aliasBomb_refusedWhereKeptAndPassedOverElsewhere() throws Exception {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 50; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (before + ", ").repeat(9) + before + "]\n");
    }
    refused(bomb.toString(), "d:2:10: an alias is not followed: write the value again");
    assertThat(
            ((Node.Mapping)
                    DocumentParser.parse(
                        "d", bomb.toString(), name -> name.equals("a0") ? Keep.ALL : null))
                .entries())
        .containsOnlyKeys("a0");
  }

  @Test
  void read_upToTheBound_readAndOneMoreRefused() throws Exception {
    byte[] four = "abcd".getBytes(UTF_8);
    assertThat(DocumentText.read("d", new ByteArrayInputStream(four), 4)).isEqualTo("abcd");
    assertThatThrownBy(() -> DocumentText.read("d", new ByteArrayInputStream(four), 3))
        .hasMessage("d:1:1: the file is larger than 3 bytes");
    assertThatThrownBy(() -> DocumentText.read("d", new ByteArrayInputStream(new byte[] {-1})))
        .hasMessage("d:1:1: the file is not UTF-8");
    byte[] marked = "\uFEFFa".getBytes(UTF_8);
    assertThat(DocumentText.read("d", new ByteArrayInputStream(marked))).isEqualTo("a");
  }

  /** The YAML parser itself fails on these without a place. */
  @Test
  void parse_escapeThatNamesNoCharacter_isAProblemAtItsPlace() {
    String message =
        ": not well-formed YAML: an escape names no character; \\x, \\u and \\U take 2, 4 and 8"
            + " hexadecimal digits, up to \\U0010FFFF";
    refused("a: \"\\Uffffffff\"", "d:1:5" + message);
    refused("a: b\nc: \"\\U80000000\"", "d:2:5" + message);
  }

  @Test
  void parse_characterThatYamlDoesNotHave_isAProblemAtItsPlace() {
    refused("a: b\nc: \u0007", "d:2:4: YAML has no such character: `\\u{7}`");
  }

  @Test
  void refuseAny_moreThanTheMost_toldOnce() {
    Problems problems = new Problems();
    for (int i = 0; i < 10_005; i++) {
      problems.add(new Place("d", 1, 1), "x");
    }
    assertThatThrownBy(() -> DocumentParser.refuseAny(problems))
        .isInstanceOfSatisfying(
            InvalidDocument.class,
            e ->
                assertThat(e.problems())
                    .hasSize(10_001)
                    .last()
                    .hasToString("d:1:1: more problems than 10000; the rest is left out"));
  }
}
