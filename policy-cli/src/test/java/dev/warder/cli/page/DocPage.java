package dev.warder.cli.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A Markdown page of the project, parsed as its readers see it. Immutable. */
final class DocPage {
  private static final Path ROOT = Path.of("..");

  private final Path path;
  private final List<String> lines;
  private final PageReader content;

  /**
   * What stands between two headings of the second level, or before the first.
   *
   * @param start the line of the heading, counted from 1, or 0 before the first heading
   */
  record Section(String title, int start, List<Passage> passages) {}

  /** A link or a picture: the line of its block, where it leads, and the text that shows it. */
  record Reference(int line, String destination, String text) {}

  private DocPage(Path path, String text) {
    this.path = path;
    this.lines = text.lines().toList();
    this.content = PageReader.read(path, text);
  }

  static DocPage read(Path path) throws IOException {
    return new DocPage(path, Files.readString(path));
  }

  /** Reads the page at a place in the sources, such as {@code docs/README.md}. */
  static DocPage of(String place) throws IOException {
    return read(ROOT.resolve(place));
  }

  /** Returns the page that has a text. Fails where a fence is not closed. */
  static DocPage parse(Path path, String text) {
    return new DocPage(path, text);
  }

  /** Returns the files of all pages of the project that were not made by its build. */
  static List<Path> files() throws IOException {
    return files(ROOT);
  }

  /** Returns the files of the pages in a folder, and in the folders of this one. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }

  Path path() {
    return path;
  }

  /** Returns the name of the file without its ending. */
  String name() {
    return path.getFileName().toString().replace(".md", "");
  }

  List<String> lines() {
    return lines;
  }

  List<Section> sections() {
    return content.sections();
  }

  List<Reference> references() {
    return content.references();
  }

  /** Returns the fenced blocks in order. */
  List<Block> blocks() {
    return content.blocks();
  }

  /** Returns the texts of the blocks of one language, in order. */
  List<String> blocks(String language) {
    return blocks().stream()
        .filter(block -> block.language().equals(language))
        .map(Block::text)
        .toList();
  }

  /** Returns the language of each block, in order; the empty text for a block without one. */
  List<String> languages() {
    return blocks().stream().map(Block::language).toList();
  }

  /** Returns the passages of all sections. */
  List<Passage> passages() {
    return sections().stream().flatMap(section -> section.passages().stream()).toList();
  }

  /** Returns the names that a link to this page may have behind {@code #}. */
  Set<String> anchors() {
    return content.anchors();
  }

  /** Tells whether a line, counted from 1, belongs to a paragraph or a list item. */
  boolean isProse(int line) {
    return content.proseLines().contains(line);
  }

  /** Returns the texts of the links to a destination. */
  List<String> linksTo(String destination) {
    return references().stream()
        .filter(reference -> reference.destination().equals(destination))
        .map(Reference::text)
        .toList();
  }

  /** Returns the part of the page that stands before the first heading of the second level. */
  DocPage beginning() {
    return part(0);
  }

  /** Returns the part below a heading of the second level; an empty page where there is none. */
  DocPage section(String title) {
    for (int i = 1; i < sections().size(); i++) {
      if (sections().get(i).title().equals(title)) {
        return part(i);
      }
    }
    return parse(path, "");
  }

  private DocPage part(int index) {
    boolean isLast = index + 1 == sections().size();
    int end = isLast ? lines.size() : sections().get(index + 1).start() - 1;
    List<String> part = lines.subList(sections().get(index).start(), end);
    return parse(path, String.join("\n", part) + "\n");
  }
}
