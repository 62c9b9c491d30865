package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations whose templates must not stand beside each other. */
class TemplateClashesTest {
  /** Equal paths but for the slash, and something that may differ between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: GET, account: id, requires: read | method: GET, account: it, requires: read",
        "method: GET, owner: {item: id}, requires: read | method: GET, owner: {item: it}, requires: read",
        "method: GET, account: id, requires: read | method: PUT, account: not-checked, requires: any token"
      })
  void operations_slashAtEndThatAskTheSame_areRead(String first, String second) {
    assertThat(problemsOf(slashAtEnd(first, second, "/{id}", "/{it}/"))).isEmpty();
  }

  /** What is second from the end is second from the first in paths of three segments alone. */
  @Test
  void operations_slashAtEndThatCheckOneFromTheEnd_askOtherwise() {
    String rule = "method: GET, account: id, requires: read";
    assertThat(problemsOf(slashAtEnd(rule, rule, "/{p...}/{id}/{c}", "/{a}/{id}/{p...}/")))
        .singleElement()
        .asString()
        .contains("differ by the `/` at the end alone");
    assertThat(problemsOf(slashAtEnd(rule, rule, "/{p...}/{id}/{c}", "/{p...}/{id}/{c}/")))
        .isEmpty();
    assertThat(problemsOf(slashAtEnd(rule, rule, "/{id}/{b}/{p...}/", "/{id}/{p...}/{c}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/a, /a/", "/a/, /a"})
  void operations_slashAtEndOfAGetThatIsHead_areRefused(String get, String head) {
    String operations =
        slashAtEnd("method: GET, requires: read", "method: HEAD, requires: public", get, head);
    assertThat(problemsOf(operations))
        .singleElement()
        .asString()
        .contains("this path and that of operation `a` differ by the `/` at the end alone");
  }

  @ParameterizedTest
  @CsvSource({
    "/{id}, /{it}/, a b, 0",
    "/{id}/, /{it}, a b, 0",
    "/{id}, /{it}/, b a, 1",
    "/{id}, /{it}/, a c, 1",
    "/{id}/, /{it}/x, a c, 0"
  })
  void operations_slashAtEndThatAskOtherwise_areReadOnceAccepted(
      String first, String second, String at, int problems) {
    String operations =
        slashAtEnd(
            "method: GET, account: id, requires: read",
            "method: GET, account: not-checked, requires: read",
            first,
            second);
    assertThat(
            problemsOf(
                operations
                    + "accepted: [{warning: slash-at-end, at: "
                    + at
                    + ", reason: The service tells them apart}]\n"))
        .hasSize(problems);
  }

  private static String slashAtEnd(String first, String second, String path, String otherPath) {
    return Samples.HEAD
        + """
        operations:
          a: {path: "%s", summary: S, %s}
          b: {path: "%s", summary: S, %s}
        """
            .formatted(path, first, otherPath, second);
  }

  @ParameterizedTest
  @CsvSource({
    "/a.b, /a{x}b",
    "/a.b/{q}, /a{x}b/{r...}",
    "/{q...}/..c, /{r...}c",
    "/{q...}/a.c/z, /{r...}/a{x}c/{y}",
    "/{q...}/a.c, /{r}/{s}/{t}/a{x}c"
  })
  void operations_dotsWhereAParameterStands_areRefused(String literal, String parameter) {
    assertThat(Samples.problems(twoOperations(literal, parameter))).hasSize(1);
    assertThat(Samples.problems(twoOperations(parameter, literal))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/a.b, /a{x}c",
    "/a.bb, /a{x}b",
    "/a.b/c, /a{x}b/d",
    "/a.b, /a{x}b/{p...}",
    "/{q}.b, /a{x}b"
  })
  void operations_dotsThatNoParameterAloneStandsFor_areRead(String literal, String parameter) {
    assertThat(problemsOf(twoOperations(literal, parameter))).isEmpty();
  }

  /** The dots of one literal may begin behind 600 texts, and end behind each of their dots. */
  @Test
  void operations_dotsThatMayStandInTooManyPlaces_areRefusedOnce() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      paths.add("/a" + ".".repeat(i) + "{p}c");
    }
    assertThat(problemsOf(operationsAt(paths))).isEmpty();
    paths.add("/a" + ".".repeat(1_800) + "b");
    assertThat(problemsOf(operationsAt(paths)))
        .containsExactly(
            "608:29: too many dots of literals stand between texts that other templates have around"
                + " a parameter; write fewer of these literals or parameters");
  }

