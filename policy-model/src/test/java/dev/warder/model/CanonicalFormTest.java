package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
  /** Everything that a catalogue can have, in the order of the specification. */
  private static final String EVERYTHING =
      "{\"catalogue\":\"all\",\"format\":1,\"version\":\"1.0\",\"title\":\"A \\\"b\\\" \\\\ é\","
          + "\"documentation\":\"https://example.com/\",\"basePath\":\"/v1\","
          + "\"categories\":{\"c\":\"C\",\"d\":\"D\"},"
          + "\"capabilities\":{\"r\":{\"label\":\"R\",\"category\":\"c\",\"access\":\"read\"},"
          + "\"w\":{\"label\":\"W\",\"category\":\"c\",\"access\":\"write\",\"implies\":[\"r\"],"
          + "\"escalates\":\"Mints keys\"},\"x\":{\"label\":\"X\",\"category\":\"c\"}},"
          + "\"operations\":{\"one\":{\"method\":\"GET\",\"path\":\"/a/{id}\",\"summary\":\"One\","
          + "\"account\":\"id\",\"requires\":{\"any\":[\"r\",{\"all\":[\"w\",\"x\"]}]},"
          + "\"documentation\":\"http://example.com/one\"},"
          + "\"two\":{\"method\":\"PUT\",\"path\":\"/b/{id}\",\"summary\":\"Two\","
          + "\"owner\":{\"k\":\"id\"},\"requires\":{\"all\":[\"r\",\"x\"]}},"
          + "\"three\":{\"method\":\"GET\",\"path\":\"/c/{id}\",\"summary\":\"Three\","
          + "\"account\":\"not-checked\",\"requires\":\"public\"},"
          + "\"four\":{\"method\":\"GET\",\"path\":\"/d\",\"summary\":\"Four\","
          + "\"requires\":\"any token\"}},"
          + "\"commands\":{\"a b\":{\"aliases\":[\"a c\"],\"former\":[\"a d\"],"
          + "\"documented\":\"r\",\"calls\":[\"one\",{\"unspecified\":\"GET /e\"}],"
          + "\"when\":[{\"name\":\"n\",\"condition\":\"With n\",\"calls\":[\"two\"]}]}},"
          + "\"limits\":{\"account\":\"3/hour\",\"token\":\"2/hour\",\"client\":\"1/hour\"},"
          + "\"expiry\":{\"choices\":[\"30d\",\"never\"],\"default\":\"never\"}}";

  @Test
  void canonicalForm_readAndMadeAgain_isTheSame() {
    assertThat(Samples.read(EVERYTHING).canonicalForm()).isEqualTo(EVERYTHING);
  }

  @Test
  void canonicalForm_madeInCode_isTheSame() {
    Catalogue catalogue =
        Samples.build(
            Catalogue.builder("all")
                .version("1.0")
                .title("A \"b\" \\ é")
                .documentation("https://example.com/")
                .basePath("/v1")
                .category("c", "C")
                .category("d", "D")
                .capability("r", c -> c.label("R").category("c").access(Access.READ))
                .capability(
                    "w",
                    c ->
                        c.label("W")
                            .category("c")
                            .access(Access.WRITE)
                            .implies("r")
                            .escalates("Mints keys"))
                .capability("x", c -> c.label("X").category("c"))
                .operation(
                    "one",
                    o ->
                        o.at("GET", "/a/{id}")
                            .summary("One")
                            .account("id")
                            .requires(Requires.any(Requires.all("r"), Requires.all("w", "x")))
                            .documentation("http://example.com/one"))
                .operation(
                    "two",
                    o -> o.at("PUT", "/b/{id}").summary("Two").owner("k", "id").requires("r", "x"))
                .operation(
                    "three",
                    o ->
                        o.at("GET", "/c/{id}")
                            .summary("Three")
                            .accountNotChecked()
                            .requires(Requires.PUBLIC))
                .operation(
                    "four", o -> o.at("GET", "/d").summary("Four").requires(Requires.ANY_TOKEN))
                .command(
                    "a b",
                    c ->
                        c.aliases("a c")
                            .former("a d")
                            .documented(Requires.all("r"))
                            .calls("one")
                            .callsUnspecified("GET /e")
                            .when("n", "With n", "two"))
                .accountLimit(3)
                .tokenLimit(2)
                .clientLimit(1)
                .expiry(List.of("30d", "never"), "never"));
    assertThat(catalogue.canonicalForm()).isEqualTo(EVERYTHING);
  }

  @Test
  void canonicalForm_absentAndEmpty_leftOut() {
    String text =
        """
        catalogue: none
        format: 1
        version: "1"
        title: None
        categories: {}
        capabilities: {}
        operations: {}
        commands: {}
        limits: {}
        """;
    assertThat(Samples.read(text).canonicalForm())
        .isEqualTo(
            "{\"catalogue\":\"none\",\"format\":1,\"version\":\"1\",\"title\":\"None\","
                + "\"categories\":{},\"capabilities\":{},\"operations\":{}}");
  }

  @Test
  void canonicalForm_longWayOfARequirement_shortened() {
    String head = Samples.HEAD + "operations:\n  o: {method: GET, path: /a, summary: S, requires: ";
    String shortest = Samples.read(head + "read}\n").canonicalForm();
    assertThat(Samples.read(head + "{all: [read]}}\n").canonicalForm()).isEqualTo(shortest);
    assertThat(Samples.read(head + "{any: [read]}}\n").canonicalForm()).isEqualTo(shortest);
    assertThat(Samples.read(head + "{any: [{all: [read]}]}}\n").canonicalForm())
        .isEqualTo(shortest);
  }

  /** The literal is what {@code sha256sum} says of the form's bytes. */
  @Test
  void fingerprint_everything_isTheSha256() {
    assertThat(Samples.read(EVERYTHING).fingerprint())
        .isEqualTo("d408c0eb531f5e999770289aba9d4fafd5a21c5e843d5cb05896ee2142d01353");
  }

  @Test
  void toString_namesVersionAndFingerprint() {
    assertThat(Samples.read(EVERYTHING)).hasToString("all 1.0 (d408c0eb531f)");
  }
}
