package dev.warder.benchmarks;

import com.google.common.math.Quantiles;
import java.util.List;
import java.util.Locale;

/** How measured times are spread: their median, and what half of them lie between. */
record Spread(double median, double low, double high) {
  static Spread of(List<Double> values) {
    return new Spread(
        Quantiles.median().compute(values),
        Quantiles.quartiles().index(1).compute(values),
        Quantiles.quartiles().index(3).compute(values));
  }

  /** Returns the same as {@link #toString}, of milliseconds in seconds. */
  String inSeconds() {
    return String.format(
        Locale.ROOT, "%.1f (%.1f–%.1f)", median / 1_000, low / 1_000, high / 1_000);
  }

  /** Returns the median and, in brackets, the quartiles. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", median, low, high);
  }
}
