package dev.warder.model.yaml;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file, or with a catalogue made in code. Immutable; equal when all
 * parts are equal.
 */
public final class Problem implements Serializable {
  private static final long serialVersionUID = 1;

  private final Place place;
  private final String message;

  /** Makes a problem with a message at a place. */
  public Problem(Place place, String message) {
    this.place = requireNonNull(place);
    this.message = requireNonNull(message);
  }

  /** Returns where the problem is. */
  public Place place() {
    return place;
  }

  /** Returns what is wrong, and what would be right; control characters are escaped. */
  public String message() {
    return message;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Problem that
        && place.equals(that.place)
        && message.equals(that.message);
  }

  @Override
  public int hashCode() {
    return Objects.hash(place, message);
  }

  /** Returns the place and the message: {@code catalogue.yaml:3:5: unknown key `lable`}. */
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
