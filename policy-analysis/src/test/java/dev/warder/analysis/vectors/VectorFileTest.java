package dev.warder.analysis.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.yaml.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vector files are read strictly, and what is wrong is told with its place. */
class VectorFileTest {
  private static final String HEAD = "{\"format\": 1, \"title\": \"t\", \"catalogue\": \"c.yaml\",";
  private static final String GRANT = "\"account\": \"A\", \"capabilities\": []";

  /** How many characters stand before a vector's members. */
  private static final int PREFIX = "{\"name\": \"n\", ".length();

  private static List<String> problems(String text) {
    try {
      VectorFile.parse("v.json", text);
      return List.of();
    } catch (InvalidDocument e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  /**
   * Returns the problems of a file whose one vector, from the second line on, has these members.
   */
  private static List<String> problemsOf(String members) {
    return problems(HEAD + " \"vectors\": [\n{\"name\": \"n\", " + members + "}]}");
  }

  @Test
  void parse_smallestFile_read() throws Exception {
    VectorFile file = VectorFile.parse("v.json", HEAD + " \"vectors\": []}");
    assertThat(file.title()).isEqualTo("t");
    assertThat(file.size()).isZero();
    assertThat(file.catalogueName()).contains("c.yaml");
    assertThat(file.carriedCatalogue()).isEmpty();
    assertThat(file.needsCatalogue()).isTrue();
    assertThat(file).hasToString("v.json");
    assertThatThrownBy(file::runBroken).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | a file of vectors has no `format`; a file of vectors has no `title`; a file of vectors has no `catalogue`; a file of vectors has no `vectors`",
        "[] | a file of vectors: a map is expected here, not a list",
        "{\"format\": 2, \"title\": \"t\", \"broken\": []} | format: 1 is expected",
        "{\"format\": \"1\", \"title\": \"t\", \"broken\": []} | format: 1 is expected",
        "{\"format\": 1, \"title\": 1, \"broken\": []} | a string is expected here, not `1`",
        "{\"format\": 1, \"title\": \"t\", \"broken\": [], \"vectors\": []} | unknown key `vectors` in a file of vectors; it has format, title, broken",
        "{\"format\": 1, \"title\": \"t\", \"broken\": [], \"titel\": 1} | unknown key `titel` in a file of vectors; nearest: `title`",
        "{\"format\": 1, \"title\": \"t\", \"broken\": {}} | a list is expected here, not a map",
        "{\"format\": 1, \"title\": \"t\", \"broken\": [{\"name\": \"a\", \"text\": \"\", \"problems\": [{\"line\": \"1\", \"column\": -1, \"message\": 1}]}]} | line: a whole number is expected; column: a whole number is expected; a string is expected here, not `1`",
        "{\"format\": 1, \"title\": \"t\", \"broken\": [{\"name\": \"a\", \"text\": \"\", \"problems\": []}, {\"name\": \"a\", \"text\": \"\", \"problems\": []}]} | two vectors are called `a`",
      })
  void parse_wrongFile_refused(String text, String messages) {
    try {
      VectorFile.parse("v.json", text);
      throw new AssertionError("read");
    } catch (InvalidDocument e) {
      assertThat(String.join("; ", e.problems().stream().map(Problem::message).toList()))
          .isEqualTo(messages);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "GRANT, \"method\": \"GET\", \"path\": \"/a\", \"expect\": {\"reason\": \"allowed\"}, ^\"x\": 1 | unknown key `x` in a vector; it has name, account, capabilities, withoutAccount, anonymous, method, path, requestAccount, operation, resourceAccount, preflight, command, when, expect",
        "\"method\": \"GET\", \"path\": \"/a\", \"expect\": {\"reason\": \"allowed\"} | a vector has no `account`; a vector has no `capabilities`",
        "\"anonymous\": true, GRANT, \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | the anonymous grant has neither `account`, `capabilities` nor `withoutAccount`",
        "\"anonymous\": true, \"withoutAccount\": true, \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | the anonymous grant has neither `account`, `capabilities` nor `withoutAccount`",
        "\"withoutAccount\": true, GRANT, \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | a grant `withoutAccount` has no `account`",
        "\"withoutAccount\": ^1, GRANT, \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | withoutAccount: true or false is expected",
        "\"withoutAccount\": true, \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | a vector has no `capabilities`",
        "GRANT, \"preflight\": \"a\", \"requestAccount\": \"B\", \"expect\": {\"reason\": \"allowed\"} | `requestAccount` goes with `path`",
        "\"anonymous\": ^\"true\", GRANT, \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | anonymous: true or false is expected",
        "\"account\": \"\", \"capabilities\": [], \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | a grant's account is not empty",
        "\"account\": \"A\", \"capabilities\": [^1], \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | a string is expected here, not `1`",
        "GRANT, \"path\": \"/a\", \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"} | a vector asks one question: `method` and `path`, `operation`, `preflight` or `command`",
        "GRANT, \"preflight\": \"a\", \"method\": \"GET\", \"expect\": {\"reason\": \"allowed\"} | `method` goes with `path`",
        "GRANT, \"path\": \"/a\", \"expect\": {\"reason\": \"allowed\"} | a vector has no `method`",
        "GRANT, \"preflight\": \"a\", \"resourceAccount\": \"B\", \"expect\": {\"reason\": \"allowed\"} | `resourceAccount` goes with `operation`",
        "GRANT, \"preflight\": \"a\", \"when\": [], \"expect\": {\"reason\": \"allowed\"} | `when` goes with `command`",
        "GRANT, \"preflight\": \"a\" | a vector has no `expect`",
        "GRANT, \"preflight\": \"a\", \"expect\": ^{} | an expectation has no `reason`",
        "GRANT, \"preflight\": \"a\", \"expect\": {\"reason\": ^\"alowed\"} | unknown reason `alowed`; nearest: `allowed`",
        "GRANT, \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\", ^\"operation\": \"a\"} | unknown key `operation` in an expectation; it has reason, missing, enough",
        "GRANT, \"operation\": \"a\", \"expect\": {\"reason\": \"allowed\", ^\"calls\": []} | unknown key `calls` in an expectation; it has reason, operation, allow, missing, enough",
        "GRANT, \"command\": \"a\", \"expect\": {\"reason\": \"allowed\", \"calls\": [{\"call\": {\"unspecified\": \"x\", ^\"y\": 1}, \"reason\": \"allowed\"}]} | unknown key `y` in a call; it has unspecified",
        "GRANT, \"command\": \"a\", \"expect\": {\"reason\": \"allowed\", \"calls\": [^{}]} | a call has no `call`; a call has no `reason`",
      })
  // A caret in the members stands where the problem is; without one it is the vector itself.
  void parse_wrongVector_refusedAtItsPlace(String members, String expected) {
    String vector = members.replace("GRANT", GRANT);
    int column = Math.max(0, vector.indexOf('^')) + 1 + (vector.indexOf('^') < 0 ? 0 : PREFIX);
    assertThat(problemsOf(vector.replace("^", "")))
        .containsExactly(
            Stream.of(expected.split("; (?!nearest|it has)"))
                .map(message -> "v.json:2:" + column + ": " + message)
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "GRANT, \"method\": \"GET\", \"path\": \"/a\", \"expect\": {\"reason\": \"method-not-allowed\", \"allow\": [\"PUT\"]}",
        "\"anonymous\": true, \"operation\": \"a\", \"expect\": {\"reason\": \"allowed\", \"operation\": \"a\"}",
        "\"anonymous\": false, GRANT, \"operation\": \"a\", \"resourceAccount\": \"\", \"expect\": {\"reason\": \"allowed\", \"missing\": [[\"a\"]], \"enough\": []}",
        "GRANT, \"command\": \"a\", \"when\": [\"b\"], \"expect\": {\"reason\": \"allowed\", \"command\": \"a\", \"calls\": [{\"call\": {\"unspecified\": \"x\"}, \"reason\": \"unmapped-operation\", \"missing\": []}], \"enough\": []}",
      })
  void parse_everyMember_read(String members) {
    assertThat(problemsOf(members.replace("GRANT", GRANT))).isEmpty();
  }

