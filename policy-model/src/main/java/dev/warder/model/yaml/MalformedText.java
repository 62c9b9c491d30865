package dev.warder.model.yaml;

/** A text does not keep the syntax of its format, so nothing after this place was read. */
public final class MalformedText extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /** Makes one with the problem. */
  public MalformedText(Place place, String message) {
    super(message, null, false, false);
    this.problem = new Problem(place, message);
  }

  /** Returns what is wrong, and where. */
  public Problem problem() {
    return problem;
  }
}
