package dev.warder.analysis.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.text.Lexis;
import dev.warder.model.yaml.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a catalogue cannot express, and what becomes of what would be asked instead. */
class OmissionTest {
  private static final String READ = ": {get: {security: [{oauth: [read]}]}}\n";

  private static ImportedCatalogue omitting(String paths) throws InvalidDocument {
    return CatalogueImport.of(
        Documents.withPaths(paths), Documents.rules().omitWhatCannotBeExpressed().build());
  }

  private static List<String> refused(String paths) {
    try {
      CatalogueImport.of(Documents.withPaths(paths), Documents.rules().build());
      return List.of();
    } catch (InvalidDocument e) {
      return e.problems().stream().map(Problem::message).toList();
    }
  }

  private static List<String> requirements(String paths) throws InvalidDocument {
    return omitting(paths).catalogue().operations().stream()
        .map(operation -> operation.template() + " " + operation.requirement())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a?x=y | the path depends on a query, and a template has none",
        "/a#x | the path depends on a query, and a template has none",
        "/a/* | the wildcard `*`, which OpenAPI does not have; write a spanning parameter such as `{path...}` into the catalogue",
        "/a/**/b | the wildcard `**`, which OpenAPI does not have; write a spanning parameter such as `{path...}` into the catalogue",
        "/a/{b+} | the wildcard `{b+}`, which OpenAPI does not have; write a spanning parameter such as `{path...}` into the catalogue",
        "/a/{+b} | the wildcard `{+b}`, which OpenAPI does not have; write a spanning parameter such as `{path...}` into the catalogue",
        "/a/{b*} | the wildcard `{b*}`, which OpenAPI does not have; write a spanning parameter such as `{path...}` into the catalogue",
        "/a/{b...} | the wildcard `{b...}`, which OpenAPI does not have; write a spanning parameter such as `{path...}` into the catalogue",
        "/a/{b}{c} | several parameters in the segment `{b}{c}`; write one for all that is between them, `{b}`, into the catalogue",
        "/a/f(x={b},y={c}) | several parameters in the segment `f(x={b},y={c})`; write one for all that is between them, `f(x={b})`, into the catalogue",
        "/a/{b | the segment `{b` is in no canonical path",
        "/a/{} | the segment `{}` is in no canonical path",
        "/a/{b}%40 | the segment `{b}%40` is in no canonical path",
        "/a//b | an empty segment; no path has `//`",
        "/a// | an empty segment; no path has `//`",
        "/a/.. | the segment `..` is in no canonical path",
        "/a/%40me | the segment `%40me` is in no canonical path",
        "/a/b c | the segment `b c` is in no canonical path",
        "/a/é | the segment `é` is in no canonical path",
        "/a/{b}/{b} | two parameters are called `b`",
        "/a/{b c} | the parameter `b c` is no name: 1 to 256 printable ASCII characters without space, quotation mark, comma or backslash",
        "/a/{not-checked} | no parameter of a catalogue is called `not-checked`; rename it",
        "/a/{from-request}:copy | no parameter of a catalogue is called `from-request`; rename it"
      })
  void path_notExpressible_refusedOrCountedAndNamed(String path, String why) throws Exception {
    String paths = "\"" + path + "\"" + READ;
    assertThat(refused(paths))
        .containsExactly("`GET " + path + "` cannot be expressed in a catalogue: " + why);
    ImportedCatalogue imported = omitting(paths);
    assertThat(imported.catalogue().operations()).isEmpty();
    assertThat(imported.notes()).hasSize(1);
    assertThat(imported.notes().get(0).kind()).isEqualTo(ImportNote.Kind.OMITTED_OPERATION);
    assertThat(imported.notes().get(0).why()).isEqualTo(why);
    assertThat(imported.notes().get(0).place().line()).isEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a/",
        "/a/{b}/",
        "/a/{b}.json",
        "/a/x{b}",
        "/a/{b}:stop",
        "/a/{b}",
        "/a/{b.c}",
        "/a/$x",
        "/a/x.y",
        "/a/@me",
        "/a/b:c",
        "/a/(x)",
        "/a/..."
      })
  void path_expressibleOrNot_twoSided(String path) {
    assertThat(refused("\"" + path + "\"" + READ).isEmpty()).isEqualTo(!path.equals("/a/..."));
  }

  @Test
  void path_atTheBounds_expressibleAndOneMoreNot() {
    assertThat(refused("/a".repeat(32) + READ)).isEmpty();
    assertThat(refused("/a".repeat(33) + READ).get(0)).endsWith("a path of more than 32 segments");
    String most = "/" + "a".repeat(240) + "/" + "b".repeat(1_806);
    assertThat(named(most)).isEmpty();
    assertThat(named(most + "b").get(0)).endsWith("a path of more than 2048 characters");
  }

  private static List<String> named(String path) {
    return refused("? " + path + "\n: {get: {operationId: long}}\n");
  }

  @Test
  void equalShapes_noneOfThemExpressible() throws Exception {
    String paths = "/a/{x}" + READ + "/a/{y}" + READ + "/b" + READ;
    assertThat(refused(paths))
        .containsExactly(
            "`GET /a/{x}` cannot be expressed in a catalogue: the same method and shape as `GET"
                + " /a/{y}` at api.yaml:12:12",
            "`GET /a/{y}` cannot be expressed in a catalogue: the same method and shape as `GET"
                + " /a/{x}` at api.yaml:11:12");
    assertThat(requirements(paths)).containsExactly("/b read");
  }

  @Test
  void equalShapes_underTwoMethods_areTwoOperations() throws Exception {
    assertThat(requirements("/a/{x}" + READ + "/a/{y}: {put: {}}"))
        .containsExactly("/a/{x} read", "/a/{y} unmapped");
  }

  @Test
  void queryPath_takesThePathWithoutQueryWithIt() throws Exception {
    assertThat(requirements("\"/a?x=1\"" + READ + "/a" + READ + "/b" + READ))
        .containsExactly("/b read");
  }

  @Test
  void operationId_noNameOrTaken_notExpressible() {
    String paths =
        """
        /a: {get: {operationId: 'get a'}}
        /b: {get: {operationId: b}, put: {operationId: b}}
        /c,d: {get: {}}
        """;
    assertThat(refused(paths))
        .containsExactly(
            "`GET /a` cannot be expressed in a catalogue: the operationId `get a` is no name: "
                + Lexis.NAME.words(),
            "`PUT /b` cannot be expressed in a catalogue: the operationId `b` is that of `GET /b`",
            "`GET /c,d` cannot be expressed in a catalogue: it has no operationId, and its method"
                + " and path are no name");
  }

  @Test
  void omitted_whatWouldBeAskedInstead_isUnmapped() throws Exception {
    ImportedCatalogue imported =
        omitting("\"/a/{x}:{y}stop\"" + READ + "/a/{b}" + READ + "/b/{x}" + READ);
    assertThat(imported.catalogue().operations())
        .extracting(operation -> operation.template() + " " + operation.requirement())
        .containsExactly("/a/{b} unmapped", "/b/{x} read");
    assertThat(imported.notes(ImportNote.Kind.UNMAPPED_OPERATION))
        .extracting(ImportNote::toString)
        .containsExactly(
            "api.yaml:12:12: unmapped operation `GET /a/{b}`: a request for `GET /a/{x}:{y}stop`, which"
                + " was left out, would be judged as this operation");
  }

  @ParameterizedTest
  @CsvSource({
    "/a/{x}{z}.json, /a/{y}, true",
    "/a/{x}{z}.json, /{y}/{z}, true",
    "/a/{x}{z}.json, /a/b.json, true",
    "/a/{x}{z}.json, /a/.json, true",
    "/a/{x}{z}.json, /a/json, false",
    "/a/{x}{z}.json, /a/b.xml, false",
    "/a/{x}{z}.json, /b/{y}, false",
    "/a/{x}{z}.json, /a, false",
    "/a/{x}{z}.json, /a/{y}/c, false",
    "/a/p{x}{z}s, /a/ps, true",
    "/a/p{x}{z}p, /a/p, false",
    "/a/{x}:{y}, /a/b:c, true",
    "/a/{x+}, /a/b, true",
    "/a/{x+}, /a/b/c/d, true",
    "/a/{x+}, /b/c, false",
    "/a/*, /a/{y}/c, true",
    "/a/%40me, /a/{y}, true",
    "/a/%40me, /a/@me, false",
    "/a//, /a, false",
    "/a//, /a/{y}, false",
    "/a?x=y, /{z}, true",
    "/a/{x}{z}, /a/{y}:stop, true",
    "/a/{x}:{z}, /a/{y}:stop, true",
    "/a/b{x}{z}, /a/bc{y}, true",
    "/a/b{x}{z}, /a/c{y}, false",
    "/a/{x}{z}.json, /a/{y}.xml, false",
    "/a/%40me, /a/{y}me, true",
    "/a/%40me, /a/{y}.me, false",
    "/a/{x...}, /a/{y}/b:{z}, true",
    "/a/*, /a/{y}/, true",
    "/a/{x}{z}, /a/{y}/, true",
    "/a/{x}{z}/, /a/{y}, true",
    "/a//, /a/, false",
    "/?x=y, /{a}, false",
  })
  void omitted_meetsATemplate_twoSided(String omitted, String template, boolean meets)
      throws Exception {
    List<String> requirements =
        requirements("\"" + omitted + "\"" + READ + "\"" + template + "\"" + READ);
    assertThat(requirements).containsExactly(template + (meets ? " unmapped" : " read"));
  }

  @Test
  void omitted_underAnotherMethod_leavesTheTemplate() throws Exception {
    assertThat(requirements("\"/a/{x}:{y}\": {post: {}}\n/a/{b}" + READ))
        .containsExactly("/a/{b} read");
  }

  @Test
  void omitted_publicOperationThatWouldBeAsked_isUnmappedToo() throws Exception {
    ImportedCatalogue imported =
        CatalogueImport.of(
            Documents.withPaths("\"/a/{x}:{y}\"" + READ + "/a/{b}: {get: {security: []}}"),
            Documents.rules().omitWhatCannotBeExpressed().noSecurityMeansPublic().build());
    assertThat(imported.catalogue().operations().get(0).requirement()).hasToString("unmapped");
  }

  @Test
  void omittedGet_meetsAHeadThatStays_unmapsIt() throws Exception {
    assertThat(
            requirements(
                "\"/a/{x}{y}\"" + READ + "/a/{b}: {head: {security: [{oauth: [read]}]}}\n"))
        .containsExactly("/a/{b} unmapped");
    assertThat(requirements("\"/a/{x}{y}\": {head: {security: [{oauth: [read]}]}}\n/a/{b}" + READ))
        .containsExactly("/a/{b} unmapped");
  }

  @Test
  void slashAtTheEnd_whatWasOmittedWouldAskOneOfTwo_bothAreUnmapped() throws Exception {
    assertThat(requirements("/a/{x}-{z}" + READ + "/a/{y}" + READ + "/a/{y}/" + READ))
        .containsExactly("/a/{y} unmapped", "/a/{y}/ unmapped");
  }

  @Test
  void slashAtTheEnd_needsSomethingElse_neitherIsExpressible() throws Exception {
    String other = ": {get: {security: [{oauth: [write]}]}}\n";
    assertThat(requirements("/a" + READ + "/a/" + READ + "/b/" + READ))
        .containsExactly("/a read", "/a/ read", "/b/ read");
    assertThat(requirements("/a" + READ + "/a/" + other + "/b" + READ)).containsExactly("/b read");
    assertThat(refused("/a" + READ + "/a/" + other))
        .containsExactly(
            "`GET /a` cannot be expressed in a catalogue: it differs from `GET /a/` by the slash at"
                + " the end alone, and may need something else",
            "`GET /a/` cannot be expressed in a catalogue: it differs from `GET /a` by the slash at"
                + " the end alone, and may need something else");
  }

  @Test
  void slashAtTheEnd_ofAHeadBesideAGet_neitherIsExpressible() throws Exception {
    String head = ": {head: {security: [{oauth: [write]}]}}\n";
    assertThat(requirements("/a" + READ + "/a/" + head + "/b" + READ)).containsExactly("/b read");
    assertThat(requirements("/a" + head + "/a/" + READ + "/b" + READ)).containsExactly("/b read");
  }

  @Test
  void slashAtTheEnd_whatWasLeftOutHasOneMoreSegment_isMapped() throws Exception {
    assertThat(requirements("/a" + READ + "/a/" + READ + "'/a/{x}-{y}'" + READ))
        .containsExactly("/a read", "/a/ read");
  }
}
