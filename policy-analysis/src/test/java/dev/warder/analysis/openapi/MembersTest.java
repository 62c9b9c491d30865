package dev.warder.analysis.openapi;

import static dev.warder.analysis.openapi.OpenDocuments.SHARED;
import static dev.warder.analysis.openapi.OpenDocuments.open;
import static dev.warder.analysis.openapi.OpenDocuments.problems;
import static dev.warder.analysis.openapi.OpenDocuments.requirements;
import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void member_thatOpenApiDoesNotHave_passedOverWhereItDecidesNothing() throws Exception {
    assertThat(
            requirements(
                open("/a: {note: x, get: {example: {a: b}, security: [{oauth: [read]}]}}", "")))
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
