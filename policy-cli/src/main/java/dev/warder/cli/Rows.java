package dev.warder.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines with a name before each, the values one under another. */
final class Rows {
  private record Row(String name, List<String> lines) {}

  private static final int NARROWEST = 20;

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

  /** Prints the rows; in a terminal, lines that are too long go on below their beginning. */
  void print(Console console) {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int columns = console.terminal().columns();
    int rest = columns == 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, columns - width - 3);
    for (Row row : rows) {
      String name = row.name();
      for (String line : row.lines()) {
        for (String part : Wrapped.lines(line, rest)) {
          console.out().println("  " + name + " ".repeat(width - name.length() + 1) + part);
          name = "";
        }
      }
    }
  }
}