  @Test
  void parse_sameNameTwice_refusedAtTheLater() {
    String vector =
        "{\"name\": \"n\", "
            + GRANT
            + ", \"preflight\": \"a\", \"expect\": {\"reason\": \"allowed\"}}";
    assertThat(problems(HEAD + " \"vectors\": [\n" + vector + ",\n " + vector + "]}"))
        .containsExactly("v.json:3:2: two vectors are called `n`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b.yaml", "a\\\\b.yaml", "..", ".", "a\\u0000b"})
  void parse_catalogueWithAFolder_refused(String name) {
    assertThat(
            problems(
                "{\"format\": 1, \"title\": \"t\", \"catalogue\": \""
                    + name
                    + "\", \"vectors\": []}"))
        .containsExactly(
            "v.json:1:42: the catalogue is named by the name of a file, without a folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"checked\" | 1:61: owners are a map, or `checked-by-caller`, not `checked`",
        "[] | 1:61: owners: a map is expected here, not a list",
        "{\"app\": []} | 1:69: owners: a map is expected here, not a list",
        "{\"app\": {\"a\": 1}} | 1:75: a string is expected here, not `1`",
        "{\"app\": {\"a\": \"null\", \"b\": null}} | ",
        "\"checked-by-caller\" | ",
      })
  void parse_owners_areAccountsOrNull(String owners, String problem) {
    assertThat(String.join("; ", problems(HEAD + "\"owners\": " + owners + ", \"vectors\": []}")))
        .isEqualTo(problem == null ? "" : "v.json:" + problem);
  }

  @Test
  void carriedCatalogue_withProblems_toldWhereTheyStand() throws Exception {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text =
          "{\"format\": 1,~ \"title\": \"}é\\\"{\", \"catalogue\": {~  \"catalogue\": \"x\\\\}\",~  \"lable\": []},~ \"vectors\": []}"
              .replace("~", end);
      VectorFile file = VectorFile.parse("v.json", text);
      assertThatThrownBy(file::carriedCatalogue)
          .isInstanceOfSatisfying(
              InvalidCatalogue.class,
              e ->
                  assertThat(e.problems())
                      .extracting(Problem::toString)
                      .anyMatch(p -> p.startsWith("v.json:4:3: unknown key `lable`")));
    }
  }

  @Test
  void parse_catalogueOfAnotherKind_refused() {
    assertThat(problems("{\"format\": 1, \"title\": \"t\", \"catalogue\": [], \"vectors\": []}"))
        .containsExactly("v.json:1:42: catalogue: a name or a map is expected");
  }
}
