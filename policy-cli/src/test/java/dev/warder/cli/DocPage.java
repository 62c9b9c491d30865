package dev.warder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page of the documentation.
 *
 * @param file its file
 */
record DocPage(Path file) {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```([a-z]*)\n(.*?)^ *```$");
  private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src(?:set)?=\")([^)#:\"]+)[)#\"]");

  /** A command that a page shows, and what it prints. */
  record Shown(String command, String output) {}

  /** Returns the page at a place in the sources. */
  static DocPage of(String place) {
    return new DocPage(Path.of("..").resolve(place));
  }

  String text() throws IOException {
    return Files.readString(file);
  }

  /** Returns the language of each block, in order. */
  List<String> languages() throws IOException {
    return BLOCK.matcher(text()).results().map(block -> block.group(1)).toList();
  }

  /** Returns the blocks of one language, in order. */
  List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(text())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** Returns the commands of the program that the page shows. */
  List<Shown> commands() throws IOException {
    List<Shown> commands = new ArrayList<>();
    for (String block : blocks("console")) {
      for (String shown : block.split("(?m)^\\$ ", -1)) {
        if (shown.startsWith("./warder ")) {
          int end = shown.indexOf('\n');
          commands.add(new Shown(shown.substring(0, end), shown.substring(end + 1)));
        }
      }
    }
    return commands;
  }

  /** Returns the files that the page links to. */
  List<Path> linked() throws IOException {
    return LINK.matcher(text())
        .results()
        .map((MatchResult link) -> file.resolveSibling(link.group(1)))
        .toList();
  }
}
