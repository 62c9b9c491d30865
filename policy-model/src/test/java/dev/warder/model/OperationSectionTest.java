package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
