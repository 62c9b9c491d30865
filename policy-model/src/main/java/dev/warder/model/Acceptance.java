package dev.warder.model;

import static java.util.Objects.requireNonNull;

/**
 * One warning of a catalogue that its owner has looked at and lives with. It decides nothing. Which
 * warnings there are is not the model's to know, so that a catalogue that accepts a newer one is
 * read all the same.
 *
 * @param warning the kind of warning, such as {@code understated-documentation}
 * @param at the subject of the warning, such as {@code ably apps update}
 * @param reason why it is accepted, for people
 */
public record Acceptance(String warning, String at, String reason) {
  /** Checks that no part is null. */
  public Acceptance {
    requireNonNull(warning);
    requireNonNull(at);
    requireNonNull(reason);
  }
}
