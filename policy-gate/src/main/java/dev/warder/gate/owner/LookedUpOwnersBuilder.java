package dev.warder.gate.owner;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Makes {@link LookedUpOwners}. Each method returns this builder. Not for use by several threads.
 */
public final class LookedUpOwnersBuilder {
  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration LONGEST_AGE = Duration.ofDays(1);
  private static final int LARGEST_SIZE = 10_000_000;
  private static final int MOST_AT_ONCE = 256;

  private final OwnerLookup lookup;
  Duration timeout = Duration.ofMillis(200);
  Duration age = Duration.ofMinutes(1);
  Duration unknownAge = Duration.ofSeconds(1);
  int size = 100_000;
  int atOnce = 16;

  LookedUpOwnersBuilder(OwnerLookup lookup) {
    this.lookup = lookup;
  }

  /**
   * Sets how long a decision waits for one owner before it is {@code unavailable}: 200 ms unless
   * set. The look-up goes on, and its answer is kept.
   *
   * @throws IllegalArgumentException for less than a millisecond or more than 15 seconds
   */
  @CanIgnoreReturnValue
  public LookedUpOwnersBuilder timeout(Duration timeout) {
    checkArgument(
        timeout.compareTo(LEAST) >= 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
        "the timeout is from a millisecond to 15 seconds: %s",
        timeout);
    this.timeout = timeout;
    return this;
  }

  /**
   * Sets how long an owner is used, from when its look-up began: a minute unless set. So long may
   * the old account still be let in after a resource went to another, unless {@link
   * LookedUpOwners#forget} is called. It is at least the timeout.
   *
   * @throws IllegalArgumentException for less than a millisecond or more than a day
   */
  @CanIgnoreReturnValue
  public LookedUpOwnersBuilder age(Duration age) {
    checkAge(age);
    this.age = age;
    return this;
  }

  /**
   * Sets how long it is kept that nobody owns a resource: a second unless set. So long may the
   * owner of a new resource be refused, where its id was asked before it was made.
   *
   * @throws IllegalArgumentException for less than a millisecond or more than a day
   */
  @CanIgnoreReturnValue
  public LookedUpOwnersBuilder unknownAge(Duration age) {
    checkAge(age);
    this.unknownAge = age;
    return this;
  }

  /**
   * Sets how many owners are kept, 100,000 unless set, and how many ids that nobody owns beside
   * them. The two never push each other out. What was not asked for longest goes first. An id of
   * more than 256 characters is looked up each time.
   *
   * @throws IllegalArgumentException for less than 1 or more than 10 million
   */
  @CanIgnoreReturnValue
  public LookedUpOwnersBuilder size(int size) {
    checkArgument(size >= 1 && size <= LARGEST_SIZE, "the size is from 1 to 10 million: %s", size);
    this.size = size;
    return this;
  }

  /**
   * Sets how many look-ups run at a time, each on a thread of its own: 16 unless set. For each of
   * them 64 more may wait; what comes then is {@code unavailable} at once.
   *
   * @throws IllegalArgumentException for less than 1 or more than 256
   */
  @CanIgnoreReturnValue
  public LookedUpOwnersBuilder atOnce(int lookups) {
    checkArgument(
        lookups >= 1 && lookups <= MOST_AT_ONCE, "look-ups at once are from 1 to 256: %s", lookups);
    this.atOnce = lookups;
    return this;
  }

  /**
   * Returns the owners. Nothing is looked up before the first decision.
   *
   * @throws IllegalArgumentException where the age is less than the timeout
   */
  public LookedUpOwners build() {
    return build(System::nanoTime);
  }

  /** Returns the owners, their age measured by another clock. */
  LookedUpOwners build(LongSupplier nanos) {
    checkArgument(
        age.compareTo(timeout) >= 0, "the age, %s, is at least the timeout, %s", age, timeout);
    return new LookedUpOwners(lookup, this, nanos);
  }

  private static void checkAge(Duration age) {
    checkArgument(
        age.compareTo(LEAST) >= 0 && age.compareTo(LONGEST_AGE) <= 0,
        "the age is from a millisecond to a day: %s",
        age);
  }
}
