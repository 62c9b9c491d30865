package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each page with code in it has a test that handles its blocks. */
class TestedPagesTest {
  private static final Path ROOT = Path.of("..");

  /** The tests of other modules, by the page whose blocks they compile and run. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "docs/how-to/guard-an-api.md",
          "policy-gate/src/test/java/dev/warder/gate/token/LibraryPagesTest.java",
          "docs/how-to/guard-a-servlet-application.md",
          "policy-servlet/src/test/java/dev/warder/servlet/ServletPageTest.java",
          "docs/how-to/guard-a-spring-boot-service.md",
          "policy-spring/src/test/java/dev/warder/spring/SpringPageTest.java",
          "docs/how-to/look-owners-up.md",
          "policy-gate/src/test/java/dev/warder/gate/token/LibraryPagesTest.java",
          "docs/how-to/share-revocations.md",
          "policy-gate/src/test/java/dev/warder/gate/token/LibraryPagesTest.java",
          "docs/how-to/verify-tokens.md",
          "policy-gate/src/test/java/dev/warder/gate/token/LibraryPagesTest.java",
          "docs/how-to/run-a-token-service.md",
          "policy-authority/src/test/java/dev/warder/authority/TokenServicePageTest.java",
          "docs/reference/token-profiles.md",
          "policy-gate/src/test/java/dev/warder/gate/token/TokenProfilesPageTest.java",
          "docs/how-to/take-the-account-from-the-request.md",
          "policy-gate/src/test/java/dev/warder/gate/RequestAccountPageTest.java");

  private static Set<Path> tested() throws IOException {
    Set<String> places = new HashSet<>(ELSEWHERE.keySet());
    places.addAll(TutorialTest.PAGES);
    places.addAll(PagesTest.PAGES);
    places.addAll(IssuerPagesTest.PAGES);
    places.add(GatewayTourTest.PAGE);
    places.add(ReadmeTest.PAGE);
    Set<Path> tested = new TreeSet<>(CommandPagesTest.files());
    places.forEach(place -> tested.add(ROOT.resolve(place)));
    return tested;
  }

  /** A block without a language shows a line to type or to read, and has no test. */
  private static boolean hasCode(DocPage page) {
    return page.languages().stream().anyMatch(language -> !language.isEmpty());
  }

  @Test
  void pagesWithCode_eachHasATest() throws IOException {
    Set<Path> withCode = new TreeSet<>();
    for (Path file : DocPage.files()) {
      if (hasCode(DocPage.read(file))) {
        withCode.add(file);
      }
    }
    assertThat(withCode).isNotEmpty();
    assertThat(tested()).containsAll(withCode);
  }

  @Test
  void pagesOfTests_exist() throws IOException {
    assertThat(tested()).allMatch(Files::isRegularFile);
  }

  @Test
  void testsOfOtherModules_nameTheirPage() throws IOException {
    for (Map.Entry<String, String> entry : ELSEWHERE.entrySet()) {
      String page = Path.of(entry.getKey()).getFileName().toString();
      assertThat(Files.readString(ROOT.resolve(entry.getValue()))).contains('"' + page + '"');
    }
  }

  @Test
  void hasCode_onlyWithALanguage() {
    Path path = Path.of("page.md");
    for (String language : List.of("java", "console", "yaml", "json", "xml", "text", "diff")) {
      assertThat(hasCode(DocPage.parse(path, "1. a\n\n   ```" + language + "\n   a\n   ```\n")))
          .isTrue();
    }
    assertThat(hasCode(DocPage.parse(path, "```\na\n```\n"))).isFalse();
    assertThat(hasCode(DocPage.parse(path, "words\n"))).isFalse();
  }
}
