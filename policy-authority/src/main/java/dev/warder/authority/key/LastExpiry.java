package dev.warder.authority.key;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the last of the tokens that a key signed expires: at a time, never, or no token is there.
 */
public final class LastExpiry {
  /** The key signed no token. */
  public static final LastExpiry NO_TOKEN = new LastExpiry(Instant.MIN);

  /** The key signed a token that never expires. */
  public static final LastExpiry NEVER = new LastExpiry(Instant.MAX);

  private final Instant time;

  private LastExpiry(Instant time) {
    this.time = time;
  }

  /** Returns the last expiry at a time, from which on the token has expired. */
  public static LastExpiry at(Instant time) {
    return new LastExpiry(requireNonNull(time));
  }

  /** Returns the later one of this and another. */
  public LastExpiry orLater(LastExpiry other) {
    return other.time.isAfter(time) ? other : this;
  }

  /**
   * Returns whether at a time all of the tokens have expired; exactly at the last expiry they have.
   */
  public boolean isOver(Instant now) {
    return !equals(NEVER) && !now.isBefore(time);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LastExpiry that && time.equals(that.time);
  }

  @Override
  public int hashCode() {
    return time.hashCode();
  }

  /** Returns the time, {@code never}, or {@code no token}. */
  @Override
  public String toString() {
    return equals(NEVER) ? "never" : equals(NO_TOKEN) ? "no token" : time.toString();
  }
}
