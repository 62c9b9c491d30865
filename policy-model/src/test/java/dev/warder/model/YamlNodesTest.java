package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlNodesTest {
  private static final String SHOP = Samples.HEAD + "operations: {}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "No",
        "true",
        "null",
        "~",
        "1",
        "1.0",
        "01",
        "0x1F",
        "1e3",
        ".inf",
        "1_000",
        "2026-01-01",
        "12:30:45",
        "=",
        "a#b",
        "<<"
      })
  void scalar_plain_isItsText(String text) {
    assertThat(Samples.read(SHOP.replace("title: Shop", "title: " + text)).title()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\\u00e9b\"|aéb",
        "\"\\ud83d\\ude00\"|😀",
        "\"\\U0001F600\"|😀",
        "\"a\\/b\"|a/b",
        "\"a\\\\b\"|a\\b",
        "'it''s'|it's",
        "'a\\n'|a\\n"
      })
  void scalar_quoted_isWhatItsEscapesSay(String written, String text) {
    assertThat(Samples.read(SHOP.replace("title: Shop", "title: " + written)).title())
        .isEqualTo(text);
  }

  @Test
  void scalar_folded_isOneText() {
    assertThat(Samples.read(SHOP.replace("title: Shop", "title: >-\n  A\n  shop")).title())
        .isEqualTo("A shop");
  }

  @Test
  void json_any_isAccepted() {
    String json =
        """
        {
          "catalogue": "shop", "format": 1, "version": "1", "title": "Shop",
          "categories": {"all": "All"},
          "capabilities": {
            "read": {"label": "Read", "category": "all"},
            "write":{"label":"Write","category":"all"}
          },
          "operations": {}
        }
        """;
    assertThat(Samples.read(json)).isEqualTo(Samples.read(SHOP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void lineEnd_otherThanLineFeed_isALineEndToo(String lineEnd) {
    assertThat(Samples.read(SHOP.replace("\n", lineEnd))).isEqualTo(Samples.read(SHOP));
  }

  @Test
  void document_withStartAndEnd_isRead() {
    assertThat(Samples.read("---\n" + SHOP + "...\n# The end.\n")).isEqualTo(Samples.read(SHOP));
  }

  @Test
  void document_second_isReportedBesideTheProblemsOfTheFirst() {
    assertThat(Samples.problems(SHOP + "limits: {token: 0/hour}\n---\na: b\n---\nc: d\n"))
        .containsExactly(
            "8:17: a limit is `N/hour`, with N from 1 to 1000000000, not `0/hour`",
            "9:1: a second document; a catalogue is one document");
  }

  @Test
  void document_secondWithSyntaxError_isReportedAlone() {
    assertThat(Samples.problems(SHOP + "limits: {token: 0/hour}\n---\na: [\n"))
        .containsExactly(
            "11:1: not well-formed YAML: expected the node content, but found '<stream end>'");
  }

  @Test
  void mergeKey_quoted_isAName() {
    String text = SHOP.replace("write: {", "\"<<\": {");
    assertThat(Samples.read(text).capability("<<")).isPresent();
  }

  @Test
  void mergeKey_inNestedMap_isRefusedThere() {
    assertThat(Samples.problems(SHOP + "limits: {<<: {token: 1/hour}}\n"))
        .containsExactly(
            "8:10: merge keys are not allowed in a catalogue; a name `<<` stands in quotes");
  }

  @Test
  void mergeKey_withTag_isRefusedForTheTag() {
    assertThat(Samples.problems(SHOP + "limits: {!!merge <<: {token: 1/hour}}\n"))
        .first()
        .isEqualTo("8:10: tags are not allowed in a catalogue: every scalar is text");
  }

  @Test
  void alias_asKey_isRefused() {
    assertThat(Samples.problems(SHOP + "*a : b\n"))
        .first()
        .isEqualTo("8:1: aliases are not allowed in a catalogue: write the value again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"! Shop", "!!str Shop", "!shop Shop", "!<tag:example.com> Shop"})
  void tag_ofScalar_isRefused(String title) {
    assertThat(Samples.problems(SHOP.replace("title: Shop", "title: " + title)))
        .containsExactly("4:8: tags are not allowed in a catalogue: every scalar is text");
  }

  @Test
  void tag_ofMap_isRefused() {
    assertThat(Samples.problems(SHOP + "limits: !!map {}\n"))
        .containsExactly("8:9: tags are not allowed in a catalogue: every scalar is text");
  }

  @Test
  void anchor_ofList_isRefused() {
    assertThat(Samples.problems(SHOP + "expiry: {choices: &all [30d], default: 30d}\n"))
        .containsExactly("8:19: anchors are not allowed in a catalogue");
  }

  @Test
  void key_list_isRefusedAndItsValueLeftOut() {
    assertThat(Samples.problems(SHOP + "? [a, b]\n: c\n"))
        .containsExactly("8:3: a key is text, not a list or a map");
  }

  @Test
  void column_behindCharactersBeyondTheFirstPlane_countsCodePoints() {
    assertThat(Samples.problems(SHOP.replace("{all: All}", "{all: 😀😀, \"a b\": B}")))
        .containsExactly(
            "5:23: `a b` is not allowed here: 1 to 256 printable ASCII characters without space,"
                + " quotation mark, comma or backslash");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 0xd83d, 0xffff})
  void character_notOfYaml_isRefusedWithItsPlace(int c) {
    assertThat(Samples.problems("# 😀\ntitle: a" + (char) c + "b\n"))
        .containsExactly("2:9: YAML has no such character: `\\u{" + Integer.toHexString(c) + "}`");
  }

  /** The first mistake of who writes a path. */
  @Test
  void braces_inTextWithoutQuotes_areNamed() {
    String path = "# 😀\na: {id: x, path: /notes/{id}, method: GET}\n";
    assertThat(Samples.problems(path))
        .singleElement()
        .asString()
        .startsWith("2:25: not well-formed YAML: ")
        .endsWith("; put text with braces in quotes, such as \"/notes/{id}\"");
    assertThat(Samples.problems("a: {id: x {b: c}}\n"))
        .singleElement()
        .asString()
        .doesNotContain("quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x", "\\u", "\\U", "\\UFFFFFFFF", "\\U80000000\"", "\\Ua0000000\"\n"})
  void escape_cutShortOrBeyondANumber_isRefusedWithItsPlace(String escape) {
    assertThat(Samples.problems("# 😀\ntitle: \"a" + escape))
        .containsExactly(
            "2:10: not well-formed YAML: an escape names no character; \\x, \\u and \\U take 2, 4"
                + " and 8 hexadecimal digits, up to \\U0010FFFF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\x4", "\\u00e", "\\U0000000", "\\U00110000\"", "\\xg0\"", "\\u\"", "\\"})
  void escape_ofNoCharacter_isRefusedOnItsLine(String escape) {
    assertThat(Samples.problems("title: \"a" + escape))
        .singleElement()
        .asString()
        .startsWith("1:")
        .contains("not well-formed YAML: ");
  }

  @Test
  void character_beyondTheFirstPlane_isReadWhereverItStands() {
    for (int before = 0; before < 2_200; before++) {
      String text = "#" + "x".repeat(before) + "\n" + SHOP.replace("Shop", "😀");
      assertThat(Samples.read(text).title()).as("%d", before).isEqualTo("😀");
    }
  }

  @Test
  void character_halfAtTheVeryEnd_isRefused() {
    assertThat(Samples.problems("# x\ud83d")).singleElement().asString().startsWith("1:");
  }

  @Test
  void character_notOfYamlAtTheVeryBeginning_isAtLine1Column1() {
    assertThat(Samples.problems("\u0000"))
        .containsExactly("1:1: YAML has no such character: `\\u{0}`");
  }

  @Test
  void depth_16_isRead() {
    assertThat(Samples.problems("a: " + "[".repeat(15) + "]".repeat(15) + "\n"))
        .noneMatch(problem -> problem.contains("levels deep"));
  }

  @Test
  void depth_17_isRefusedAndNothingMoreIsRead() {
    assertThat(Samples.problems("a: " + "[".repeat(16) + "{b: [c]}" + "]".repeat(16) + "\nd: e\n"))
        .containsExactly("1:19: more than 16 levels deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "- ", "{a: ", "? "})
  void depth_20000_isRefusedAtOnceAndWithoutOverflow(String opening) {
    assertThat(Samples.problems(opening.repeat(20_000)))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("more than 16 levels deep");
  }
}
