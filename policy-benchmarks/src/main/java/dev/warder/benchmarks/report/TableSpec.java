package dev.warder.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a table is to show, as its marker says: {@code ChargeLimits rows=contender columns=tokens
 * limit=clock-read threads=1}.
 *
 * @param benchmark whose results
 * @param rows the parameter that tells rows apart
 * @param columns the parameter that tells columns apart
 * @param limit the row that all of a column are divided by, if any
 * @param only the value of each other parameter that is given: results with another are left out
 */
record TableSpec(
    String benchmark,
    String rows,
    String columns,
    Optional<String> limit,
    Map<String, String> only) {
  static TableSpec parse(String text) {
    String[] words = text.strip().split(" +", -1);
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split("=", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("no NAME=VALUE: " + words[i]);
      }
      options.put(parts[0], parts[1]);
    }
    String rows = options.remove("rows");
    String columns = options.remove("columns");
    if (rows == null || columns == null) {
      throw new IllegalArgumentException("a table has rows= and columns=: " + text);
    }
    Optional<String> limit = Optional.ofNullable(options.remove("limit"));
    return new TableSpec(words[0], rows, columns, limit, Map.copyOf(options));
  }

  boolean isOf(Measurement measured) {
    return measured.benchmark().equals(benchmark)
        && only.entrySet().stream()
            .allMatch(one -> measured.parameter(one.getKey()).equals(one.getValue()));
  }
}
