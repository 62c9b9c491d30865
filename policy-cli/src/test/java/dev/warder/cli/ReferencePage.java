package dev.warder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown.
 *
 * @param file where it stands
 * @param text all of it
 */
record ReferencePage(Path file, String text) {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^( *)```(\\w*) ?([^\n]*)\n(.*?)^\\1```$");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)]*)\\)");

  /**
   * A fenced block.
   *
   * @param language the first word after the fence
   * @param name the rest of that line: the name of the file that the block is
   * @param text what stands in it, without the spaces by which all of it is indented
   */
  record Block(String language, String name, String text) {}

  static ReferencePage read(Path file) throws IOException {
    return new ReferencePage(file, Files.readString(file));
  }

  /** Returns the page's name without what says that it is Markdown. */
  String name() {
    return file.getFileName().toString().replace(".md", "");
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String spaces = block.group(1);
      String inside = block.group(4).replaceAll("(?m)^" + spaces, "");
      blocks.add(new Block(block.group(2), block.group(3), inside));
    }
    return blocks;
  }

  /** Returns what stands before the first heading of the second level. */
  ReferencePage beginning() {
    int end = text.indexOf("\n## ");
    return new ReferencePage(file, end < 0 ? text : text.substring(0, end + 1));
  }

  /** Returns what stands below a heading of the second level; nothing where there is none. */
  ReferencePage section(String heading) {
    Matcher section =
        Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "\n(.*?)(?=^## |\\z)").matcher(text);
    return new ReferencePage(file, section.find() ? section.group(1) : "");
  }

  /** Returns the options in the first column of each table of options. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    boolean isInTable = false;
    for (String line : text.split("\n", -1)) {
      isInTable = line.startsWith("|") && (isInTable || line.startsWith("| option |"));
      if (isInTable) {
        options.addAll(optionsIn(line.substring(1, line.indexOf('|', 1))));
      }
    }
    return options;
  }

  /** Returns the texts of the links to a place, each on one line. */
  List<String> linksTo(String place) {
    return LINK.matcher(text)
        .results()
        .filter(link -> link.group(2).equals(place))
        .map(link -> link.group(1).replace('\n', ' '))
        .toList();
  }

  static List<String> optionsIn(String text) {
    return OPTION.matcher(text).results().map(option -> option.group()).toList();
  }

  static List<ReferencePage> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<ReferencePage> pages = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        pages.add(read(file));
      }
      return pages;
    }
  }
}
