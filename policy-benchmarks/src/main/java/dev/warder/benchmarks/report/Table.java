package dev.warder.benchmarks.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A table of Markdown: the mean and its error, over the limit of the same column, and bytes. */
final class Table {
  private final TableSpec spec;
  private final List<Measurement> measured;

  Table(TableSpec spec, List<Measurement> all) {
    this.spec = spec;
    this.measured = all.stream().filter(spec::isOf).toList();
  }

  /** Returns the table; where nothing was measured, a line that says so. */
  String render() {
    if (measured.isEmpty()) {
      return "(not measured)\n";
    }
    Set<String> columns = values(spec.columns());
    StringBuilder text = new StringBuilder("| " + spec.rows() + " |");
    columns.forEach(column -> text.append(' ').append(header(column)).append(" |"));
    text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
    for (String row : values(spec.rows())) {
      text.append("| `").append(row).append("` |");
      for (String column : columns) {
        text.append(' ').append(cell(row, column)).append(" |");
      }
      text.append('\n');
    }
    abouts().forEach(about -> text.append('\n').append(Page.wrap(about)).append('\n'));
    return text.toString();
  }

  /** Returns how what is shown was measured, each way once. */
  private Set<String> abouts() {
    Set<String> abouts = new LinkedHashSet<>();
    for (String row : values(spec.rows())) {
      for (String column : values(spec.columns())) {
        at(row, column).map(Measurement::about).ifPresent(abouts::add);
      }
    }
    return abouts;
  }

  private String header(String column) {
    return spec.columns() + " " + column + ", " + measured.get(0).unit();
  }

  private Set<String> values(String parameter) {
    Set<String> values = new LinkedHashSet<>();
    measured.forEach(m -> values.add(m.parameter(parameter)));
    return values;
  }

  private Optional<Measurement> at(String row, String column) {
    return measured.stream()
        .filter(m -> m.parameter(spec.rows()).equals(row))
        .filter(m -> m.parameter(spec.columns()).equals(column))
        .findFirst();
  }

  private String cell(String row, String column) {
    return at(row, column).map(m -> cell(m, column)).orElse("not run");
  }

  private String cell(Measurement m, String column) {
    StringBuilder cell = new StringBuilder(number(m.score()));
    if (!Double.isNaN(m.error())) {
      cell.append(" ± ").append(number(m.error()));
    }
    spec.limit()
        .flatMap(limit -> at(limit, column))
        .filter(limit -> !limit.equals(m))
        .ifPresent(
            limit -> cell.append(", ").append(number(m.score() / limit.score())).append(" ×"));
    if (!Double.isNaN(m.bytes())) {
      cell.append(String.format(Locale.ROOT, ", %,.0f B", m.bytes()));
    }
    return cell.toString();
  }

  /** Returns a number to three digits or so: the machine gives no more. */
  static String number(double number) {
    return number >= 100
        ? String.format(Locale.ROOT, "%,.0f", number)
        : String.format(Locale.ROOT, number >= 10 ? "%.1f" : "%.2f", number);
  }
}
