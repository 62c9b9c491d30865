package dev.warder.model;

import com.google.common.base.Ascii;

/**
 * What kind of access a {@link Capability} gives, for display and review. It never takes part in a
 * decision: a capability to write does not give the one to read.
 */
public enum Access {
  /** Looks, and changes nothing. */
  READ,
  /** Creates, changes or deletes. */
  WRITE,
  /** Administers. */
  ADMIN;

  /** Returns the word for this access in a catalogue file. */
  public String word() {
    return Ascii.toLowerCase(name());
  }
}
