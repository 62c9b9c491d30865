package dev.warder.analysis.openapi;

import static dev.warder.analysis.openapi.OpenDocuments.SHARED;
import static dev.warder.analysis.openapi.OpenDocuments.open;
import static dev.warder.analysis.openapi.OpenDocuments.problems;
import static dev.warder.analysis.openapi.OpenDocuments.requirements;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind a reference is read, or the document is refused. */
class ReferencesTest {
  private static final String ELSEWHERE =
      ", which is outside this document and is not read: bundle everything into one file first,"
          + " such as with `npx @redocly/cli bundle DOCUMENT -o BUNDLED`";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete: {$ref: '#/x-shared/remove'}",
        "delete: {$ref: '#/x-shared/remove', summary: Remove, responses: {}, x-team: notes}",
        "delete: {$ref: '#/x-shared/note/delete'}",
        "delete: {$ref: '#/x-shared/list/0'}",
        "$ref: '#/x-shared/note'",
        "delete: {security: {$ref: '#/x-shared/security'}}",
        "delete: {security: [{$ref: '#/x-shared/alternative'}]}",
        "delete: {security: [{oauth: {$ref: '#/x-shared/scopes'}}]}",
        "delete: {security: [{$ref: '#/x-shared/security/0'}]}",
      })
  void reference_withinTheDocument_neededAsThereWritten(String item) throws Exception {
    assertThat(requirements(open("/notes/{id}: {" + item + "}", SHARED)))
        .containsExactly("DELETE admin");
  }

  @Test
  void operation_behindAReference_isReadWhole() throws Exception {
    DocumentedOperation operation =
        Documents.parse(
                open(
                    "/notes: {get: {$ref: '#/x-list', summary: Mine}}",
                    "x-list: {operationId: list, summary: All, description: D, tags: [t],"
                        + " servers: [{url: /v2}], externalDocs: {url: 'https://x'}}\n"))
            .operations()
            .get(0);
    assertThat(operation).hasToString("GET /v2/notes");
    assertThat(operation.operationId()).contains("list");
    assertThat(operation.summary()).contains("Mine");
    assertThat(operation.description()).contains("D");
    assertThat(operation.documentation()).contains("https://x");
    assertThat(operation.tags()).containsExactly("t");
    assertThat(operation.place()).hasToString("api.yaml:5:12");
  }

  @Test
  void security_ofTheRoot_followed() throws Exception {
    String text =
        open("/a: {get: {}}", SHARED)
            .replace("security: []", "security: {$ref: '#/x-shared/security'}");
    assertThat(requirements(text)).containsExactly("GET admin");
  }

  @Test
  void scheme_behindAReference_declaresItsScopes() throws Exception {
    OpenApiDocument document =
        Documents.parse(
            """
            openapi: 3.0.0
            components:
              securitySchemes:
                oauth: {$ref: '#/components/x-schemes/login', description: Log in}
              x-schemes:
                login: {type: oauth2, flows: {implicit: {scopes: {$ref: '#/x-scopes'}}}}
            x-scopes: {read: Read notes}
            """);
    assertThat(document.parts().schemes().get("oauth")).containsEntry("read", "Read notes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "/a: {delete: {$ref: notes.yml}} | 5:23 | paths./a.delete | notes.yml",
        "/a: {delete: {$ref: 'notes.yml#/a'}} | 5:23 | paths./a.delete | notes.yml#/a",
        "/a: {delete: {$ref: ''}} | 5:23 | paths./a.delete | ^^",
        "/a: {delete: {$ref: 'api.yaml#/paths/~1b/get'}} | 5:23 | paths./a.delete |"
            + " api.yaml#/paths/~1b/get",
        "/a: {$ref: 'https://h/a.json'} | 5:14 | paths./a | https://h/a.json",
        "$ref: paths.yaml | 5:9 | paths | paths.yaml",
        "/a: {delete: {security: {$ref: s.yml}}} | 5:34 | paths./a.delete.security | s.yml",
        "/a: {delete: {security: [{oauth: [x]}, {$ref: s.yml}]}} | 5:49 |"
            + " paths./a.delete.security.1 | s.yml",
        "/a: {delete: {servers: {$ref: s.yml}}} | 5:33 | paths./a.delete.servers | s.yml",
      })
  void reference_outOfTheDocument_refusedWithWhatToType(
      String path, String place, String from, String to) {
    assertThat(problems(open(path, "")))
        .containsExactly(
            "api.yaml:" + place + ": `" + from + "` refers to `" + to + "`" + ELSEWHERE);
  }

  @Test
  void references_outOfTheDocument_allToldAtOnce() {
    assertThat(problems(open("/a: {get: {$ref: a.yml}}\n/b: {$ref: b.yml}", ""))).hasSize(2);
  }

  @Test
  void reference_outOfAPartThatIsNotRead_passedOver() throws Exception {
    String text =
        open(
                """
                /a:
                  parameters: [{$ref: p.yml}]
                  get:
                    parameters: [{$ref: p.yml}]
                    requestBody: {$ref: p.yml}
                    responses: {200: {$ref: p.yml}}
                    callbacks: {x: {$ref: p.yml}}
                    security: [{oauth: [read]}]
                x-common: {$ref: p.yml}
                """,
                "webhooks: {x: {$ref: w.yml}}\n")
            .replace("components: {", "components: {pathItems: {x: {$ref: w.yml}}, ");
    assertThat(requirements(text)).containsExactly("GET read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'#/x-none' | refers to `#/x-none`, which is not in this document",
        "'#/x-shared/remove/x' | refers to `#/x-shared/remove/x`, which is not in this document",
        "'#/x-shared/list/1' | refers to `#/x-shared/list/1`, which is not in this document",
        "'#/x-shared/list/00' | refers to `#/x-shared/list/00`, which is not in this document",
        "'#/x-shared/list/-' | refers to `#/x-shared/list/-`, which is not in this document",
        "'#remove' | refers to `#remove`, which is no JSON pointer such as"
            + " `#/components/pathItems/a`",
        "'#/x-shared/a~2' | refers to `#/x-shared/a~2`, which is no JSON pointer such as"
            + " `#/components/pathItems/a`",
        "'#/x-shared/a~' | refers to `#/x-shared/a~`, which is no JSON pointer such as"
            + " `#/components/pathItems/a`",
        "'#/x%zz' | refers to `#/x%zz`, which is no JSON pointer such as"
            + " `#/components/pathItems/a`",
        "'#/x%2' | refers to `#/x%2`, which is no JSON pointer such as `#/components/pathItems/a`",
        "'#/x%FF' | refers to `#/x%FF`, which is no JSON pointer such as"
            + " `#/components/pathItems/a`",
        "'#/x-shared/note' | refers to `#/x-shared/note`, which is no operation: `delete` is no"
            + " member of one",
        "'#/info' | refers to `#/info`, which is no operation: `title` is no member of one",
        "'#' | refers to `#`, which is no operation: `openapi` is no member of one",
      })
  void reference_toNoOperation_refused(String reference, String why) {
    assertThat(problems(open("/a: {delete: {$ref: " + reference + "}}", SHARED)))
        .containsExactly("api.yaml:5:23: `paths./a.delete` " + why);
  }

  @Test
  void reference_toAnOperation_isNoPathItem() {
    assertThat(problems(open("/a: {$ref: '#/x-shared/remove'}", SHARED)))
        .containsExactly(
            "api.yaml:5:14: `paths./a` refers to `#/x-shared/remove`, which is no path item:"
                + " `operationId` is no member of one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#/x-~01~1/%7Bb%7D/%C3%A9",
        "#/x-%7e01~1/{b}/é",
        "#/x-~01%7E1/%7Bb}/%c3%a9",
      })
  void pointer_escapes_decoded(String pointer) throws Exception {
    assertThat(
            requirements(
                open(
                    "/a: {delete: {$ref: \"" + pointer + "\"}}",
                    "\"x-~1/\": {\"{b}\": {é: {security: [{oauth: [admin]}]}}}\n")))
        .containsExactly("DELETE admin");
  }

  @Test
  void pointer_tripleForASlash_isASlash() throws Exception {
    assertThat(requirements(open("/a: {delete: {$ref: '#%2Fx-shared%2fremove'}}", SHARED)))
        .containsExactly("DELETE admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "security: []",
        "security: [{oauth: [read]}]",
        "operationId: x",
        "servers: []",
        "Security: []"
      })
  void reference_withMoreBesideIt_refused(String beside) {
    String name = beside.substring(0, beside.indexOf(':'));
    assertThat(problems(open("/a: {delete: {$ref: '#/x-shared/remove', " + beside + "}}", SHARED)))
        .containsExactly(
            "api.yaml:5:23: `paths./a.delete` has `"
                + name
                + "` beside a reference, which means nothing certain: move it to where the"
                + " reference leads");
  }

  /** Each name in an alternative is a scheme that is needed too, whatever the name is. */
  @ParameterizedTest
  @ValueSource(strings = {"x-key", "description", "oauth"})
  void reference_inAnAlternativeWithSchemesBesideIt_refused(String scheme) {
    String security = "security: [{$ref: '#/x-shared/alternative', " + scheme + ": []}]";
    assertThat(problems(open("/a: {delete: {" + security + "}}", SHARED)))
        .hasSize(1)
        .allMatch(problem -> problem.contains("has `" + scheme + "` beside a reference"));
  }

  @Test
  void references_inACircle_refused() {
    assertThat(
            problems(
                open(
                    "/a: {get: {$ref: '#/x-a'}}\n/b: {$ref: '#/paths/~1b'}\n"
                        + "/c: {get: {$ref: '#/paths/~1c/get'}}",
                    "x-a: {$ref: '#/x-b'}\nx-b: {$ref: '#/x-a'}\n")))
        .containsExactly(
            "api.yaml:9:13: `paths./a.get` refers to itself: `#/x-a`",
            "api.yaml:6:14: `paths./b` refers to itself: `#/paths/~1b`",
            "api.yaml:7:20: `paths./c.get` refers to itself: `#/paths/~1c/get`");
  }

  @Test
  void references_thatContainThemselves_refused() {
    assertThat(problems(open("/a: {get: {security: {$ref: '#/x-s'}}}", "x-s: [{$ref: '#/x-s'}]\n")))
        .containsExactly("api.yaml:6:14: `paths./a.get.security.0` refers to itself: `#/x-s`");
  }

  private static String chain(int references) {
    return open("/a: {get: {$ref: '#/x-1'}}", "")
        + IntStream.range(1, references)
            .mapToObj(i -> "x-" + i + ": {$ref: '#/x-" + (i + 1) + "'}\n")
            .collect(Collectors.joining())
        + "x-"
        + references
        + ": {security: [{oauth: [admin]}]}\n";
  }

  @Test
  void references_sixteenInARow_followedAndOneMoreNot() throws Exception {
    assertThat(requirements(chain(16))).containsExactly("GET admin");
    assertThat(problems(chain(17)))
        .containsExactly(
            "api.yaml:22:14: `paths./a.get` is more than 16 references away from its value");
  }

  /** Each of 12 lists names the next one ten times. */
  @Test
  void references_thatMultiply_refusedInBoundedTime() {
    String lists =
        IntStream.range(0, 12)
            .mapToObj(
                i -> "x-" + i + ": [" + ("{$ref: '#/x-" + (i + 1) + "'}, ").repeat(10) + "]\n")
            .collect(Collectors.joining());
    assertThat(
            problems(
                open("/a: {get: {security: {$ref: '#/x-0'}}}", lists + "x-12: {oauth: [a]}\n")))
        .isNotEmpty()
        .allMatch(problem -> problem.endsWith("add more than 1000000 values"));
  }
}
