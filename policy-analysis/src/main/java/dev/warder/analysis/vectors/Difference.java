package dev.warder.analysis.vectors;

/**
 * A member of a vector's expectation that the answer does not meet. The texts are JSON in ASCII;
 * what is absent is {@code absent}.
 *
 * @param member the member's name
 * @param expected what the vector says
 * @param actual what was answered
 */
public record Difference(String member, String expected, String actual) {
  /** Returns {@code reason: expected "allowed", was "missing-capability"}. */
  @Override
  public String toString() {
    return member + ": expected " + expected + ", was " + actual;
  }
}
