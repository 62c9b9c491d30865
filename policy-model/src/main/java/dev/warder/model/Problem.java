package dev.warder.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One thing that is wrong with a catalogue.
 *
 * @param place where it is
 * @param message what it is, and what would be right; control characters are escaped
 */
public record Problem(Place place, String message) implements Serializable {
  /** Checks that no part is null. */
  public Problem {
    requireNonNull(place);
    requireNonNull(message);
  }

  /** Returns the place and the message: {@code catalogue.yaml:3:5: unknown key `lable`}. */
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
