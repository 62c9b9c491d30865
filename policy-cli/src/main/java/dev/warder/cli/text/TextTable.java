package dev.warder.cli.text;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows in columns under a header; a column in which nothing stands is left out. In a terminal,
 * columns are made narrower until they fit, and cells continue on the next line; elsewhere every
 * row is one line.
 */
public final class TextTable {
  /**
   * One cell.
   *
   * @param text what stands in it
   * @param style how it stands out
   */
  public record Cell(String text, Style style) {
    /** Makes the text fit to be shown. */
    public Cell {
      text = Shown.whole(text);
    }
  }

  private static final int GAP = 2;
  private static final int NARROWEST = 8;

  private final List<List<Cell>> rows = new ArrayList<>();

  /** Makes a table with these headers and no row. */
  public TextTable(String... headers) {
    row(Stream.of(headers).map(header -> new Cell(header, Style.STRONG)).toArray());
  }

  /** Adds a row of cells; what is none is shown as a plain text. */
  public void row(Object... cells) {
    rows.add(
        Stream.of(cells)
            .map(cell -> cell instanceof Cell made ? made : new Cell(text(cell), Style.PLAIN))
            .collect(toCollection(ArrayList::new)));
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(TextTable::text).orElse("");
    }
    return value instanceof Collection<?> all
        ? all.stream().map(TextTable::text).collect(joining(", "))
        : value.toString();
  }

  /** Prints the table. */
  public void print(Console console) {
    leaveOutEmptyColumns();
    int[] widths = widths();
    if (console.terminal().columns() > 0) {
      narrow(widths, console.terminal().columns());
    }
    for (List<Cell> row : rows) {
      print(row, widths, console);
    }
  }

  private void leaveOutEmptyColumns() {
    for (int i = rows.get(0).size() - 1; i >= 0; i--) {
      int column = i;
      if (rows.size() > 1
          && rows.stream().skip(1).allMatch(row -> row.get(column).text().isEmpty())) {
        rows.forEach(row -> row.remove(column));
      }
    }
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<Cell> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i).text()));
      }
    }
    return widths;
  }

  /** Takes from the widest column, of several the last, until all fit or are at their narrowest. */
  private static void narrow(int[] widths, int columns) {
    int total = Arrays.stream(widths).sum() + GAP * (widths.length - 1);
    for (; total > columns; total--) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] >= widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
    }
  }

  private static void print(List<Cell> row, int[] widths, Console console) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      cells.add(Wrapped.lines(row.get(i).text(), widths[i]));
      height = Math.max(height, cells.get(i).size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder printed = new StringBuilder();
      int blanks = 0;
      for (int i = 0; i < widths.length; i++) {
        String text = line < cells.get(i).size() ? cells.get(i).get(line) : "";
        if (!text.isEmpty()) {
          printed.append(" ".repeat(blanks)).append(console.styled(row.get(i).style(), text));
          blanks = 0;
        }
        blanks += widths[i] - width(text) + GAP;
      }
      console.println(printed);
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
