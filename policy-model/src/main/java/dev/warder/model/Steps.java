package dev.warder.model;

/**
 * Counts the steps of some work, of which so many are admitted. For the other modules of this
 * project. Not for use by several threads.
 */
public final class Steps {
  private final long most;
  private long taken;

  /** Makes one that has counted nothing, and admits so many steps. */
  public Steps(long most) {
    this.most = most;
  }

  /** Adds some steps, and returns whether no more were taken than are admitted. */
  public boolean admit(long more) {
    taken += more;
    return taken <= most;
  }

  /** Returns how many steps are admitted. */
  public long most() {
    return most;
  }

  /** Returns how many steps were taken. */
  public long taken() {
    return taken;
  }
}
