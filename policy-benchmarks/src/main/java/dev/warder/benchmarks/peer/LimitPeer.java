package dev.warder.benchmarks.peer;

import com.google.common.util.concurrent.RateLimiter;
import dev.warder.gate.limit.Charge;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Charges one request to a token, which has an id. */
@FunctionalInterface
public interface LimitPeer {
  /** Returns the answer, as the contender gives it. */
  Object charge(String id);

  /** Returns what an answer says. */
  static boolean isAdmitted(Object answer) {
    if (answer instanceof Charge charge) {
      return charge.isAdmitted();
    }
    return answer instanceof ConsumptionProbe probe ? probe.isConsumed() : (Boolean) answer;
  }

  /** Returns Bucket4j's buckets, refilled at the turn of the hour, by a clock that stands still. */
  static LimitPeer bucket4j(int limit, long nowMillis) {
    ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    Instant endOfHour = Instant.ofEpochMilli((nowMillis / 3_600_000 + 1) * 3_600_000);
    TimeMeter clock = standingStill(nowMillis);
    return id ->
        known(buckets, id, unused -> bucket(limit, clock, endOfHour))
            .tryConsumeAndReturnRemaining(1);
  }

  /** Returns a bucket that is full again at an hour's end. */
  static Bucket bucket(int limit, TimeMeter clock, Instant endOfHour) {
    return Bucket.builder()
        .addLimit(
            bandwidth ->
                bandwidth
                    .capacity(limit)
                    .refillIntervallyAligned(limit, Duration.ofHours(1), endOfHour))
        .withCustomTimePrecision(clock)
        .build();
  }

  /** Returns a clock that always says the same. */
  static TimeMeter standingStill(long nowMillis) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(nowMillis);
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  /** Returns Guava's limiters, which read the system's clock; 1 an hour, or a billion a second. */
  static LimitPeer guava(int limit) {
    ConcurrentMap<String, RateLimiter> limiters = new ConcurrentHashMap<>();
    double perSecond = limit == 1 ? 1 / 3_600.0 : 1e9;
    return id -> known(limiters, id, unused -> RateLimiter.create(perSecond)).tryAcquire();
  }

  /** Returns Resilience4j's limiters of an hour, which read the system's clock. */
  static LimitPeer resilience4j(int limit) {
    ConcurrentMap<String, io.github.resilience4j.ratelimiter.RateLimiter> limiters =
        new ConcurrentHashMap<>();
    RateLimiterConfig config =
        RateLimiterConfig.custom()
            .limitForPeriod(limit)
            .limitRefreshPeriod(Duration.ofHours(1))
            .timeoutDuration(Duration.ZERO)
            .build();
    return id ->
        known(limiters, id, name -> io.github.resilience4j.ratelimiter.RateLimiter.of(name, config))
            .acquirePermission();
  }

  private static <T> T known(
      ConcurrentMap<String, T> all, String id, Function<String, ? extends T> make) {
    T one = all.get(id);
    return one != null ? one : all.computeIfAbsent(id, make);
  }
}
