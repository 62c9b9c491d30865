package dev.warder.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a token may live: a number of days, or for ever. Immutable. */
public final class Lifetime {
  /** A token that never expires. */
  public static final Lifetime NEVER = new Lifetime(0);

  private final int days;

  private Lifetime(int days) {
    this.days = days;
  }

  static Lifetime ofDays(int days) {
    return new Lifetime(days);
  }

  /** Returns how long, or nothing for a token that never expires. */
  public Optional<Duration> duration() {
    return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lifetime that && days == that.days;
  }

  @Override
  public int hashCode() {
    return days;
  }

  /** Returns the lifetime as in a catalogue file: {@code 30d} or {@code never}. */
  @Override
  public String toString() {
    return days == 0 ? "never" : days + "d";
  }
}
