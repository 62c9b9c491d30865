package dev.warder.analysis.openapi;

import static dev.warder.analysis.openapi.OpenDocuments.SHARED;
import static dev.warder.analysis.openapi.OpenDocuments.open;
import static dev.warder.analysis.openapi.OpenDocuments.problems;
import static dev.warder.analysis.openapi.OpenDocuments.requirements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.InvalidDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members in the wrong place, of the wrong kind, or that OpenAPI does not have. */
class MembersTest {
  @Test
  void operation_thatIsNull_refused() {
    assertThat(problems(open("/a: {get: }", "")))
        .containsExactly("api.yaml:5:12: an operation: a map is expected here, not text: ``");
  }

  @ParameterizedTest
  @ValueSource(strings = {"security: ", "security: null", "security: ~", "security: {}"})
  void security_thatIsNoList_refused(String security) {
    assertThat(problems(open("/a: {get: {" + security + "}}", "")))
        .hasSize(1)
        .allMatch(problem -> problem.contains("a list is expected here, not "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "get: {Security: [{oauth: [admin]}]} | 5:14: `Security` is no member of OpenAPI; write"
            + " `security`",
        "get: {$Ref: '#/x-shared/remove'} | 5:14: `$Ref` is no member of OpenAPI; write `$ref`",
        "get: {}, GET: {security: [{oauth: [admin]}]} | 5:17: `GET` is no member of OpenAPI; write"
            + " `get`",
        "get: {}, security: [{oauth: [admin]}] | 5:17: `security` means nothing at a path; write it"
            + " in each of the path's operations",
        "get: {}, Security: [{oauth: [admin]}] | 5:17: `Security` means nothing at a path; write it"
            + " in each of the path's operations",
      })
  void member_thatMaySayWhatIsNeeded_isNotPassedOver(String item, String problem) {
    assertThat(problems(open("/a: {" + item + "}", SHARED))).containsExactly("api.yaml:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "get: {securty: [{oauth: [admin]}]} | 5:14: `securty` is no member of OpenAPI; nearest:"
            + " `security`",
        "get: {'security ': [{oauth: [admin]}]} | 5:14: `security ` is no member of OpenAPI;"
            + " nearest: `security`",
        "get: {securities: [{oauth: [admin]}]} | 5:14: `securities` is no member of OpenAPI;"
            + " nearest: `security`",
        "get: {$dynamicRef: '#/x-shared/remove'} | 5:14: `$dynamicRef` is no member of OpenAPI;"
            + " remove it, or let it begin with `x-`",
        "get: {example: {a: b}} | 5:14: `example` is no member of OpenAPI; remove it, or let it"
            + " begin with `x-`",
        "gett: {security: [{oauth: [admin]}]} | 5:8: `gett` is no member of OpenAPI; nearest:"
            + " `get`",
        "query: {security: [{oauth: [admin]}]} | 5:8: `query` is no member of OpenAPI 3.0 and 3.1;"
            + " remove it, or let it begin with `x-`",
        "additionalOperations: {} | 5:8: `additionalOperations` is no member of OpenAPI 3.0 and"
            + " 3.1; remove it, or let it begin with `x-`",
      })
  void member_thatOpenApiDoesNotHave_refused(String item, String problem) {
    assertThat(problems(open("/a: {" + item + "}", SHARED))).containsExactly("api.yaml:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "securty: [{oauth: [admin]}] | `securty` is no member of OpenAPI; nearest: `security`",
        "Security: [{oauth: [admin]}] | `Security` is no member of OpenAPI; write `security`",
        "'servers ': [] | `servers ` is no member of OpenAPI; nearest: `servers`",
        "$ref: other.yaml | `$ref` is no member of OpenAPI; remove it, or let it begin with `x-`",
      })
  void member_thatTheRootDoesNotHave_refused(String member, String problem) {
    String text = "openapi: 3.1.0\n" + member + "\npaths: {}\n";
    assertThatThrownBy(() -> Documents.parse(text))
        .isInstanceOf(InvalidDocument.class)
        .hasMessage("api.yaml:2:1: " + problem);
  }

  @Test
  void members_thatOpenApiHas_andExtensions_passedOver() throws Exception {
    assertThat(
            requirements(
                open(
                    "/a: {summary: A, x-note: x, parameters: [], get: {deprecated: true,"
                        + " x-example: {a: b}, callbacks: {}, security: [{oauth: [read]}]}}",
                    """
                    $schema: https://example.com/s
                    jsonSchemaDialect: https://example.com/d
                    webhooks: {}
                    """)))
        .containsExactly("GET read");
  }

  @Test
  void extension_withANameLikeAReference_isRead() throws Exception {
    OpenApiDocument document =
        Documents.parse("openapi: 3.1.0\nx-warder-catalogue: {title: {$ref: a}}\n");
    assertThat(document.parts().extension()).isNotNull();
    assertThat(PlainDocument.json(document.parts().extension()))
        .isEqualTo("{\"title\":{\"$ref\":\"a\"}}");
  }
}
