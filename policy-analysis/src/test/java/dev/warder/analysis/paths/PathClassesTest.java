package dev.warder.analysis.paths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.List;
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
        .containsExactly("/x [o0] []", "/u [o0] [o0]", "/v [o0] []", "/v/w [] [o1]");
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

  @Test
  void freeSegments_parametersOfAllThatAreNoAccount_areFree() throws Exception {
    PathClass found =
        classes(catalogue("GET /a/{b}/{c}/{d} account: c", "PUT /a/{b}/{c}/{e} owner: {k: e}"))
            .get(0);
    assertThat(found.freeSegments(0)).isEqualTo(0b0010);
    assertThat(found.path(Set.of(), 1)).isEqualTo("/a/x%20x/y/z");
    assertThat(found.path(Set.of(2, 3), 1)).isEqualTo("/a/x%20x/A/A");
  }

  @Test
  void freeSegments_whereNothingMatches_areNone() throws Exception {
    PathClass found =
        classes(catalogue("GET /{a} account: not-checked"), catalogue("GET /q/r")).get(0);
    assertThat(found.freeSegments(0)).isEqualTo(1);
    assertThat(found.freeSegments(1)).isZero();
  }

  @Test
  void freeSegments_literalOfAnotherList_isFreeWhereSomethingInItCanBeATriple() throws Exception {
    List<PathClass> classes =
        classes(catalogue("GET /{a} account: not-checked"), catalogue("GET /@me", "GET /me"));
    assertThat(classes).extracting(PathClass::path).containsExactly("/x", "/@me", "/me");
    assertThat(classes.get(1).freeSegments(0)).isEqualTo(1);
    assertThat(classes.get(1).freeSegments(1)).isZero();
    assertThat(classes.get(1).path(Set.of(), 0)).isEqualTo("/%40me");
    assertThat(classes.get(2).freeSegments(0)).isZero();
    PathClass second =
        classes(catalogue("GET /{a} account: not-checked"), catalogue("GET /m=n")).get(1);
    assertThat(second.path(Set.of(), 0)).isEqualTo("/m%3Dn");
  }

  @Test
  void mayBeEqual_literalsAndTexts_areComparedWithWhatIsExcluded() throws Exception {
    List<PathClass> classes =
        classes(
            catalogue("GET /{a}/{b} account: a"),
            catalogue("GET /u/{b} account: b", "GET /{a}/u account: a"));
    PathClass other = classes.get(0);
    assertThat(other.path()).isEqualTo("/x/y");
    assertThat(other.mayBeEqual(List.of(0, 1))).isTrue();
    assertThat(other.path(List.of(0, 1))).isEqualTo("/A/A");
    assertThat(other.isSame(List.of(0), 0, 1)).isFalse();
    assertThat(other.isSame(List.of(0, 1), 0, 1)).isTrue();
    assertThat(other.isSame(List.of(), 1, 1)).isTrue();
    assertThat(other.isSame(List.of(), 0, 1)).isFalse();
    PathClass first =
        classes.stream().filter(c -> c.path().equals("/u/x")).findFirst().orElseThrow();
    assertThat(first.mayBeEqual(List.of(0, 1))).isFalse();
    assertThat(first.mayBeEqual(List.of(0))).isTrue();
    assertThat(first.mayBeEqual(List.of(1))).isTrue();
    assertThat(first.path(List.of(0))).isEqualTo("/u/x");
    PathClass both =
        classes.stream().filter(c -> c.path().equals("/u/u")).findFirst().orElseThrow();
    assertThat(both.mayBeEqual(List.of(0, 1))).isTrue();
    assertThat(both.isSame(List.of(0), 0, 1)).isTrue();
    assertThat(both.isSame(List.of(), 0, 1)).isTrue();
    assertThat(classes.get(0).mayBeEqual(List.of())).isTrue();
  }

  @Test
  void mayBeEqual_literalOfATemplateThatDoesNotMatchAsAWhole_isNotExcluded() throws Exception {
    PathClass found =
        classes(catalogue("GET /{a}/u/{c} account: a", "GET /u/v/w", "GET /{d}/{a}/w account: a"))
            .stream()
            .filter(one -> one.matched(0).size() == 2)
            .findFirst()
            .orElseThrow();
    assertThat(found.matched(0)).hasToString("[o0, o2]");
    assertThat(found.path()).isEqualTo("/x/u/w");
    assertThat(found.mayBeEqual(List.of(0, 1))).isTrue();
    assertThat(found.path(List.of(0, 1))).isEqualTo("/u/u/w");
  }

  @Test
  void path_manyTextsThatAreNoLiterals_differ() throws Exception {
    assertThat(classes(catalogue("GET /{a}/{b}/{c}/{d}/y account: a")).get(0).path())
        .isEqualTo("/x/y1/z/x1/y");
  }

  @Test
  void path_accountThatIsALiteral_isAnotherText() throws Exception {
    PathClass found =
        classes(catalogue("GET /{a} account: a"), catalogue("GET /A", "GET /x", "GET /x1")).get(0);
    assertThat(found.path(List.of(0))).isEqualTo("/A1");
    assertThat(found.path()).isEqualTo("/x2");
  }
}
