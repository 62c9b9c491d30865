package dev.warder.benchmarks;

import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.model.Limits;
import java.security.SecureRandom;

/** The limits, the tokens charged against them, and the hour in which that is. */
final class LimitContenders {
  /** Some time in some hour. It stands still, so that no count starts anew. */
  static final long NOW_MILLIS = 1_790_000_000_000L;

  private LimitContenders() {}

  static HourlyLimits ours() {
    return HourlyLimits.create(new SecureRandom());
  }

  static Limits perToken(int limit) {
    return Limits.NONE.withToken(limit);
  }

  static Limits perTokenAndAccount(int limit) {
    return Limits.NONE.withAccount(limit).withToken(limit);
  }

  /** Returns a token, in an account with fifteen others. */
  static ChargedToken token(int number) {
    return ChargedToken.of("https://tokens.example.com", id(number), "a" + number / 16);
  }

  static String id(int number) {
    return "%032x".formatted(number * 0x9E37_79B9_7F4A_7C15L);
  }
}
