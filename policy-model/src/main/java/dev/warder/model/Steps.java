package dev.warder.model;

/** Counts steps, of which so many are admitted. */
final class Steps {
  final long most;
  private long taken;

  Steps(long most) {
    this.most = most;
  }

  /** Adds some, and returns whether no more were taken than are admitted. */
  boolean admit(long more) {
    taken += more;
    return taken <= most;
  }

  long taken() {
    return taken;
  }
}
