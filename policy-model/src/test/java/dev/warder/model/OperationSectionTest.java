package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations of a file; what is refused of them is also in the vectors of broken catalogues. */
class OperationSectionTest {

  @Test
  void operation_withEveryKey_hasThem() {
    Operation operation =
        Samples.operation(
            """
            method: GET
            path: "/items/{id}/parts/{part}"
            summary: Get a part
            account: part
            requires: read
            documentation: https://example.com/parts
            """);
    assertThat(operation.ordinal()).isZero();
    assertThat(operation.id()).isEqualTo("op");
    assertThat(operation.method()).isEqualTo("GET");
    assertThat(operation.template()).hasToString("/items/{id}/parts/{part}");
    assertThat(operation.summary()).isEqualTo("Get a part");
    assertThat(operation.accountRule())
        .isEqualTo(AccountRule.of(List.of(new AccountCheck.InPath("part", 3))));
    assertThat(operation.requirement()).hasToString("read");
    assertThat(operation.documentation()).contains("https://example.com/parts");
    assertThat(operation).hasToString("op");
  }

  @Test
  void operation_withoutParameter_hasNoAccount() {
    Operation operation = operation("path: /items", "requires: public");
    assertThat(operation.accountRule())
        .isEqualTo(AccountRule.without(AccountRule.Unchecked.NO_PARAMETER));
    assertThat(operation.documentation()).isEmpty();
  }

  @Test
  void operation_withOwner_hasKindParameterAndPlace() {
    Operation operation = operation("path: \"/items/{id}\"", "owner: {item: id}", "requires: read");
    assertThat(operation.accountRule())
        .isEqualTo(AccountRule.of(List.of(new AccountCheck.Owned("item", "id", 1))));
  }

  @Test
  void operation_withAccountAndOwners_checksTheAccountFirstAndOwnersAsWritten() {
    Operation operation =
        operation("path: \"/{a}/{b}/{c}\"", "owner: {y: c, x: b}", "account: a", "requires: read");
    AccountRule rule = operation.accountRule();
    assertThat(rule.checks())
        .containsExactly(
            new AccountCheck.InPath("a", 0),
            new AccountCheck.Owned("y", "c", 2),
            new AccountCheck.Owned("x", "b", 1));
    assertThat(rule.unchecked()).isEmpty();
    assertThat(rule.account()).contains("a");
    assertThat(rule.owners()).extracting(AccountCheck.Owned::kind).containsExactly("y", "x");
    assertThat(rule.comparesRequestAccount()).isFalse();
    assertThat(rule)
        .hasToString("account: a, segment 0 and owner: y c, segment 2 and owner: x b, segment 1");
  }

  @Test
  void operation_withTheAccountOfTheRequest_namesNoSegment() {
    AccountRule rule =
        operation("path: /items", "account: from-request", "requires: read").accountRule();
    assertThat(rule.checks()).containsExactly(new AccountCheck.FromRequest());
    assertThat(rule.checks().get(0).segment()).isEqualTo(-1);
    assertThat(rule.account()).contains("from-request");
    assertThat(rule.comparesRequestAccount()).isTrue();
    assertThat(rule.names(0)).isFalse();
    assertThat(rule).hasToString("account: from-request");
  }

  @Test
  void operation_withTheAccountOfTheRequestAndAnOwner_checksBoth() {
    AccountRule rule =
        operation(
                "path: \"/items/{id}\"",
                "account: from-request",
                "owner: {item: id}",
                "requires: read")
            .accountRule();
    assertThat(rule.checks())
        .containsExactly(new AccountCheck.FromRequest(), new AccountCheck.Owned("item", "id", 1));
    assertThat(rule.names(0)).isFalse();
    assertThat(rule.names(1)).isTrue();
  }

  @Test
  void operation_ofNotCheckedAccount_maybePublic() {
    Operation operation =
        operation("path: \"/items/{id}\"", "account: not-checked", "requires: public");
    assertThat(operation.accountRule())
        .isEqualTo(AccountRule.without(AccountRule.Unchecked.NOT_CHECKED));
    assertThat(operation.requirement()).isEqualTo(Requirement.Fixed.PUBLIC);
  }

  @Test
  void operation_withBasePath_hasItInItsTemplate() {
    Catalogue catalogue =
        Samples.read(
            Samples.HEAD
                + """
                basePath: /v1
                operations:
                  op: {method: GET, path: "/{id}", summary: S, account: id, requires: read}
                """);
    Operation operation = catalogue.operations().get(0);
    assertThat(operation.template()).hasToString("/v1/{id}");
    assertThat(operation.accountRule())
        .isEqualTo(AccountRule.of(List.of(new AccountCheck.InPath("id", 1))));
  }

  @Test
  void operations_several_haveOrdinalsInOrder() {
    assertThat(methods(3).operations()).extracting(Operation::ordinal).containsExactly(0, 1, 2);
  }

