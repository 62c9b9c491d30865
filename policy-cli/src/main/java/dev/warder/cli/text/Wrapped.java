package dev.warder.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines: at spaces, or after a slash or hyphen, or where nothing else will do. */
final class Wrapped {
  private Wrapped() {}

  /** Returns the lines, of at most so many characters each; one empty line for no text. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (text.codePointCount(start, text.length()) > width) {
      int most = text.offsetByCodePoints(start, width);
      int space = text.lastIndexOf(' ', most);
      int mark = Math.max(text.lastIndexOf('/', most - 1), text.lastIndexOf('-', most - 1)) + 1;
      int end = space > start ? space : mark > start + 1 ? mark : most;
      lines.add(text.substring(start, end));
      start = space > start ? end + 1 : end;
    }
    lines.add(text.substring(start));
    return lines;
  }
}
