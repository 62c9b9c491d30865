package dev.warder.analysis.openapi;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiDocumentTest {
  private static List<String> problems(String text) {
    try {
      Documents.parse(text);
      return List.of();
    } catch (InvalidDocument e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  private static String servers(String servers) {
    return "openapi: 3.0.0\nservers: " + servers + "\npaths: {/a: {get: {}}}";
  }

  @Test
  void read_file_namesItsPlaces(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.yaml"), Documents.text("/a:\n  get: {}"));
    OpenApiDocument document = OpenApiDocument.read(file, ServerPaths.asDocumented());
    assertThat(document).hasToString(file.toString());
    assertThat(document.title()).contains("Pets");
    assertThat(document.version()).contains("1");
    DocumentedOperation operation = document.operations().get(0);
    assertThat(operation.place()).hasToString(file + ":12:5");
    assertThat(operation.operationId()).isEmpty();
  }

  @Test
  void parse_json_readsTheSame() throws Exception {
    OpenApiDocument document =
        Documents.parse(
            """

            	{"openapi": "3.1.1", "info": {"title": "t", "version": "1"},
            	 "servers": [{"url": "/v2/"}],
            	 "paths": {"/a/{x}": {"get": {"operationId": "get-a", "tags": ["T"]}, "parameters": []}}}
            """);
    assertThat(document.operations()).hasSize(1);
    DocumentedOperation operation = document.operations().get(0);
    assertThat(operation).hasToString("GET /v2/a/{x}");
    assertThat(operation.operationId()).contains("get-a");
    assertThat(operation.tags()).containsExactly("T");
    assertThat(operation.place().line()).isEqualTo(4);
  }

  @Test
  void parse_everyMethod_read() throws Exception {
    OpenApiDocument document =
        Documents.withPaths(
            "/a: {get: {}, put: {}, post: {}, delete: {}, options: {}, head: {}, patch: {}, trace:"
                + " {}, x-y: {}, summary: s}\n"
                + "x-paths: {get: {}}");
    assertThat(document.operations())
        .extracting(DocumentedOperation::method)
        .containsExactly("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swagger: '2.0' | it says `swagger`",
        "openapi: 3.2.0 | it says `openapi` `3.2.0`",
        "openapi: 2.0.0 | it says `openapi` `2.0.0`",
        "info: {} | it has no `openapi`"
      })
  void parse_otherVersions_refused(String text, String why) {
    assertThat(problems(text))
        .containsExactly("api.yaml:1:1: this is no OpenAPI 3.0 or 3.1 document; " + why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | /a",
        "[{url: /}] | /a",
        "[{url: 'https://h'}] | /a",
        "[{url: 'https://h/'}] | /a",
        "[{url: 'https://h/v1/'}] | /v1/a",
        "[{url: '//h:1/v1'}] | /v1/a",
        "[{url: '/v2?next=http://h/a'}] | /v2/a",
        "[{url: '/v2#http://h/a'}] | /v2/a",
        "[{url: '/proxy/https://h/v1'}] | /proxy/https://h/v1/a",
        "[{url: '/v1//'}] | /v1/a",
        "[{url: 'https://h/v1?x=/y#z'}] | /v1/a",
        "[{url: 'https://{r}.h/{v}', variables: {v: {default: v3}}}] | /v3/a",
        "[{url: '{s}://h/v1', variables: {s: {default: https}}}] | /v1/a",
        "[{url: 'https://a/v1'}, {url: 'http://b/v1/'}] | /v1/a"
      })
  void parse_servers_giveTheBasePath(String servers, String path) throws Exception {
    assertThat(Documents.parse(servers(servers)).operations().get(0).path()).isEqualTo(path);
  }

  @Test
  void parse_serversThatDiffer_refusedUnlessReplaced() throws Exception {
    String text = servers("[{url: /v1}, {url: /v2}]");
    assertThat(problems(text))
        .containsExactly(
            "api.yaml:2:10: the servers' paths differ: `/v1/`, `/v2/`; say which base path is"
                + " meant");
    OpenApiDocument replaced = OpenApiDocument.parse("a", text, ServerPaths.replacedBy("/v3"));
    assertThat(replaced.operations().get(0).path()).isEqualTo("/v3/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h/{v}", "v1", "api.example.com/v1"})
  void parse_serverWithoutKnownPath_refused(String url) {
    assertThat(problems(servers("[{url: '" + url + "'}]")))
        .containsExactly(
            "api.yaml:2:11: the path of server `" + url + "` is not known; say the base path");
  }

  /** Each default would be twice the next, and so on for as many as there are. */
  @Test
  void parse_serverVariablesThatNameOthers_areNotFollowed() {
    String variables =
        IntStream.range(0, 16)
            .mapToObj(i -> "v%d: {default: '{v%d}{v%d}'}".formatted(i, i + 1, i + 1))
            .collect(joining(", ", "{", ", v16: {default: 'x'}}"));
    assertThat(problems(servers("[{url: '/{v0}', variables: " + variables + "}]")))
        .containsExactly(
            "api.yaml:2:11: the path of server `/{v1}{v1}` is not known; say the base path");
  }

  @Test
  void parse_serverAddress_hasAtMost4096Characters() throws Exception {
    String most = "/" + "a".repeat(4_095);
    assertThat(problems(servers("[{url: '" + most + "'}]"))).isEmpty();
    String message =
        "api.yaml:2:11: the server's address has more than 4096 characters; say the base path";
    assertThat(problems(servers("[{url: '" + most + "a'}]"))).containsExactly(message);
    String variable = "[{url: '%s', variables: {v: {default: '%s'}}}]";
    assertThat(problems(servers(variable.formatted("/{v}", "a".repeat(4_095))))).isEmpty();
    assertThat(problems(servers(variable.formatted("/{v}", "a".repeat(4_096)))))
        .containsExactly(message);
    assertThat(problems(servers(variable.formatted("/" + "{v}".repeat(1_000), "a".repeat(5)))))
        .containsExactly(message);
  }

  @Test
  void parse_serversOfPathAndOperation_goBefore() throws Exception {
    OpenApiDocument document =
        Documents.parse(
            """
            openapi: 3.0.0
            servers: [{url: /v1}]
            paths:
              /a: {get: {}}
              /b: {servers: [{url: /v2}], get: {}, put: {servers: [{url: /v3}]}}
            """);
    assertThat(document.operations())
        .extracting(DocumentedOperation::path)
        .containsExactly("/v1/a", "/v2/b", "/v3/b");
  }

  @Test
  void replacedBy_noPath_refused() {
    for (String path : List.of("v1", "/", "/v1/")) {
      assertThatThrownBy(() -> ServerPaths.replacedBy(path))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(ServerPaths.replacedBy("")).hasToString("");
    assertThat(ServerPaths.asDocumented()).hasToString("as documented");
  }

  @Test
  void parse_reference_followedWithinTheDocument() throws Exception {
    OpenApiDocument document =
        Documents.parse(
            """
            openapi: 3.1.0
            paths:
              /a/{b}: {$ref: '#/components/pathItems/a~1b~0'}
              /c: {$ref: '#/paths/~1a~1%7Bb%7D'}
            components: {pathItems: {a/b~: {get: {operationId: one}}}}
            """);
    assertThat(document.operations())
        .extracting(DocumentedOperation::toString)
        .containsExactly("GET /a/{b}", "GET /c");
    assertThat(document.operations().get(1).operationId()).contains("one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{$ref: '#/paths/~1a'} | refers to itself: `#/paths/~1a`",
        "{$ref: '#/paths/~1c'} | refers to `#/paths/~1c`, which is not in this document",
        "{$ref: '#/paths/~1b/get/x/y'} | refers to `#/paths/~1b/get/x/y`, which is not in this"
            + " document",
        "{$ref: '#/paths/~1b', get: {}} | has `get` beside a reference, which means nothing"
            + " certain: move it to where the reference leads",
        "{$ref: '#/paths/~1b', servers: [{url: /v2}]} | has `servers` beside a reference, which"
            + " means nothing certain: move it to where the reference leads"
      })
  void parse_badReference_refused(String item, String why) {
    assertThat(problems("openapi: 3.1.0\npaths:\n  /a: " + item + "\n  /b: {get: {}}\n"))
        .containsExactly("api.yaml:3:14: `paths./a` " + why);
  }

  @Test
  void parse_circleOfReferences_refused() {
    String text =
        "openapi: 3.1.0\npaths:\n  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\n";
    assertThat(problems(text))
        .containsExactly("api.yaml:3:14: `paths./a` refers to itself: `#/paths/~1b`");
  }

  @Test
  void parse_wrongKinds_allRefusedAtTheirPlaces() {
    assertThat(
            problems(
                """
                openapi: 3.1.0
                info: []
                security: {}
                tags: [{name: []}, x]
                paths:
                  a: {}
                  /b: x
                  /c: {get: x, put: {tags: x, security: [x, {oauth: x}]}}
                """))
        .containsExactly(
            "api.yaml:2:7: info: a map is expected here, not a list",
            "api.yaml:3:11: a list is expected here, not a map",
            "api.yaml:4:15: text is expected here, not a list",
            "api.yaml:4:20: a tag: a map is expected here, not text: `x`",
            "api.yaml:6:3: path `a` does not begin with `/`",
            "api.yaml:7:7: a path item: a map is expected here, not text: `x`",
            "api.yaml:8:13: an operation: a map is expected here, not text: `x`",
            "api.yaml:8:28: a list is expected here, not text: `x`",
            "api.yaml:8:42: an alternative of security: a map is expected here, not text: `x`",
            "api.yaml:8:53: a list is expected here, not text: `x`");
  }

  @Test
  void parse_whatIsNotNeeded_passedOver() throws Exception {
    OpenApiDocument document =
        Documents.parse(
            """
            openapi: 3.0.0
            paths: {/a: {get: {responses: {200: &r {x: 1, x: 2}}, requestBody: *r}}}
            components: {schemas: *r}
            """);
    assertThat(document.operations()).hasSize(1);
  }
}
