package dev.warder.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** Stands here until the first benchmark; public because JMH requires it. */
public class Placeholder {
  /** Called by JMH. */
  public Placeholder() {}

  /**
   * Measures next to nothing.
   *
   * @return the result, so that the work is not removed
   */
  @Benchmark
  public int nothing() {
    return 0;
  }
}
