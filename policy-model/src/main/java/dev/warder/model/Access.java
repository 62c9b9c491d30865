package dev.warder.model;

/**
 * What kind of access a {@link Capability} gives, for display and review. It never takes part in a
 * decision: a capability to write does not give the one to read.
 */
public enum Access {
  /** Looks, and changes nothing. */
  READ("read"),
  /** Creates, changes or deletes. */
  WRITE("write"),
  /** Administers. */
  ADMIN("admin");

  private final String word;

  Access(String word) {
    this.word = word;
  }

  /** Returns the word for this access in a catalogue file. */
  public String word() {
    return word;
  }
}