  @Test
  void operations_of64Methods_areRead() {
    assertThat(methods(64).operations()).hasSize(64);
  }

  @Test
  void operations_of65Methods_areRefusedOnce() {
    assertThat(Samples.problems(Samples.HEAD + operationsOf(66)))
        .containsExactly("72:18: more than 64 methods");
  }

  @Test
  void operations_sameShapeWithOtherMethod_areTwo() {
    assertThat(
            Samples.read(
                    Samples.HEAD
                        + """
                        operations:
                          a: {method: GET, path: "/x/{id}", summary: S, account: id, requires: read}
                          b: {method: PUT, path: "/x/{it}", summary: S, account: it, requires: read}
                          c: {method: GET, path: "/x/id", summary: S, requires: read}
                        """)
                .operations())
        .hasSize(3);
  }

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

  @Test
  void operation_withEveryMistake_isToldThemAllInOrder() {
    assertThat(
            problems(
                "method: get",
                "path: /items/{id",
                "summary: ''",
                "accounts: id",
                "requires: {any: []}",
                "documentation: example.com"))
        .containsExactly(
            "9:13: `get` is not allowed here: 1 to 32 of A-Z, 0-9, underscore and hyphen",
            "10:11: path `/items/{id`: segment `{id` has a brace outside a parameter; a parameter is"
                + " `{`, a name without braces, and `}`",
            "11:14: `` is not allowed here: 1 to 1,024 characters, none at either end a space,"
                + " none a control, line separator, bidirectional control or noncharacter",
            "12:5: unknown key `accounts` in operation `op`; nearest: `account`",
            "13:21: `any` is empty; name at least one",
            "14:20: `example.com` is not allowed here: an `https://` or `http://` address of at"
                + " most 1,024 characters, as in RFC 3986");
  }

  @Test
  void operation_withNoKey_isToldWhatItLacks() {
    assertThat(Samples.problems(Samples.HEAD + "operations: {op: {}}\n"))
        .containsExactly(
            "7:14: operation `op` has no `method`",
            "7:14: operation `op` has no `path`",
            "7:14: operation `op` has no `summary`",
            "7:14: operation `op` has no `requires`");
  }

  @Test
  void account_misspelt_isToldTheNearestParameter() {
    assertThat(
            problems(
                "method: GET",
                "path: \"/items/{item_id}\"",
                "summary: S",
                "account: item-id",
                "requires: read"))
        .containsExactly("12:14: no parameter `item-id` in `/items/{item_id}`; nearest: `item_id`");
  }

  @Test
  void account_thatIsALiteral_isNoParameter() {
    assertThat(
            problems(
                "method: GET",
                "path: \"/items/{id}\"",
                "summary: S",
                "account: items",
                "requires: read"))
        .containsExactly("12:14: no parameter `items` in `/items/{id}`");
  }

  @Test
  void account_thatIsAList_isRefusedOnce() {
    assertThat(
            problems(
                "method: GET",
                "path: \"/items/{id}\"",
                "summary: S",
                "account: [id]",
                "requires: public"))
        .containsExactly("12:14: text is expected here, not a list");
  }

  @Test
  void owner_notChecked_isNoParameter() {
    assertThat(
            problems(
                "method: GET",
                "path: \"/items/{id}\"",
                "summary: S",
                "owner: {item: not-checked}",
                "requires: read"))
        .containsExactly("12:19: no parameter `not-checked` in `/items/{id}`");
  }

  @Test
  void owner_withRepeatedKind_isRefusedOnce() {
    assertThat(
            problems(
                "method: GET",
                "path: \"/items/{id}\"",
                "summary: S",
                "owner: {item: id, item: id}",
                "requires: read"))
        .containsExactly("12:23: key `item` stands twice in owner; first at sample.yaml:12:13");
  }

  @Test
  void operation_ofWrongName_isStillKnownToCommands() {
    assertThat(
            Samples.problems(
                Samples.HEAD
                    + """
                    operations:
                      a b: {method: GET, path: /x, summary: S, requires: read}
                    commands:
                      x: {calls: [a b]}
                    """))
        .hasSize(1);
  }

  private static Operation operation(String... lines) {
    return Samples.operation("method: GET\nsummary: S\n" + String.join("\n", lines));
  }

  private static List<String> problems(String... lines) {
    return Samples.problems(
        Samples.HEAD + "operations:\n  op:\n" + String.join("\n", lines).indent(4));
  }

  private static Catalogue methods(int count) {
    return Samples.read(Samples.HEAD + operationsOf(count));
  }

  private static String operationsOf(int methods) {
    return "operations:\n"
        + IntStream.range(0, methods)
            .mapToObj(
                i ->
                    "  "
                        + (1000 + i)
                        + ": {method: M"
                        + i
                        + ", path: /x, summary: S, requires: read}\n")
            .collect(Collectors.joining());
  }
}
