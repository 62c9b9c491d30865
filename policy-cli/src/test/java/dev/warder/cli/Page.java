package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation: its fenced blocks, in order. */
record Page(List<Block> blocks) {
  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\S*)\n(.*?)^```$");

  /**
   * A fenced block.
   *
   * @param place the page and the line, for messages
   * @param before the text between the block before and this one
   */
  record Block(String place, String language, String text, String before) {
    private static final Pattern FILE = Pattern.compile("`([\\w/-]+\\.[a-z]+)`");

    /** Returns the file that the text before the block names last. */
    String file() {
      List<String> files = FILE.matcher(before).results().map(name -> name.group(1)).toList();
      assertThat(files).as("the name of a file before " + place).isNotEmpty();
      return files.get(files.size() - 1);
    }

    /** Returns the commands of a console block. */
    List<Step> steps() {
      assertThat(text).as(place).startsWith("$ ");
      return Pattern.compile("(?m)^\\$ ")
          .splitAsStream(text)
          .filter(shown -> !shown.isEmpty())
          .map(Step::of)
          .toList();
    }
  }

  /** A command, its lines joined, and the output that the page shows. */
  record Step(String command, String output) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private static Step of(String shown) {
      String joined = shown.replaceAll("\\\\\n +", "");
      int end = joined.indexOf('\n');
      return new Step(joined.substring(0, end), joined.substring(end + 1));
    }

    /** Returns the words of the command, without the quotation marks around them. */
    List<String> words() {
      return WORD.matcher(command).results().map(Step::word).toList();
    }

    private static String word(MatchResult word) {
      String quoted = word.group(1) == null ? word.group(2) : word.group(1);
      return quoted == null ? word.group(3) : quoted;
    }
  }

  /** Reads a page of the tutorial. */
  static Page ofTutorial(String name) throws Exception {
    return parse(name, Files.readString(Path.of("..", "docs", "tutorial", name)));
  }

  /** Returns the page with a text. */
  static Page parse(String name, String page) {
    List<Block> blocks = new ArrayList<>();
    int end = 0;
    Matcher fenced = FENCED.matcher(page);
    while (fenced.find()) {
      String before = page.substring(end, fenced.start());
      assertThat(before).as("a fence that is not closed in " + name).doesNotContain("```");
      long line = page.substring(0, fenced.start()).lines().count() + 1;
      blocks.add(new Block(name + ":" + line, fenced.group(1), fenced.group(2), before));
      end = fenced.end();
    }
    assertThat(page.substring(end)).as("the end of " + name).doesNotContain("```");
    return new Page(blocks);
  }
}
