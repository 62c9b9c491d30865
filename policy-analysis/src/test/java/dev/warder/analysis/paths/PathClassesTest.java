package dev.warder.analysis.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The classes of paths, in the order of a walk. */
class PathClassesTest {
  private static final String HEAD =
      """
      catalogue: c
      format: 1
      version: "1"
      title: C
      categories: {}
      capabilities: {}
      operations:
      """;

  private static Catalogue catalogue(String... operations) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < operations.length; i++) {
      String[] parts = operations[i].split(" ", 3);
      text.append(
          "  o" + i + ": {method: " + parts[0] + ", path: \"" + parts[1] + "\", summary: S");
      text.append(parts.length > 2 ? ", " + parts[2] : "").append(", requires: any token}\n");
    }
    try {
      return CatalogueReader.parse("c.yaml", text.toString());
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  private static List<PathClass> classes(Catalogue... catalogues) throws Exception {
    List<List<Operation>> lists = new ArrayList<>();
    List.of(catalogues).forEach(catalogue -> lists.add(catalogue.operations()));
    List<PathClass> classes = new ArrayList<>();
    PathClasses.walk(lists, classes::add);
    return classes;
  }

  @Test
  void walk_literalsAndParameters_takesTheTextThatIsNoLiteralFirst() throws Exception {
    List<PathClass> classes =
        classes(
            catalogue(
                "GET /x/me",
                "GET /x/{a} account: not-checked",
                "PUT /x/{b} account: not-checked",
                "GET /{a}/x account: a",
                "GET /x"));
    assertThat(classes)
        .extracting(found -> found.path() + " " + found.matched(0) + " " + found.asked(0, "GET"))
        .containsExactly(
            "/x1/x [o3] [o3]",
            "/x [o4] [o4]",
            "/x/x1 [o1, o2] [o1]",
            "/x/me [o0, o1, o2] [o0]",
            "/x/x [o1, o2, o3] [o1, o3]");
  }

  @Test
  void walk_twoLists_tellsApartByTheLiteralsOfBoth() throws Exception {
    assertThat(classes(catalogue("GET /{a} account: a"), catalogue("GET /u", "GET /v/w")))
        .extracting(found -> found.path() + " " + found.matched(0) + " " + found.matched(1))
        .containsExactly("/x [o0] []", "/u [o0] [o0]", "/x [o0] []", "/v/w [] [o1]");
  }

  @Test
  void walk_whatComesAfterTheSamePlaces_isSeenOnce() throws Exception {
    assertThat(
            classes(
                catalogue("GET /{a}/{b}/c account: a", "GET /{a}/d account: a"),
                catalogue("PUT /u")))
        .extracting(PathClass::path)
        .containsExactly("/x/y/c", "/x/d", "/u");
  }

  private static PathClass.Wanted accounts(Part... parts) {
    Set<Part> accounts = new LinkedHashSet<>(List.of(parts));
    return new PathClass.Wanted(accounts, accounts);
  }

  private static Part part(int segment) {
    return new Part(segment, "", "");
  }

  private static Optional<String> unmatched(PathClass found, int matching, int other)
      throws Exception {
    return found
        .unmatched(matching, other, PathClass.Wanted.NOTHING)
        .map(PathClass.Unmatched::path);
  }

  @Test
  void unmatched_aParameterOfOneListIsAnAccountOfTheOther_isATripleThere() throws Exception {
    PathClass found =
        classes(
                catalogue("GET /a/{b}/{c} account: c"),
                catalogue("GET /a/{b}/{c} owner: {k: b}", "PUT /a/{b}/{e} owner: {k: b}"))
            .get(0);
    assertThat(unmatched(found, 0, 1)).hasValue("/a/x%20x/y");
    assertThat(unmatched(found, 1, 0)).hasValue("/a/x/y%20y");
    assertThat(found.unmatched(0, 1, accounts(part(2))).orElseThrow().path())
        .isEqualTo("/a/x%20x/A");
  }

  @Test
  void unmatched_sameTemplates_isNone() throws Exception {
    PathClass found =
        classes(catalogue("GET /{a}/b: account: a"), catalogue("PUT /{c}/b: account: c")).get(0);
    assertThat(unmatched(found, 0, 1)).isEmpty();
    assertThat(unmatched(found, 1, 0)).isEmpty();
  }

  @Test
  void unmatched_literalOfAnotherList_isATripleInItWhereOneMayStand() throws Exception {
    List<PathClass> classes =
        classes(catalogue("GET /{a} account: not-checked"), catalogue("GET /@me", "GET /me"));
    assertThat(classes).extracting(PathClass::path).containsExactly("/x", "/@me", "/me");
    assertThat(unmatched(classes.get(0), 0, 1)).isEmpty();
    assertThat(unmatched(classes.get(1), 0, 1)).hasValue("/%40me");
    assertThat(unmatched(classes.get(1), 1, 0)).isEmpty();
    assertThat(unmatched(classes.get(2), 0, 1)).isEmpty();
  }

  @Test
  void unmatched_textOfAnotherList_isDotsOrATripleThatHidesOrMakesIt() throws Exception {
    List<PathClass> classes =
        classes(
            catalogue("GET /{a} account: not-checked"),
            catalogue("GET /{a} account: not-checked", "GET /{a}:b account: not-checked"));
    assertThat(classes).extracting(PathClass::path).containsExactly("/x", "/x:b");
    assertThat(unmatched(classes.get(0), 0, 1)).isEmpty();
    assertThat(unmatched(classes.get(1), 0, 1)).hasValue("/.:b");
    PathClass hexadecimal =
        classes(
                catalogue("GET /{a} account: not-checked"),
                catalogue("GET /{a} account: not-checked", "GET /{a}A account: not-checked"))
            .get(0);
    assertThat(hexadecimal.path()).isEqualTo("/x");
    assertThat(unmatched(hexadecimal, 0, 1)).hasValue("/x%C3%AA");
  }

  @Test
  void path_literalsAndTexts_areComparedWithWhatIsExcluded() throws Exception {
    List<PathClass> classes =
        classes(
            catalogue("GET /{a}/{b} account: a"),
            catalogue("GET /u/{b} account: b", "GET /{a}/u account: a"));
    PathClass other = classes.get(0);
    PathClass.Wanted both = accounts(part(0), part(1));
    assertThat(other.path()).isEqualTo("/x/y");
    assertThat(other.path(both)).hasValue("/A/A");
    assertThat(other.isSame(accounts(part(0)), part(0), part(1))).isFalse();
    assertThat(other.isSame(both, part(0), part(1))).isTrue();
    assertThat(other.isSame(accounts(), part(1), part(1))).isTrue();
    assertThat(other.isSame(accounts(), part(0), part(1))).isFalse();
    PathClass first =
        classes.stream().filter(c -> c.path().equals("/u/x")).findFirst().orElseThrow();
    assertThat(first.path(both)).isEmpty();
    assertThat(first.path(accounts(part(0)))).hasValue("/u/x");
    assertThat(first.path(accounts(part(1)))).hasValue("/u/A");
    PathClass third =
        classes.stream().filter(c -> c.path().equals("/u/u")).findFirst().orElseThrow();
    assertThat(third.path(both)).hasValue("/u/u");
    assertThat(third.isSame(accounts(part(0)), part(0), part(1))).isTrue();
    assertThat(third.isSame(accounts(), part(0), part(1))).isTrue();
  }

  @Test
  void path_literalOfATemplateThatDoesNotMatchAsAWhole_isNotExcluded() throws Exception {
    PathClass found =
        classes(catalogue("GET /{a}/u/{c} account: a", "GET /u/v/w", "GET /{d}/{a}/w account: a"))
            .stream()
            .filter(one -> one.matched(0).size() == 2)
            .findFirst()
            .orElseThrow();
    assertThat(found.matched(0)).hasToString("[o0, o2]");
    assertThat(found.path()).isEqualTo("/x/u/w");
    assertThat(found.path(accounts(part(0), part(1)))).hasValue("/u/u/w");
  }

  @Test
  void walk_textsThatOverlapOnOnePath_isItsClass() throws Exception {
    assertThat(
            classes(
                catalogue(
                    "GET /a{p} account: p",
                    "GET /{p}b account: not-checked",
                    "GET /a{p}b account: not-checked")))
        .extracting(found -> found.path() + " " + found.matched(0) + " " + found.asked(0, "GET"))
        .containsExactlyInAnyOrder(
            "/ax [o0] [o0]", "/xb [o1] [o1]", "/axb [o0, o1, o2] [o2]", "/ab [o0, o1] [o0, o1]");
  }

  private static Part account(PathClass found, int number) {
    Operation operation = found.matched(0).get(number);
    return found.part(operation, operation.accountRule().checks().get(0));
  }

  @Test
  void path_accountBesideText_isUnreservedAndWithoutTheText() throws Exception {
    PathClass found =
        classes(catalogue("GET /{a}:copy/{b} account: a", "GET /{c}/{d}.json account: d")).stream()
            .filter(one -> one.matched(0).size() == 2)
            .findFirst()
            .orElseThrow();
    Part first = account(found, 0);
    Part second = account(found, 1);
    assertThat(first).isEqualTo(new Part(0, "", ":copy"));
    assertThat(found.path(accounts(first, second))).hasValue("/A:copy/A.json");
    assertThat(found.path(accounts(first, part(0)))).isEmpty();
    PathClass reserved =
        classes(catalogue("GET /{a}:copy account: a", "GET /:{b} account: not-checked")).stream()
            .filter(one -> one.matched(0).size() == 2)
            .findFirst()
            .orElseThrow();
    assertThat(reserved.path(accounts(account(reserved, 0)))).isEmpty();
  }

  @Test
  void walk_spans_goesAsFarAsLengthsDiffer() throws Exception {
    assertThat(
            classes(
                catalogue(
                    "GET /a/{p...} account: not-checked", "GET /{p...}/{b} account: b", "GET /")))
        .extracting(found -> found.path() + " " + found.matched(0))
        .containsExactly("/x/y [o1]", "/x/y/z [o1]", "/a/x [o0, o1]", "/a/x/y [o0, o1]", "/ [o2]");
  }

  @Test
  void walk_parameterThatStandsForDotsOfALiteral_isNoClassOfItsList() throws Exception {
    assertThat(classes(catalogue("GET /a.b"), catalogue("GET /a{p}b account: not-checked")))
        .extracting(found -> found.path() + " " + found.matched(0) + " " + found.matched(1))
        .containsExactlyInAnyOrder("/axb [] [o0]", "/a.b [o0] []");
  }

  @Test
  void path_manyTextsThatAreNoLiterals_differ() throws Exception {
    assertThat(classes(catalogue("GET /{a}/{b}/{c}/{d}/y account: a")).get(0).path())
        .isEqualTo("/x/y1/z/x1/y");
  }

  private static List<String> pathsOfFirst(List<String> templates) throws Exception {
    String[] operations =
        templates.stream()
            .map(t -> "GET " + t + (t.contains("{") ? " account: not-checked" : ""))
            .toArray(String[]::new);
    return classes(catalogue(operations)).stream()
        .filter(found -> found.asked(0, "GET").toString().equals("[o0]"))
        .map(PathClass::path)
        .toList();
  }

  @Test
  void path_manyLiteralsThatLookLikeTextsThatAreNone_isAnotherText() throws Exception {
    List<String> templates = new ArrayList<>(List.of("/{a}", "/x"));
    for (int i = 1; i <= 10_000; i++) {
      templates.add("/x" + i);
    }
    assertThat(pathsOfFirst(templates)).containsExactly("/x10001");
  }

  @Test
  void path_textsBehindParametersBeginWithEveryDigit_endsInALetter() throws Exception {
    List<String> templates = new ArrayList<>(List.of("/{a}", "/x"));
    for (int digit = 0; digit < 10; digit++) {
      templates.add("/{a}" + digit);
    }
    assertThat(pathsOfFirst(templates)).containsExactly("/x1x");
  }

  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_~-";

  @Test
  void path_textsBesideParametersHaveEveryLetter_isAPairThatNoneHas() throws Exception {
    assertThat(pathsOfFirst(List.of("/{a}", "/" + LETTERS + "{a}", "/x{a}", "/{a}y", "/yx")))
        .containsExactly("/yx1");
  }

  @Test
  void walk_textsBesideParametersLeaveNoPair_isRefused() {
    List<String> templates = new ArrayList<>(List.of("/{a}"));
    LETTERS.chars().forEach(c -> templates.add("/" + (char) c + "{a}"));
    assertThatThrownBy(() -> pathsOfFirst(templates))
        .isInstanceOf(TooMuchWork.class)
        .hasMessageStartingWith("to tell templates apart takes a text that none of them has");
  }

  @Test
  void path_accountThatIsALiteral_isAnotherText() throws Exception {
    PathClass found =
        classes(catalogue("GET /{a} account: a"), catalogue("GET /A", "GET /x", "GET /x1")).get(0);
    assertThat(found.path(accounts(part(0)))).hasValue("/A1");
    assertThat(found.path()).isEqualTo("/x2");
  }
}
