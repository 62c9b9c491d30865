package dev.warder.benchmarks;

import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.model.Limits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The limits that are compared: ours, and a map of Bucket4j's buckets with fixed hours. */
final class LimitContenders {
  /** Some time in some hour. It stands still, so that no count starts anew. */
  static final long NOW_MILLIS = 1_790_000_000_000L;

  private static final Instant END_OF_HOUR =
      Instant.ofEpochMilli((NOW_MILLIS / 3_600_000 + 1) * 3_600_000);

  private static final TimeMeter CLOCK =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return TimeUnit.MILLISECONDS.toNanos(NOW_MILLIS);
        }

        @Override
        public boolean isWallClockBased() {
          return true;
        }
      };

  private LimitContenders() {}

  static HourlyLimits ours() {
    return HourlyLimits.create(0x0BAD_5EED);
  }

  static Limits perToken(int limit) {
    return new Limits(OptionalInt.empty(), OptionalInt.of(limit), OptionalInt.empty());
  }

  static Limits perTokenAndAccount(int limit) {
    return new Limits(OptionalInt.of(limit), OptionalInt.of(limit), OptionalInt.empty());
  }

  /** Returns a token, in an account with fifteen others. */
  static ChargedToken token(int number) {
    return ChargedToken.of("https://tokens.example.com", id(number), "a" + number / 16);
  }

  static String id(int number) {
    return "%032x".formatted(number * 0x9E37_79B9_7F4A_7C15L);
  }

  /** Returns the bucket of an id, which is made when there is none. */
  static Bucket bucket(ConcurrentHashMap<String, Bucket> buckets, String id, int limit) {
    Bucket known = buckets.get(id);
    return known != null ? known : buckets.computeIfAbsent(id, key -> bucket(limit));
  }

  private static Bucket bucket(int limit) {
    return Bucket.builder()
        .addLimit(
            bandwidth ->
                bandwidth
                    .capacity(limit)
                    .refillIntervallyAligned(limit, Duration.ofHours(1), END_OF_HOUR))
        .withCustomTimePrecision(CLOCK)
        .build();
  }
}
