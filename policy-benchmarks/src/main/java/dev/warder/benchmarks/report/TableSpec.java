package dev.warder.benchmarks.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a table is to show, as its marker says: {@code ComparePathDecisions rows=contender
 * columns=operations limit=hash-pass}.
 *
 * @param benchmark whose results
 * @param rows the parameter that tells rows apart
 * @param columns the parameter that tells columns apart
 * @param limit the row that all of a column are divided by, if any
 */
record TableSpec(String benchmark, String rows, String columns, Optional<String> limit) {
  static TableSpec parse(String text) {
    String[] words = text.strip().split(" +", -1);
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split("=", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("no NAME=VALUE: " + words[i]);
      }
      options.put(parts[0], parts[1]);
    }
    if (!options.containsKey("rows") || !options.containsKey("columns")) {
      throw new IllegalArgumentException("a table has rows= and columns=: " + text);
    }
    return new TableSpec(
        words[0],
        options.get("rows"),
        options.get("columns"),
        Optional.ofNullable(options.get("limit")));
  }
}
