package dev.warder.cli.text;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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

  /** Beside a first column that is kept: narrower ones are easier to read below it. */
  private static final int NARROWEST_BESIDE = 16;

  private static final String INDENTATION = "  ";

  private final List<List<Cell>> rows = new ArrayList<>();

  /** The header of the column that is not made narrower, or an empty text for none. */
  private String whole = "";

  /** Makes a table with these headers and no row. */
  public TextTable(String... headers) {
    row(Stream.of(headers).map(header -> new Cell(header, Style.STRONG)).toArray());
  }

  /**
   * Keeps the cells of one column on one line each, so that they can be selected. Where the first
   * column is kept and the others do not fit beside it, they follow on lines of their own.
   */
  @CanIgnoreReturnValue
  public TextTable keepWhole(String header) {
    whole = header;
    return this;
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
    int columns = console.terminal().columns();
    int kept = rows.get(0).stream().map(Cell::text).toList().indexOf(whole);
    if (columns > 0) {
      narrow(widths, kept, columns);
    }
    if (columns > 0 && total(widths) > columns && kept == 0 && widths.length > 1) {
      printBelowFirst(console);
      return;
    }
    for (List<Cell> row : rows) {
      print(row, widths, "", console);
    }
  }

  /** Prints the first cell of each row on a line of its own, and the others below it. */
  private void printBelowFirst(Console console) {
    int[] all = widths();
    int[] widths = Arrays.copyOfRange(all, 1, all.length);
    narrow(widths, -1, console.terminal().columns() - INDENTATION.length());
    for (List<Cell> row : rows) {
      Cell first = row.get(0);
      console.println(console.styled(first.style(), first.text()));
      print(row.subList(1, row.size()), widths, INDENTATION, console);
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

  /**
   * Takes from the widest column but the one kept, which is -1 for none, of several the last, until
   * all fit or are at their narrowest.
   */
  private static void narrow(int[] widths, int kept, int columns) {
    int narrowest = kept == 0 ? NARROWEST_BESIDE : NARROWEST;
    for (int total = total(widths); total > columns; total--) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (i != kept && (widest < 0 || widths[i] >= widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0 || widths[widest] <= narrowest) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int total(int[] widths) {
    return Arrays.stream(widths).sum() + GAP * (widths.length - 1);
  }

  private static void print(List<Cell> row, int[] widths, String indentation, Console console) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      cells.add(Wrapped.lines(row.get(i).text(), widths[i]));
      height = Math.max(height, cells.get(i).size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder printed = new StringBuilder(indentation);
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
