package dev.warder.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One result of JMH's.
 *
 * @param benchmark the simple name of its class
 * @param parameters by name; {@code method} and {@code threads} are among them
 * @param score the mean, in the unit
 * @param error half of the 99.9 % confidence interval, or NaN where there is none
 * @param unit such as {@code ns/op}
 * @param bytes allocated by an operation, or NaN where that was not measured
 * @param about how and where it was measured
 */
record Measurement(
    String benchmark,
    Map<String, String> parameters,
    double score,
    double error,
    String unit,
    double bytes,
    String about) {

  static Measurement of(JsonNode node, String about) {
    String[] names = node.required("benchmark").asText().split("\\.", -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("method", names[names.length - 1]);
    parameters.put("threads", node.required("threads").asText());
    node.path("params")
        .properties()
        .forEach(parameter -> parameters.put(parameter.getKey(), parameter.getValue().asText()));
    JsonNode metric = node.required("primaryMetric");
    return new Measurement(
        names[names.length - 2],
        parameters,
        metric.required("score").asDouble(),
        number(metric.required("scoreError")),
        metric.required("scoreUnit").asText(),
        number(node.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score")),
        about);
  }

  /** JMH writes what is no number as text. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  String parameter(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(benchmark + " has no parameter " + name);
    }
    return value;
  }
}
