package dev.warder.authority;

import static java.util.Objects.requireNonNull;

/** Thrown when an authority refuses a request. It has changed nothing then. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  /** What to branch on. */
  private final RefusalReason reason;

  Refused(RefusalReason reason, String message) {
    super(message);
    this.reason = requireNonNull(reason);
  }

  /** Returns what to branch on; the message says it to a person, in one line. */
  public RefusalReason reason() {
    return reason;
  }
}
