package dev.warder.gate;

import com.google.common.base.Strings;
import java.time.Duration;
import java.time.Instant;

/**
 * An outcome, when and how it came to be. Of the request it holds the method, and neither the token
 * nor the target.
 */
public final class DecisionEvent {
  private final long run;
  private final long number;
  private final long millis;
  private final long nanos;
  private final long dropped;
  private final String method;
  private final Outcome outcome;

  DecisionEvent(
      long run,
      long number,
      long millis,
      long nanos,
      long dropped,
      String method,
      Outcome outcome) {
    this.run = run;
    this.number = number;
    this.millis = millis;
    this.nanos = nanos;
    this.dropped = dropped;
    this.method = method;
    this.outcome = outcome;
  }

  /** Returns an id: as good as unique to the gate's run, and a number that counts up in it. */
  public String id() {
    return Strings.padStart(Long.toHexString(run), 16, '0') + "-" + number;
  }

  /** Returns when the request was judged. */
  public Instant time() {
    return Instant.ofEpochMilli(millis);
  }

  /** Returns how long that took. */
  public Duration duration() {
    return Duration.ofNanos(nanos);
  }

  /** Returns the method as received: any text, of which the first 33 characters are kept. */
  public String method() {
    return method;
  }

  /** Returns the outcome. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns how many outcomes before this one were dropped, in all. */
  public long dropped() {
    return dropped;
  }

  /** Returns the id and the outcome. */
  @Override
  public String toString() {
    return id() + " " + outcome;
  }
}
