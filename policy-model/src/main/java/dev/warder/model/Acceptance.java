package dev.warder.model;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One warning of a catalogue that its owner has looked at and lives with. It decides nothing. Which
 * warnings there are is not the model's to know, so that a catalogue that accepts a newer one is
 * read all the same. Immutable; equal when all parts are equal.
 */
public final class Acceptance {
  private final String warning;
  private final String at;
  private final String reason;

  Acceptance(String warning, String at, String reason) {
    this.warning = requireNonNull(warning);
    this.at = requireNonNull(at);
    this.reason = requireNonNull(reason);
  }

  /** Returns the kind of warning, such as {@code understated-documentation}. */
  public String warning() {
    return warning;
  }

  /** Returns the subject of the warning, such as {@code ably apps update}. */
  public String at() {
    return at;
  }

  /** Returns why the warning is accepted, for people. */
  public String reason() {
    return reason;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Acceptance that
        && warning.equals(that.warning)
        && at.equals(that.at)
        && reason.equals(that.reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(warning, at, reason);
  }

  /** Returns kind, subject and reason: {@code guards-nothing rule: Next year}. */
  @Override
  public String toString() {
    return warning + " " + at + ": " + reason;
  }
}
