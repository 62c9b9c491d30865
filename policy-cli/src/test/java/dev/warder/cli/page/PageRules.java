package dev.warder.cli.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each page keeps to. A method is a rule, and returns where the page breaks it. */
final class PageRules {
  static final int WIDEST_LINE = 100;
  static final int LONGEST_PAGE = 200;

  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  private PageRules() {}

  static List<Finding> longSentences(DocPage page) {
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : page.passages()) {
      for (String sentence : passage.sentences()) {
        int words = Sentences.words(sentence);
        if (words > Sentences.LONGEST) {
          findings.add(new Finding(page.path(), passage.line(), words + " words in: " + sentence));
        }
      }
    }
    return findings;
  }

  static List<Finding> longOnAverage(DocPage page) {
    double words =
        Sentences.average(
            page.passages().stream().flatMap(passage -> passage.sentences().stream()).toList());
    return words <= Sentences.AVERAGE
        ? List.of()
        : List.of(new Finding(page.path(), 1, words + " words in a sentence, on average"));
  }

  /** A line that could be broken: one with a blank before its end. */
  static List<Finding> wideLines(DocPage page) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < page.lines().size(); i++) {
      String line = page.lines().get(i);
      if (page.isProse(i + 1)
          && line.length() > WIDEST_LINE
          && line.strip().indexOf(' ') >= 0
          && line.lastIndexOf(' ', WIDEST_LINE) > indent(line)) {
        findings.add(new Finding(page.path(), i + 1, line.length() + " columns"));
      }
    }
    return findings;
  }

  private static int indent(String line) {
    Matcher begin = Pattern.compile("\\s*(?:[-*>] |\\d+[.] )?").matcher(line);
    return begin.lookingAt() ? begin.end() : 0;
  }

  static List<Finding> longPage(DocPage page) {
    int lines = page.lines().size();
    return lines <= LONGEST_PAGE
        ? List.of()
        : List.of(new Finding(page.path(), 1, lines + " lines"));
  }

  /** Links to files and anchors of this project. Where others' addresses lead is not looked at. */
  static List<Finding> brokenLinks(DocPage page) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (DocPage.Reference reference : page.references()) {
      String destination = reference.destination();
      if (!ELSEWHERE.matcher(destination).matches() && !leadsSomewhere(page, destination)) {
        findings.add(new Finding(page.path(), reference.line(), "nothing is at " + destination));
      }
    }
    return findings;
  }

  private static boolean leadsSomewhere(DocPage page, String destination) throws IOException {
    int hash = destination.indexOf('#');
    if (hash == 0) {
      return page.anchors().contains(destination.substring(1));
    }
    String file = hash < 0 ? destination : destination.substring(0, hash);
    Path target = page.path().resolveSibling(file);
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0
        || !target.toString().endsWith(".md")
        || DocPage.read(target).anchors().contains(destination.substring(hash + 1));
  }

  /**
   * Words of the glossary whose first use is neither a link to it nor in bold. A page has one first
   * use; the page of the glossary has one in each section, save in the glossary itself.
   */
  static List<Finding> unlinkedWords(DocPage page, Glossary glossary) {
    List<Finding> findings = new ArrayList<>();
    if (!glossary.isOn(page)) {
      findings.addAll(unlinked(page, page.passages(), glossary));
      return findings;
    }
    for (DocPage.Section section : page.sections()) {
      if (!glossary.isDefinedIn(section)) {
        findings.addAll(unlinked(page, section.passages(), glossary));
      }
    }
    return findings;
  }

  private static List<Finding> unlinked(DocPage page, List<Passage> passages, Glossary glossary) {
    List<Finding> findings = new ArrayList<>();
    glossary
        .words()
        .forEach(
            (anchor, uses) -> {
              for (Passage passage : passages) {
                Matcher use = uses.matcher(passage.text());
                if (use.find()) {
                  Passage.Piece piece = passage.at(use.start());
                  boolean linked = glossary.isLink(piece.link(), anchor);
                  if (!linked && !piece.bold()) {
                    findings.add(
                        new Finding(
                            page.path(),
                            passage.line(),
                            "'" + use.group() + "' is used before a link to #" + anchor));
                  }
                  return;
                }
              }
            });
    return findings;
  }
}
