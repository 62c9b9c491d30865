package dev.warder.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that tests move. */
final class MutableClock implements InstantSource {
  private volatile Instant now = Instant.ofEpochSecond(SignedToken.NOW);

  @Override
  public Instant instant() {
    return now;
  }

  void move(Duration by) {
    now = now.plus(by);
  }

  void set(Instant to) {
    now = to;
  }
}
