package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds a planted fault, and lets pass what is just within it. */
class PageRulesTest {
  private static final String GLOSSARY =
      """
      ## 1. Words

      | word | meaning |
      |---|---|
      | <a id="word-grant"></a>**grant** | what a token gives |
      | <a id="word-request-account"></a>**request account** | the account of a request |
      """;

  private static final Set<String> WORDS = new TreeSet<>(Set.of("grant", "request account"));

  @TempDir private Path folder;

  private DocPage page(String text) throws IOException {
    return DocPage.read(Files.writeString(folder.resolve("page.md"), text));
  }

  private static String words(int count) {
    return "word ".repeat(count).strip() + ".";
  }

  private static List<String> messages(List<Finding> findings) {
    return findings.stream().map(Finding::message).toList();
  }

  @Test
  void longSentences_of31Words_areFoundWithTheirLine() throws IOException {
    DocPage page = page("# Title\n\n" + words(30) + " Short.\n\n- " + words(31) + "\n");

    assertThat(PageRules.longSentences(page))
        .containsExactly(new Finding(page.path(), 5, "31 words in: " + words(31)));
  }

  @Test
  void longSentences_inTablesAndItems_areEachOnTheirOwn() throws IOException {
    String half = "word ".repeat(16).strip();
    String table = "| a | b |\n|---|---|\n| " + half + " | " + half + " |\n\n";

    assertThat(PageRules.longSentences(page(table + "- " + half + "\n- " + half + "\n"))).isEmpty();
    assertThat(PageRules.longSentences(page(table.replace(half, words(31))))).hasSize(2);
  }

  @Test
  void longSentences_countCodeAsOneWord_andPassOverBlocksOfCode() throws IOException {
    String code = "`" + "word ".repeat(40) + "`";

    assertThat(PageRules.longSentences(page("It prints " + code + ".\n"))).isEmpty();
    assertThat(PageRules.longSentences(page("```\n" + words(40) + "\n```\n"))).isEmpty();
  }

  @Test
  void longOnAverage_above20Words_isFound() throws IOException {
    assertThat(PageRules.longOnAverage(page(words(20) + " Word.\n"))).isEmpty();
    assertThat(messages(PageRules.longOnAverage(page(words(20) + "\n\n" + words(21) + "\n"))))
        .containsExactly("20.5 words in a sentence, on average");
  }

  @Test
  void wideLines_of101Columns_areFound() throws IOException {
    String hundred = "word ".repeat(20).strip() + "x";
    assertThat(hundred).hasSize(100);

    assertThat(PageRules.wideLines(page(hundred + "\n"))).isEmpty();
    assertThat(messages(PageRules.wideLines(page("- a\n- " + hundred + "\n"))))
        .containsExactly("102 columns");
  }

  @Test
  void wideLines_ofTablesCodeAndOneLongWord_pass() throws IOException {
    String wide = "word ".repeat(30).strip();
    String link = "[a](https://example.com/" + "x".repeat(100) + ")";

    assertThat(PageRules.wideLines(page("| " + wide + " |\n|---|\n| " + wide + " |\n"))).isEmpty();
    assertThat(PageRules.wideLines(page("```\n" + wide + "\n```\n"))).isEmpty();
    assertThat(PageRules.wideLines(page("- " + link + "\n"))).isEmpty();
  }

  @Test
  void longPage_of201Lines_isFound() throws IOException {
    assertThat(PageRules.longPage(page("a\n".repeat(200)))).isEmpty();
    assertThat(messages(PageRules.longPage(page("a\n".repeat(201))))).containsExactly("201 lines");
  }

  @Test
  void brokenLinks_toFilesAndAnchors_areFound() throws IOException {
    Files.writeString(folder.resolve("other.md"), "# One `two`\n\n## Same\n\n## Same\n");
    DocPage page =
        page(
            """
            [file](other.md) [title](other.md#one-two) [second](other.md#same-1)
            [no file](missing.md) [no title](other.md#one) ![no picture](missing.svg)
            [none here](#nowhere) [elsewhere](https://example.com/)

            <img src="gone.svg" alt="gone">
            """);

    assertThat(messages(PageRules.brokenLinks(page)))
        .containsExactly(
            "nothing is at missing.md",
            "nothing is at other.md#one",
            "nothing is at missing.svg",
            "nothing is at #nowhere",
            "nothing is at gone.svg");
  }

  @Test
  void unlinkedWords_atTheirFirstUse_areFound() throws IOException {
    Path semantics = Files.writeString(folder.resolve("SEMANTICS.md"), GLOSSARY);
    Glossary glossary = Glossary.read(semantics, WORDS);
    String linked = "A [grant](SEMANTICS.md#word-grant) is kept. Another grant is not.\n";

    assertThat(PageRules.unlinkedWords(page(linked), glossary)).isEmpty();
    assertThat(PageRules.unlinkedWords(page("A **grant** is what a token gives.\n"), glossary))
        .isEmpty();
    assertThat(PageRules.unlinkedWords(page("Code has a `grant`. Flagrant. Granted.\n"), glossary))
        .isEmpty();
    assertThat(messages(PageRules.unlinkedWords(page("Grants are kept.\n\n" + linked), glossary)))
        .containsExactly("'Grants' is used before a link to #word-grant");
    assertThat(
            messages(
                PageRules.unlinkedWords(page("The\nrequest\naccount [grant](x.md).\n"), glossary)))
        .containsExactly(
            "'grant' is used before a link to #word-grant",
            "'request account' is used before a link to #word-request-account");
  }

  @Test
  void glossary_withoutAWord_isRefused() throws IOException {
    Path semantics = Files.writeString(folder.resolve("SEMANTICS.md"), GLOSSARY);

    assertThatThrownBy(() -> Glossary.read(semantics, Set.of("bound")))
        .hasMessage(semantics + " does not explain 'bound'");
  }

  @Test
  void unlinkedWords_onThePageOfTheGlossary_areFoundInEachSection() throws IOException {
    Path semantics =
        Files.writeString(
            folder.resolve("SEMANTICS.md"),
            GLOSSARY + "\n## 2. One\n\nA [grant](#word-grant).\n\n## 3. Two\n\nA grant.\n");

    assertThat(PageRules.unlinkedWords(DocPage.read(semantics), Glossary.read(semantics, WORDS)))
        .containsExactly(
            new Finding(semantics, 14, "'grant' is used before a link to #word-grant"));
  }
}
