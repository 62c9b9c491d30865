package dev.warder.analysis.document;

/** A line is not what it should be; the message says why, and repeats nothing of it but names. */
public final class MalformedLine extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes one that says what is wrong. */
  public MalformedLine(String message) {
    super(message, null, false, false);
  }
}
