package dev.warder.engine.paths;

/** The templates of some operations overlap in too many ways to tell them apart. */
public final class TooManyOverlaps extends Exception {
  private static final long serialVersionUID = 1;

  TooManyOverlaps(String message) {
    super(message);
  }
}
