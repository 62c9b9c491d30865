package dev.warder.analysis.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import dev.warder.model.yaml.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiExportTest {
  private static final String NOTES =
      """
      catalogue: notes
      format: 1
      version: "1"
      title: Notes
      documentation: https://example.com/notes
      basePath: /v1
      categories: {notes: Note taking, unused: Unused}
      capabilities: {read: {label: Read Note, category: notes}, write: {label: W, category: notes}}
      operations:
        get-note: {method: GET, path: "/notes/{id}", summary: Get, owner: {note: id}, requires: read}
        put-note: {method: PUT, path: "/notes/{key}", summary: Put, account: key, requires: {any: [{all: [read, write]}, write]}}
        lock: {method: LOCK, path: "/notes/{key}", summary: Lock, account: key, requires: read}
        status: {method: GET, path: /status, summary: Status, requires: public}
        me: {method: GET, path: /me, summary: Me, requires: any token, documentation: "https://example.com/me"}
        post-me: {method: POST, path: /me, summary: Post, requires: unmapped}
      """;

  private static Catalogue notes() throws Exception {
    return CatalogueReader.parse("notes", NOTES);
  }

  @Test
  void toJson_everyRequirement_asSecurity() throws Exception {
    String json = OpenApiExport.toJson(notes());
    int extension = json.indexOf("  \"x-warder-catalogue\": {");
    assertThat(json.substring(0, extension))
        .isEqualTo(
            """
            {
              "openapi": "3.1.0",
              "info": {
                "title": "Notes",
                "version": "1"
              },
              "externalDocs": {
                "url": "https://example.com/notes"
              },
              "servers": [ {
                "url": "/v1"
              } ],
              "tags": [ {
                "name": "notes",
                "description": "Note taking"
              }, {
                "name": "unused",
                "description": "Unused"
              } ],
              "paths": {
                "/notes/{id}": {
                  "parameters": [ {
                    "name": "id",
                    "in": "path",
                    "required": true,
                    "schema": {
                      "type": "string"
                    }
                  } ],
                  "get": {
                    "operationId": "get-note",
                    "summary": "Get",
                    "tags": [ "notes" ],
                    "security": [ {
                      "token": [ "read" ]
                    } ]
                  },
                  "put": {
                    "operationId": "put-note",
                    "summary": "Put",
                    "tags": [ "notes" ],
                    "security": [ {
                      "token": [ "read", "write" ]
                    }, {
                      "token": [ "write" ]
                    } ]
                  }
                },
                "/status": {
                  "get": {
                    "operationId": "status",
                    "summary": "Status",
                    "security": [ ]
                  }
                },
                "/me": {
                  "get": {
                    "operationId": "me",
                    "summary": "Me",
                    "externalDocs": {
                      "url": "https://example.com/me"
                    },
                    "security": [ {
                      "token": [ ]
                    } ]
                  },
                  "post": {
                    "operationId": "post-me",
                    "summary": "Post",
                    "security": [ {
                      "token": [ "unmapped" ]
                    } ]
                  }
                }
              },
              "components": {
                "securitySchemes": {
                  "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The scopes of an alternative are capabilities, all of which the token must carry; nobody has the scope `unmapped`."
                  }
                }
              },
            """);
    assertThat(json.substring(extension))
        .startsWith(
            """
              "x-warder-catalogue": {
                "catalogue": "notes",
                "format": 1,
            """)
        .endsWith("}\n");
  }

  /** OpenAPI has no word for the mark, so {@code security} is as it is without it. */
  @Test
  void toJson_preferredAlternative_standsInTheExtensionAlone() throws Exception {
    String marked =
        NOTES.replace("{all: [read, write]}, write]", "{all: [read, write]}, {preferred: write}]");
    Catalogue catalogue = CatalogueReader.parse("notes", marked);
    String json = OpenApiExport.toJson(catalogue);
    int extension = json.indexOf("  \"x-warder-catalogue\": {");
    assertThat(json).startsWith(OpenApiExport.toJson(notes()).substring(0, extension));
    assertThat(json.substring(extension)).contains("\"preferred\": \"write\"");
    assertThat(CatalogueImport.exported(Documents.parse(json))).contains(catalogue);
  }

  @Test
  void toYaml_methodOutsideOpenApi_carriedByTheExtension() throws Exception {
    OpenApiDocument document = Documents.parse(OpenApiExport.toYaml(notes()));
    assertThat(document.operations())
        .extracting(DocumentedOperation::toString)
        .doesNotContain("LOCK /v1/notes/{id}");
    assertThat(CatalogueImport.exported(document)).contains(notes());
  }

  @Test
  void toJson_controlApi_isTheSameAgain() throws Exception {
    OpenApiDocument document = Documents.parse(OpenApiExport.toJson(ControlApi.catalogue()));
    assertThat(document.operations()).hasSize(24);
    assertThat(CatalogueImport.exported(document)).contains(ControlApi.catalogue());
  }

  @Test
  void exported_noExtension_isNothing() throws Exception {
    assertThat(CatalogueImport.exported(Documents.withPaths("/a: {get: {}}"))).isEmpty();
  }

  private static Stream<String> problemsAfter(String before, String after) throws Exception {
    String json = OpenApiExport.toJson(notes());
    int extension = json.indexOf("x-warder-catalogue");
    assertThat(json.substring(0, extension)).contains(before);
    String changed =
        json.substring(0, extension).replace(before, after) + json.substring(extension);
    try {
      CatalogueImport.exported(Documents.parse(changed));
      return Stream.empty();
    } catch (InvalidDocument e) {
      return e.problems().stream().map(Problem::message);
    }
  }

  @Test
  void exported_changedAfterwards_refusedByName() throws Exception {
    String changed = ": one of the two was changed after the export";
    for (List<String> change :
        List.of(
            List.of("\"token\": [ \"read\" ]", "\"token\": [ ]", "security"),
            List.of("\"summary\": \"Get\"", "\"summary\": \"Gets\"", "summary"),
            List.of("\"get-note\"", "\"get-not\"", "operationId"))) {
      assertThat(problemsAfter(change.get(0), change.get(1)))
          .containsExactly(
              "`GET /v1/notes/{id}` says otherwise in x-warder-catalogue, in "
                  + change.get(2)
                  + changed);
    }
    assertThat(problemsAfter("\"/status\"", "\"/state\""))
        .containsExactly(
            "`GET /v1/state` is not in x-warder-catalogue" + changed,
            "`GET /v1/status` is in x-warder-catalogue alone" + changed);
    assertThat(problemsAfter("\"title\": \"Notes\"", "\"title\": \"Note\""))
        .containsExactly(
            "title, version or documentation are otherwise in x-warder-catalogue" + changed);
    assertThat(problemsAfter("\"url\": \"/v1\"", "\"url\": \"/v2\"")).hasSize(10);
  }

  @Test
  void exported_catalogueThatIsNone_refused() {
    assertThatThrownBy(
            () ->
                CatalogueImport.exported(
                    Documents.parse("openapi: 3.1.0\nx-warder-catalogue: {catalogue: x}")))
        .isInstanceOf(InvalidDocument.class)
        .hasMessageContaining("api.yaml: x-warder-catalogue:1:1: the catalogue has no `format`");
  }

  @Test
  void toJson_textAroundAParameterAndSlashAtTheEnd_standInPaths_spansInTheExtensionAlone()
      throws Exception {
    Catalogue catalogue =
        CatalogueReader.parse(
            "files",
            """
            catalogue: files
            format: 1
            version: "1"
            title: Files
            categories: {}
            capabilities: {}
            operations:
              copy: {method: POST, path: "/files/{id}:copy", summary: C, account: id, requires: any token}
              list: {method: GET, path: "/files/", summary: L, requires: public}
              get: {method: GET, path: "/root/{path...}:", summary: G, account: not-checked, requires: unmapped}
            """);
    OpenApiDocument document = Documents.parse(OpenApiExport.toJson(catalogue));
    assertThat(document.operations())
        .extracting(DocumentedOperation::toString)
        .containsExactly("POST /files/{id}:copy", "GET /files/");
    assertThat(OpenApiExport.toJson(catalogue)).contains("\"name\": \"id\",");
    assertThat(CatalogueImport.exported(document)).contains(catalogue);
    assertThat(Comparison.of(catalogue, document).missingInDocument())
        .containsExactly(catalogue.operations().get(2));
  }
}
