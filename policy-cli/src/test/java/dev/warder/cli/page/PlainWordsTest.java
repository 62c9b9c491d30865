package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each page of the project keeps the rules of plain words. */
class PlainWordsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SEMANTICS = ROOT.resolve("spec/SEMANTICS.md");

  private static final Set<String> WORDS =
      new TreeSet<>(
          Set.of(
              "acceptance",
              "account rule",
              "actor",
              "anonymous",
              "authority",
              "bound",
              "fault",
              "fingerprint",
              "follower",
              "gate",
              "grant",
              "head",
              "mark",
              "operator",
              "outcome",
              "owner",
              "preflight",
              "request account",
              "shape",
              "triple",
              "unmapped",
              "verifier"));

  /** Made by the program, which its own tests look at; here their links alone are followed. */
  private static final Set<Path> GENERATED = Set.of(ROOT.resolve("spec/REFERENCE.md"));

  /** A list of entries, of which each is read alone; so it has no length and no first use. */
  private static final Path CHANGES = ROOT.resolve("CHANGELOG.md");

  @TestFactory
  Stream<DynamicTest> page_keepsTheRules() throws IOException {
    Glossary glossary = Glossary.read(SEMANTICS, WORDS);
    return DocPage.files().stream()
        .map(
            path ->
                dynamicTest(path.toString(), () -> assertThat(findings(path, glossary)).isEmpty()));
  }

  private static List<Finding> findings(Path path, Glossary glossary) throws IOException {
    DocPage page = DocPage.read(path);
    List<Finding> findings = new ArrayList<>(PageRules.brokenLinks(page));
    if (GENERATED.contains(path)) {
      return findings;
    }
    findings.addAll(PageRules.longSentences(page));
    findings.addAll(PageRules.longOnAverage(page));
    findings.addAll(PageRules.wideLines(page));
    if (!path.equals(CHANGES)) {
      findings.addAll(PageRules.unlinkedWords(page, glossary));
    }
    if (!path.equals(CHANGES) && !path.equals(SEMANTICS)) {
      findings.addAll(PageRules.longPage(page));
    }
    return findings;
  }

  @Test
  void pages_areFound() throws IOException {
    assertThat(DocPage.files()).contains(ROOT.resolve("README.md"), SEMANTICS);
  }
}
