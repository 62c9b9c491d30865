package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors are told of the format agrees with the reader. */
class SchemaTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path SPEC = Path.of("..", "spec");

  private static final List<String> PIECES =
      List.of(
          "/",
          "/",
          "/a",
          "/{a}",
          "/{b...}",
          "{",
          "}",
          "...}",
          "{a}",
          "{b...}",
          ".",
          "...",
          "a",
          "a",
          ":",
          "%41",
          "not-checked",
          "{not-checked}",
          "{not-checked...}",
          "{from-request}",
          "{from-request...}",
          "\u00e9",
          ",",
          " ");

  private final JsonSchema schema = schema();

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(SPEC.resolve("catalogue.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<Catalogue> catalogue() {
    return RandomCatalogues.small();
  }

  @Example
  void controlApi_asWritten_isValid() throws Exception {
    String yaml = Files.readString(SPEC.resolve("control-api.yaml"));
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    assertThat(schema.validate(MAPPER.valueToTree(loaded))).isEmpty();
  }

  @Property(tries = 100)
  void canonicalForm_anyTemplates_isValid(@ForAll long seed) throws Exception {
    Catalogue catalogue = new RandomTemplates(new Random(seed)).catalogue(6);
    assertThat(schema.validate(MAPPER.readTree(catalogue.canonicalForm()))).isEmpty();
  }

  /** The schema cannot say that no name stands twice, and the reader says it alone. */
  @Property(tries = 3_000)
  void path_anyText_isValidAsItIsRead(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(random.nextInt(8) > 0 ? "/" : "");
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    assertPath(text.toString());
  }

  @Example
  void path_ofTheMostSegments_isValidAsItIsRead() {
    for (int i = 30; i < 35; i++) {
      assertPath("/a".repeat(i));
      assertPath("/a".repeat(i) + "/");
      assertPath("/a".repeat(i) + "/{p...}:");
    }
    assertPath("/{" + "p".repeat(256) + "...}");
    assertPath("/{" + "p".repeat(257) + "...}");
  }

  private void assertPath(String text) {
    Problems problems = new Problems();
    Node node = new Node.Scalar(new Place("t", 1, 1), text);
    PathTemplate read = new TemplateParser(new Values(problems), null).parse(node);
    boolean isTwice =
        problems.sorted().stream().anyMatch(p -> p.message().contains("two parameters are called"));
    ObjectNode operation =
        MAPPER.createObjectNode().put("method", "GET").put("path", text).put("summary", "s");
    if (text.contains("{")) {
      operation.put("account", "not-checked");
    }
    operation.put("requires", "public");
    ObjectNode catalogue =
        MAPPER.createObjectNode().put("catalogue", "c").put("format", 1).put("version", "1");
    catalogue.put("title", "T").putObject("categories");
    catalogue.putObject("capabilities");
    catalogue.putObject("operations").set("op", operation);
    assertThat(isTwice || schema.validate(catalogue).isEmpty() == (read != null)).as(text).isTrue();
  }

  @Property(tries = 200)
  void canonicalForm_anyCatalogue_isValid(@ForAll("catalogue") Catalogue catalogue)
      throws Exception {
    assertThat(schema.validate(MAPPER.readTree(catalogue.canonicalForm()))).isEmpty();
  }

  @Example
  void requires_preferred_isValidWhereTheReaderTakesIt() throws Exception {
    for (String right :
        List.of(
            "{any: [read, {preferred: write}]}",
            "{any: [{preferred: {all: [read, write]}}, write]}",
            "{any: [read, write]}")) {
      assertThat(invalid(right, "read")).as(right).isFalse();
    }
    for (String wrong :
        List.of(
            "{preferred: read}",
            "{any: [{preferred: read}]}",
            "{any: [{preferred: read}, {preferred: write}]}",
            "{any: [read, {preferred: {any: [write]}}]}",
            "{any: [read, {preferred: true, all: [write]}]}",
            "{all: [read, {preferred: write}]}")) {
      assertThat(invalid(wrong, "read")).as(wrong).isTrue();
    }
    assertThat(invalid("read", "{any: [read, write]}")).isFalse();
    assertThat(invalid("read", "{any: [read, {preferred: write}]}")).isTrue();
    assertThat(invalid("read", "{preferred: read}")).isTrue();
  }

  private boolean invalid(String requires, String documented) {
    String text =
        Samples.HEAD
            + "operations:\n  op: {method: GET, path: /x, summary: S, requires: "
            + requires
            + "}\ncommands:\n  do: {calls: [op], documented: "
            + documented
            + "}\n";
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
    boolean isInvalid = !schema.validate(MAPPER.valueToTree(loaded)).isEmpty();
    assertThat(isInvalid).isEqualTo(!isRead(text));
    return isInvalid;
  }

  private static boolean isRead(String text) {
    try {
      return CatalogueReader.parse("f", text) != null;
    } catch (InvalidCatalogue e) {
      return false;
    }
  }

  @Example
  void operation_whoseAccountRuleIsRefused_isInvalid() throws Exception {
    String form = ControlApi.catalogue().canonicalForm();
    String account = "\"account\":\"account_id\"";
    String owner = "\"owner\":{\"app\":\"id\"}";
    String list = "\"path\":\"/me\"";
    for (String[] change :
        new String[][] {
          {account, "\"account\":\"not-checked\",\"owner\":{\"app\":\"id\"}"},
          {owner, "\"owner\":{}"},
          {owner + ",", ""},
          {list, list + ",\"account\":\"not-checked\""},
          {list, list + ",\"owner\":{\"app\":\"id\"}"},
          {"{account_id}", "{from-request}"}
        }) {
      assertThat(form).contains(change[0]);
      assertThat(schema.validate(MAPPER.readTree(form.replace(change[0], change[1]))))
          .as(change[1])
          .isNotEmpty();
    }
  }

  @Example
  void operation_ofSeveralChecks_isValid() throws Exception {
    String form = ControlApi.catalogue().canonicalForm();
    String several = "\"account\":\"from-request\",\"owner\":{\"app\":\"id\",\"key\":\"k\"}";
    assertThat(
            schema.validate(MAPPER.readTree(form.replace("\"owner\":{\"app\":\"id\"}", several))))
        .isEmpty();
    String none = "\"path\":\"/me\"";
    assertThat(
            schema.validate(
                MAPPER.readTree(form.replace(none, none + ",\"account\":\"from-request\""))))
        .isEmpty();
  }

  @Example
  void catalogue_withAnUnknownKeyOrWithoutARule_isInvalid() throws Exception {
    String form = ControlApi.catalogue().canonicalForm();
    JsonNode unknown = MAPPER.readTree(form.replace("\"title\"", "\"titel\""));
    assertThat(schema.validate(unknown)).isNotEmpty();
    JsonNode empty = MAPPER.readTree(form.replace("\"requires\":\"read:app\"", "\"requires\":{}"));
    assertThat(schema.validate(empty)).isNotEmpty();
  }
}
