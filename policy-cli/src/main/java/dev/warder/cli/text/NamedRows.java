package dev.warder.cli.text;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Lines with a name before each, the values one under another. */
public final class NamedRows {
  private record Named(String name, List<String> lines) {}

  private static final int NARROWEST = 20;

  private final List<Named> rows = new ArrayList<>();

  /**
   * Adds a line, or of a collection a line for each element; no row for an empty collection or
   * optional. Returns these rows.
   */
  @CanIgnoreReturnValue
  public NamedRows add(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> add(name, present));
      return this;
    }
    Collection<?> lines = value instanceof Collection<?> all ? all : List.of(value);
    if (!lines.isEmpty()) {
      rows.add(
          new Named(name + ":", lines.stream().map(line -> Shown.whole(line.toString())).toList()));
    }
    return this;
  }

  /** Prints the rows; in a terminal, lines that are too long go on below their beginning. */
  public void print(Console console) {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int columns = console.terminal().columns();
    int rest = columns == 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, columns - width - 3);
    for (Named row : rows) {
      String name = row.name();
      for (String line : row.lines()) {
        for (String part : Wrapped.lines(line, rest)) {
          console.println("  " + name + " ".repeat(width - name.length() + 1) + part);
          name = "";
        }
      }
    }
  }
}
