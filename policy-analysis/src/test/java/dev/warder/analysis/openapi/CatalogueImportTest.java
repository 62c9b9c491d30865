package dev.warder.analysis.openapi;

import static dev.warder.analysis.openapi.Documents.imported;
import static dev.warder.analysis.openapi.Documents.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Operation;
import dev.warder.model.text.Lexis;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueImportTest {
  /** Returns what the one operation requires, and the notes on it. */
  private static List<String> requirement(String security, ImportRules.Builder rules)
      throws InvalidDocument {
    ImportedCatalogue imported = imported("/a: {get: {" + security + "}}", rules);
    return Stream.concat(
            imported.catalogue().operations().stream().map(o -> o.requirement().toString()),
            imported.notes().stream().map(note -> note.kind() + ": " + note.why()))
        .toList();
  }

  private static ImportRules.Builder anyOf() {
    return ImportRules.builder(ScopeList.ANY_OF, "oauth");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{oauth: [read]}] | read | read",
        "[{oauth: [read, write]}] | read and write | read, or write",
        "[{oauth: [read]}, {oauth: [write]}] | read, or write | read, or write",
        "[{oauth: [read, write]}, {oauth: [x]}] | read and write, or x | read, or write, or x",
        "[{oauth: [read, read]}] | read | read",
        "[{oauth: [read, write]}, {oauth: [write, read]}] | read and write | read, or write"
      })
  void security_lists_areOrOfAnd(String security, String allOf, String anyOf) throws Exception {
    String text = "security: " + security;
    assertThat(requirement(text, Documents.rules())).containsExactly(allOf);
    assertThat(requirement(text, anyOf())).containsExactly(anyOf);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the document does not say what it needs",
        "security: [] | its security is empty, which was not declared to mean public",
        "security: [{}] | an alternative is empty, which was not declared to mean public",
        "security: [{oauth: []}] | `oauth` has no scopes, so what the token must carry is not"
            + " known",
        "security: [{key: []}] | it needs `key`, which is another kind of token",
        "security: [{key: [read]}] | it needs `key`, which is another kind of token",
        "'security: [{oauth: [read], key: []}]' | it needs `key`, which is another kind of token",
        "security: [{oauth: [unmapped]}] | `oauth` names a scope that no capability is called",
        "'security: [{oauth: [read, unmapped]}]' | `oauth` names a scope that no capability is"
            + " called"
      })
  void security_thatSaysNothingOfTheToken_isUnmapped(String security, String why) throws Exception {
    assertThat(requirement(security, Documents.rules()))
        .containsExactly("unmapped", "unmapped operation: " + why);
  }

  @Test
  void security_alternativesThatSayNothing_droppedBesideOthers() throws Exception {
    ImportedCatalogue imported =
        imported(
            "/a: {get: {security: [{key: []}, {oauth: [read]}, {oauth: []}, {}]}}",
            Documents.rules());
    assertThat(imported.catalogue().operations().get(0).requirement()).hasToString("read");
    assertThat(imported.notes(ImportNote.Kind.DROPPED_ALTERNATIVE))
        .isEqualTo(imported.notes())
        .extracting(ImportNote::toString)
        .containsExactly(
            "api.yaml:11:25: dropped alternative `GET /a`: it needs `key`, which is another kind of"
                + " token",
            "api.yaml:11:53: dropped alternative `GET /a`: `oauth` has no scopes, so what the token"
                + " must carry is not known",
            "api.yaml:11:66: dropped alternative `GET /a`: an alternative is empty, which was not"
                + " declared to mean public");
  }

  @Test
  void security_emptyDeclaredPublic_isPublicAndSilenceIsNot() throws Exception {
    for (String security :
        List.of("security: []", "security: [{}]", "security: [{oauth: [read]}, {}]")) {
      assertThat(requirement(security, Documents.rules().noSecurityMeansPublic()))
          .containsExactly("public");
    }
    assertThat(requirement("", Documents.rules().noSecurityMeansPublic()))
        .containsExactly("unmapped", "unmapped operation: the document does not say what it needs");
  }

  @Test
  void security_severalTokenSchemes_productOfTheirChoices() throws Exception {
    String security = "security: [{oauth: [read, write], key: [x, y]}]";
    assertThat(requirement(security, Documents.rules().tokenScheme("key")))
        .containsExactly("read and write and x and y");
    assertThat(requirement(security, anyOf().tokenScheme("key")))
        .containsExactly("read and x, or read and y, or write and x, or write and y");
  }

  @Test
  void security_ofTheDocument_overriddenByTheOperation() throws Exception {
    OpenApiDocument document =
        Documents.parse(
            """
            openapi: 3.0.0
            info: {title: T, version: "1"}
            security: [{oauth: [all-pets]}]
            paths:
              /a: {get: {}, put: {security: [{oauth: [b]}]}, post: {security: []}}
            """);
    ImportedCatalogue imported = CatalogueImport.of(document, Documents.rules().build());
    assertThat(imported.catalogue().operations())
        .extracting(o -> o.requirement().toString())
        .containsExactly("all-pets", "b", "unmapped");
  }

  @Test
  void security_anyOfWithAScopeThatIsNone_keepsTheOthers() throws Exception {
    assertThat(requirement("security: [{oauth: [read, unmapped]}]", anyOf()))
        .containsExactly("read");
  }

  @Test
  void security_1024Alternatives_importedAndOneMoreNot() throws Exception {
    String most = alternatives(1_024);
    assertThat(requirement(most, anyOf()).get(0)).startsWith("s0, or s1").endsWith("s1023");
    assertThat(problems("/a: {get: {" + alternatives(1_025) + "}}", anyOf()))
        .containsExactly(
            "api.yaml:11:8: `GET /a` cannot be expressed in a catalogue: more than 1024"
                + " alternatives");
    assertThat(requirement(alternatives(64), Documents.rules()).get(0)).contains("s63");
    assertThat(problems("/a: {get: {" + alternatives(65) + "}}", Documents.rules()))
        .containsExactly(
            "api.yaml:11:8: `GET /a` cannot be expressed in a catalogue: an alternative of more"
                + " than 64 scopes");
  }

  private static String alternatives(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "s" + i)
        .collect(Collectors.joining(", ", "security: [{oauth: [", "]}]"));
  }

  @Test
  void security_productBeyondTheBound_refusedInBoundedMemory() {
    String list = alternatives(1_000).replace("security: [{oauth: ", "").replace("}]", "");
    String security = "security: [{oauth: " + list + ", key: " + list + "}]";
    assertThat(problems("/a: {get: {" + security + "}}", anyOf().tokenScheme("key")))
        .hasSize(1)
        .allMatch(problem -> problem.endsWith("more than 1024 alternatives"));
  }

  @Test
  void scheme_unknown_refusedWithTheNearest() {
    assertThat(problems("/a: {get: {}}", ImportRules.builder(ScopeList.ALL_OF, "oath")))
        .containsExactly("api.yaml:1:1: no security scheme is called `oath`; nearest: `oauth`");
  }

  @Test
  void capabilities_labelsAndCategories_comeFromScopesAndTags() throws Exception {
    OpenApiDocument document =
        Documents.parse(
            """
            tags: [{name: Old Dogs}, {name: cats}]
            """
                + Documents.text(
                    """
                    /a: {get: {tags: [cats, x], security: [{oauth: [read]}]}}
                    /b: {get: {tags: [Old Dogs], security: [{oauth: [read, more]}]}}
                    /c: {get: {security: [{oauth: [last]}]}}
                    """));
    Catalogue catalogue = CatalogueImport.of(document, Documents.rules().build()).catalogue();
    assertThat(catalogue.capabilities())
        .extracting(Capability::raw, Capability::label, c -> c.category().name())
        .containsExactly(
            tuple("read", "Read pets", "cats"),
            tuple("write", "Write pets", "capabilities"),
            tuple("more", "more", "Old-Dogs"),
            tuple("last", "last", "capabilities"));
    assertThat(catalogue.categories())
        .extracting(Category::name, Category::label)
        .containsExactly(
            tuple("Old-Dogs", "Old Dogs"),
            tuple("cats", "cats"),
            tuple("capabilities", "Capabilities"));
  }

  private static final String WITH_TEXTS =
      """
      openapi: 3.1.0
      info: {title: "Title", version: "Version"}
      components:
        securitySchemes:
          oauth: {type: oauth2, flows: {implicit: {scopes: {read: "Scope"}}}}
      security: [{oauth: [read]}]
      tags: [{name: "Tag"}]
      paths:
        /a:
          get: {summary: "Summary", tags: ["Tag"]}
          put: {description: "Description", tags: ["Tag"]}
      """;

  /** Returns what is imported where another text, as in double quotes, stands in one's place. */
  private static Catalogue importedWith(String text, String instead) throws InvalidDocument {
    return CatalogueImport.of(
            Documents.parse(WITH_TEXTS.replace(text, instead)),
            Documents.rules().name("texts").build())
        .catalogue();
  }

  /** Zero-width, soft hyphen, filler, tag, variation selector, bidirectional, other space, BOM. */
  static List<String> invisible() {
    return List.of(
        "\\u200B", "\\u00AD", "\\u3164", "\\U000E0041", "\\uFE0F", "\\u2066", "\\u00A0", "\\uFEFF");
  }

  @ParameterizedTest
  @MethodSource("invisible")
  void label_ofAScopeWithWhatCannotBeSeen_hasASpaceInstead(String invisible) throws Exception {
    Catalogue catalogue = importedWith("Scope", "Read" + invisible + "notes");
    assertThat(catalogue.capabilities())
        .extracting(Capability::label)
        .containsExactly("Read notes");
    assertThat(importedWith("Scope", invisible).capabilities())
        .extracting(Capability::label)
        .containsExactly("read");
  }

  @ParameterizedTest
  @MethodSource("invisible")
  void label_ofATagWithWhatCannotBeSeen_hasASpaceInstead(String invisible) throws Exception {
    Catalogue catalogue = importedWith("Tag", "Old" + invisible + "Dogs");
    assertThat(catalogue.categories()).extracting(Category::label).containsExactly("Old Dogs");
    assertThat(importedWith("Tag", invisible).categories())
        .extracting(Category::label)
        .containsExactly("Capabilities");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Title", "Version", "Scope", "Summary", "Description"})
  void text_withAByteOrderMarkAndMoreLines_isItsFirstLine(String text) throws Exception {
    assertThat(importedWith(text, "\\uFEFF" + text + "\\r\\nmore"))
        .isEqualTo(importedWith(text, text));
  }

  @Test
  void scope_thatIsNoName_refusedOrLeftOut() throws Exception {
    String paths =
        "/a: {get: {security: [{oauth: ['x y']}]}, put: {security: [{oauth: ['x y']}, {oauth:"
            + " [read]}]}}";
    assertThat(problems(paths, Documents.rules()))
        .containsExactly(
            "api.yaml:11:25: `x y` cannot be expressed in a catalogue: a capability is "
                + Lexis.NAME.words()
                + ", and none of `public`, `unmapped`, `any`, `all`");
    ImportedCatalogue imported = imported(paths, Documents.rules().omitWhatCannotBeExpressed());
    assertThat(imported.catalogue().operations())
        .extracting(o -> o.requirement().toString())
        .containsExactly("unmapped", "read");
    assertThat(imported.notes())
        .extracting(ImportNote::kind)
        .containsExactly(
            ImportNote.Kind.OMITTED_SCOPE,
            ImportNote.Kind.UNMAPPED_OPERATION,
            ImportNote.Kind.DROPPED_ALTERNATIVE);
  }

  @Test
  void operations_namesSummariesAndAddresses_comeFromTheDocument() throws Exception {
    Catalogue catalogue =
        imported(
                """
                /a: {get: {operationId: get-a, summary: " Get\\ta ", externalDocs: {url: "https://x/y"}}}
                /b: {get: {description: "First line\\nsecond"}}
                /c: {get: {operationId: c, externalDocs: {url: "ftp://x"}}}
                """,
                Documents.rules())
            .catalogue();
    assertThat(catalogue.operations())
        .extracting(Operation::id, Operation::summary, o -> o.documentation().orElse("none"))
        .containsExactly(
            tuple("get-a", "Get a", "https://x/y"),
            tuple("GET:/b", "First line", "none"),
            tuple("c", "c", "none"));
    assertThat(catalogue.name()).isEqualTo("pets");
    assertThat(catalogue.title()).isEqualTo("Pets");
    assertThat(catalogue.version()).isEqualTo("1");
  }

  @Test
  void info_absent_refused() {
    assertThatThrownBy(
            () ->
                CatalogueImport.of(
                    Documents.parse(
                        """
                        openapi: 3.1.0
                        info: {title: x}
                        security: [{oauth: [a]}]
                        paths: {/a: {get: {}}}
                        """),
                    Documents.rules().build()))
        .hasMessage("api.yaml:1:1: `info` has no version");
  }

  @Test
  void name_declared_isTheCatalogues() throws Exception {
    assertThat(imported("/a: {get: {}}", Documents.rules().name("mine")).catalogue().name())
        .isEqualTo("mine");
    assertThat(problems("/a: {get: {}}", Documents.rules().name("a b"))).hasSize(1);
  }

  @Test
  void basePath_commonToAll_isTheCatalogues() throws Exception {
    OpenApiDocument one =
        OpenApiDocument.parse("a", Documents.text("/a: {get: {}}"), ServerPaths.replacedBy("/v1"));
    Catalogue catalogue = CatalogueImport.of(one, Documents.rules().build()).catalogue();
    assertThat(catalogue.basePath()).isEqualTo("/v1");
    assertThat(catalogue.operations().get(0).template()).hasToString("/v1/a");
    OpenApiDocument two =
        Documents.withPaths("/a: {get: {}}\n/b: {servers: [{url: /v2}], get: {}}");
    Catalogue mixed = CatalogueImport.of(two, Documents.rules().build()).catalogue();
    assertThat(mixed.basePath()).isEmpty();
    assertThat(mixed.operations())
        .extracting(o -> o.template().toString())
        .containsExactly("/a", "/v2/b");
  }
}
