package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Which mappings and operations a report calls alike. */
class MappingReportTest {
  private static final Catalogue CATALOGUE =
      parse(
          """
          catalogue: files
          format: 1
          version: "1"
          title: Files
          basePath: /v1
          categories: {files: Files}
          capabilities:
            read:file: {label: Read File, category: files, access: read}
          operations:
            get-file: {method: GET, path: "/files/{id}", summary: Get, account: not-checked, requires: read:file}
            put-file: {method: PUT, path: "/files/{id}", summary: Put, account: not-checked, requires: read:file}
            get-tree: {method: GET, path: "/trees/{path...}", summary: Tree, account: not-checked, requires: read:file}
          limits: {token: 1000/hour, account: 1000/hour, client: 1000/hour}
          """);
  private static final String GET_FILE =
      "operation get-file (GET /v1/files/{id}) has no controller";
  private static final String PUT_FILE =
      "operation put-file (PUT /v1/files/{id}) has no controller";
  private static final String GET_TREE =
      "operation get-tree (GET /v1/trees/{path...}) has no controller";

  private static Catalogue parse(String text) {
    try {
      return CatalogueReader.parse("files.yaml", text);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A handler, which does nothing. */
  static final class Files {
    public void handle() {}
  }

  private static List<String> differences(String context, String pattern, RequestMethod... of) {
    MappingReport report = new MappingReport(CATALOGUE, context, "", List.of("/open/*", "/health"));
    report.add(RequestMappingInfo.paths(pattern).methods(of).build(), handler());
    return report.differences();
  }

  private static HandlerMethod handler() {
    try {
      Method method = Files.class.getMethod("handle");
      return new HandlerMethod(new Files(), method);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothingMapped_eachOperationIsNamed() {
    assertThat(new MappingReport(CATALOGUE, "", "", List.of()).differences())
        .containsExactly(GET_FILE, PUT_FILE, GET_TREE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', /v1/files/{name}",
    "'', '/v1/files/{id:[a-z]{2}}'",
    "/v1, /files/{id}",
  })
  void sameShape_isTheOperation(String context, String pattern) {
    assertThat(differences(context, pattern, RequestMethod.GET))
        .containsExactly(PUT_FILE, GET_TREE);
  }

  @Test
  void noMethod_isEachOperationOfThePattern() {
    assertThat(differences("", "/v1/files/{id}")).containsExactly(GET_TREE);
  }

  @Test
  void restOfThePath_isASpan() {
    assertThat(differences("", "/v1/trees/{*rest}", RequestMethod.GET))
        .containsExactly(GET_FILE, PUT_FILE);
  }

  @ParameterizedTest
  @CsvSource({"/v1/files", "/v1/files/{id}/", "/v1/{a}", "/v1/trees", "/files/{id}"})
  void otherShape_isNamed(String pattern) {
    assertThat(differences("", pattern, RequestMethod.GET))
        .containsExactly(
            "GET " + pattern + " (Files.handle) has no operation: every request to it is denied",
            GET_FILE,
            PUT_FILE,
            GET_TREE);
  }

  /** The gate lets through what an operation allows, and Spring chooses the handler. */
  @ParameterizedTest
  @CsvSource({
    "/v1/files/x, get-file",
    "/v1/files/{id}.txt, get-file",
    "/v1/files/**, get-file",
    "/v1/files/*, get-file",
    "/v1/trees/{id}, get-tree",
    "/v1/trees/{a}/{b}, get-tree",
    "/v1/trees/**, get-tree",
    "/v1/{a}/{b}, get-file or get-tree",
  })
  void partOfAnOperation_isDecidedByIt(String pattern, String operation) {
    assertThat(differences("", pattern, RequestMethod.GET).get(0))
        .isEqualTo(
            "GET %s (Files.handle) has no operation: requests to it are denied, but those that %s matches are decided by it"
                .formatted(pattern, operation));
  }

  @Test
  void partOfAnOperationAndExcluded_saysBoth() {
    MappingReport report = new MappingReport(CATALOGUE, "", "", List.of("/open/*"));
    report.add(RequestMappingInfo.paths("/{*rest}").methods(RequestMethod.PUT).build(), handler());
    assertThat(report.differences().get(0))
        .endsWith(
            "requests to it are denied, but those that put-file matches are decided by it, and those that"
                + " /open/* excludes are not judged");
  }

  /** Spring has both for a controller of the root. */
  @Test
  void emptyPattern_isNoPath() {
    MappingReport report = new MappingReport(CATALOGUE, "", "", List.of());
    report.add(RequestMappingInfo.paths("", "/").build(), handler());
    assertThat(report.differences())
        .containsExactly(
            "any method / (Files.handle) has no operation: every request to it is denied",
            GET_FILE,
            PUT_FILE,
            GET_TREE);
  }

  @Test
  void otherMethod_isNamed() {
    assertThat(differences("", "/v1/files/{id}", RequestMethod.GET, RequestMethod.DELETE))
        .containsExactly(
            "DELETE /v1/files/{id} (Files.handle) has no operation: every request to it is denied",
            PUT_FILE,
            GET_TREE);
  }

  @ParameterizedTest
  @CsvSource({"/open", "/open/x", "/health"})
  void excluded_isNotNamed(String pattern) {
    assertThat(differences("", pattern)).containsExactly(GET_FILE, PUT_FILE, GET_TREE);
  }

  @ParameterizedTest
  @CsvSource({"/opening", "/health/x"})
  void besideTheExcluded_isNamed(String pattern) {
    assertThat(differences("", pattern)).hasSize(4);
  }

  @Test
  void servletPath_isBeforeThePatterns() {
    MappingReport report = new MappingReport(CATALOGUE, "", "/v1", List.of("/v1/health"));
    report.add(RequestMappingInfo.paths("/files/{id}", "/health").build(), handler());
    assertThat(report.differences()).containsExactly(GET_TREE);
  }

  /** A parameter may stand for what an exclusion names: then the handler runs unjudged. */
  @ParameterizedTest
  @CsvSource({
    "/open/*, /{a}/x",
    "/o/p/*, /o/{*rest}",
    "/open/*, /{a}",
    "/health, /{a}",
    "*.css, /files/{id}",
    "*.css, /files/*",
  })
  void partlyExcluded_isNamed(String exclusion, String pattern) {
    MappingReport report = new MappingReport(CATALOGUE, "", "", List.of(exclusion));
    report.add(RequestMappingInfo.paths(pattern).build(), handler());
    assertThat(report.differences())
        .startsWith(
            "any method %s (Files.handle) has no operation: requests to it are denied, but those that %s excludes are not judged"
                .formatted(pattern, exclusion));
  }

  @ParameterizedTest
  @CsvSource({
    "/open/*, /opens/{a}",
    "/open/*, /x/{a}",
    "/health, /{a}/x",
    "/health/x, /{a}",
    "*.css, /files/{id}.js",
    "*.css, /{id}/files",
  })
  void notExcluded_isDenied(String exclusion, String pattern) {
    MappingReport report = new MappingReport(CATALOGUE, "", "", List.of(exclusion));
    report.add(RequestMappingInfo.paths(pattern).build(), handler());
    assertThat(report.differences().get(0)).endsWith("every request to it is denied");
  }
}