  private static String twoOperations(String first, String second) {
    return Samples.HEAD + "operations:\n" + declared("a", first) + declared("b", second);
  }

  /** Alone, each of these operations has a path. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/{p...} /{a} /{a}/{p...}",
        "/{p...} /{a} /{p...}/{a}",
        "/{p...} /{a} /{a}/{b} /{p...}/{a}/{b}",
        "/x/{p...}:y/z /x/{a}:y/z /x/{p...}/{a}:y/z",
        "/{q}/{p...}/ /{a}/{b}/ /{a}/{b}/{p...}/"
      })
  void operations_othersHaveAllPaths_theFirstIsRefused(String paths) {
    List<String> all = List.of(paths.split(" "));
    assertThat(problemsOf(operationsAt(all)))
        .singleElement()
        .asString()
        .startsWith("8:27: no request reaches this operation: ")
        .endsWith(" have each of its paths, and beat it; leave it out");
    for (int i = 1; i < all.size(); i++) {
      List<String> fewer = new ArrayList<>(all);
      fewer.remove(i);
      assertThat(problemsOf(operationsAt(fewer))).as("%s", fewer).isEmpty();
    }
  }

  /** No path has 33 segments, so a span behind 30 others is one or two. */
  @Test
  void operations_othersHaveAllPathsThatAreNotTooLong_theFirstIsRefused() {
    String before = "/a".repeat(30);
    List<String> all = List.of(before + "/{p...}", before + "/{a}", before + "/{a}/{b}");
    assertThat(problemsOf(operationsAt(all)))
        .singleElement()
        .asString()
        .endsWith("operations `o1`, `o2` have each of its paths, and beat it; leave it out");
    assertThat(problemsOf(operationsAt(all.subList(0, 2)))).isEmpty();
  }

  @Test
  void operations_othersOfAnotherMethodHaveAllPaths_areRead() {
    String operations = operationsAt(List.of("/{p...}", "/{a}", "/{a}/{p...}"));
    assertThat(problemsOf(operations.replace("  o1: {method: GET", "  o1: {method: PUT")))
        .isEmpty();
    assertThat(problemsOf(operations.replace("  o1: {method: GET", "  o1: {method: HEAD")))
        .isEmpty();
  }

  /** Their GET is HEAD too, unless there is a HEAD. */
  @Test
  void operations_othersOfGetHaveAllPathsOfHead_isRefused() {
    String operations =
        operationsAt(List.of("/{p...}", "/{a}", "/{a}/{p...}"))
            .replace("  o0: {method: GET", "  o0: {method: HEAD");
    assertThat(problemsOf(operations)).hasSize(1);
    assertThat(problemsOf(operations + declared("o3", "/{b}").replace("GET", "HEAD"))).hasSize(1);
  }

  private static String operationsAt(List<String> paths) {
    StringBuilder operations = new StringBuilder(Samples.HEAD + "operations:\n");
    for (int i = 0; i < paths.size(); i++) {
      operations.append(declared("o" + i, paths.get(i)));
    }
    return operations.toString();
  }

  /** Returns the problems of a file, or none. */
  private static List<String> problemsOf(String text) {
    try {
      CatalogueReader.parse("sample.yaml", text);
      return List.of();
    } catch (InvalidCatalogue e) {
      return Samples.problems(text);
    }
  }

  private static String declared(String id, String path) {
    return "  %s: {method: GET, path: \"%s\", summary: S, %srequires: read}\n"
        .formatted(id, path, path.contains("{") ? "account: not-checked, " : "");
  }
}
