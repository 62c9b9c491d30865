package dev.warder.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines with a name before each, the values one under another. */
final class Rows {
  private record Row(String name, List<String> lines) {}

  private final List<Row> rows = new ArrayList<>();

  void add(String name, String line) {
    add(name, List.of(line));
  }

  /** Adds lines of which the first has the name; nothing when there are none. */
  void add(String name, List<String> lines) {
    if (!lines.isEmpty()) {
      rows.add(new Row(name + ":", lines));
    }
  }

  void print(PrintWriter out) {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    for (Row row : rows) {
      String name = row.name();
      for (String line : row.lines()) {
        out.print("  ");
        out.print(name);
        out.print(" ".repeat(width - name.length() + 1));
        out.println(line);
        name = "";
      }
    }
  }
}
