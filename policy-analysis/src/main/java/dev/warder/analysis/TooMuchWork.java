package dev.warder.analysis;

/** An exact answer would have taken more work than is allowed; there is no answer. */
public final class TooMuchWork extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes one that says what was too much, and what would be less. */
  public TooMuchWork(String message) {
    super(message);
  }
}
