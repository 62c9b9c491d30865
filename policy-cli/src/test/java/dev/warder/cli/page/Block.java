package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param place the page and the line, for messages
 * @param language the first word after the fence, or the empty text
 * @param name the rest of that line: the name of the file that the block is
 * @param text the lines between the fences, without the indentation of the fence
 * @param before the text of the page between the block before and this one
 */
record Block(String place, String language, String name, String text, String before) {
  private static final Pattern FILE = Pattern.compile("`([\\w/-]+\\.[a-z]+)`");
  private static final Pattern BEGIN_OF_COMMAND = Pattern.compile("(?m)^\\$ ");
  private static final Pattern END_OF_COMMAND = Pattern.compile("(?<!\\\\)\n");

  /** A command, its lines joined, and the output that the page shows. */
  record Step(String command, String output) {}

  String firstLine() {
    return text.lines().findFirst().orElse("");
  }

  /** Returns the file that the text before the block names last. */
  String file() {
    List<String> files = FILE.matcher(before).results().map(name -> name.group(1)).toList();
    assertThat(files).as("the name of a file before " + place).isNotEmpty();
    return files.get(files.size() - 1);
  }

  /** Returns the commands of a console block. */
  List<Step> steps() {
    assertThat(text).as(place).startsWith("$ ");
    List<Step> steps = new ArrayList<>();
    for (String shown : BEGIN_OF_COMMAND.split(text.substring(2), -1)) {
      String[] parts = END_OF_COMMAND.split(shown, 2);
      steps.add(new Step(parts[0].replaceAll("\\s*\\\\\n\\s*", " "), parts[1]));
    }
    return steps;
  }
}
