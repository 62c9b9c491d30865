package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes a {@link RevocationFollower}. Mark, clock and randomness must be set. */
public final class RevocationFollowerBuilder {
  final RevocationLog log;
  @Nullable RevocationHead pinned;
  boolean acceptsAnyLog;
  private @Nullable Path mark;
  private @Nullable InstantSource clock;
  private @Nullable RandomGenerator randomness;
  private Duration bound = Duration.ofSeconds(1);
  LongSupplier nanos = System::nanoTime;

  RevocationFollowerBuilder(RevocationLog log) {
    this.log = requireNonNull(log);
  }

  /**
   * Sets the file in which the follower remembers which log it reads, and how far it has come. The
   * file is this follower's alone, and must last as long as what the log is kept on.
   */
  @CanIgnoreReturnValue
  public RevocationFollowerBuilder mark(Path file) {
    this.mark = requireNonNull(file);
    return this;
  }

  /**
   * Sets what the log must have, whatever the mark says: this id, and this entry. It comes from
   * {@link RevocationFollower#head} or, for a store, {@code warder revocations head}. A log that is
   * another, or was rolled back behind it, fails each poll. Where there is a mark, the log must
   * have the mark's id and entry too. After a restore that goes behind it, set the head anew.
   */
  @CanIgnoreReturnValue
  public RevocationFollowerBuilder head(RevocationHead head) {
    this.pinned = requireNonNull(head);
    return this;
  }

  /**
   * Accepts, where there is neither a mark nor a {@link #head}, whatever log is found. A log that
   * was rolled back or replaced before this start is then not noticed, and revocations that it lost
   * are let through. Without this the first poll fails there.
   */
  @CanIgnoreReturnValue
  public RevocationFollowerBuilder acceptAnyLogWhenThereIsNoMark() {
    this.acceptsAnyLog = true;
    return this;
  }

  /** Sets the clock, which tells when expired values can be forgotten. */
  @CanIgnoreReturnValue
  public RevocationFollowerBuilder clock(InstantSource clock) {
    this.clock = requireNonNull(clock);
    return this;
  }

  /** Sets what makes the key of the fingerprints, as {@link RevocationSet#create} has it. */
  @CanIgnoreReturnValue
  public RevocationFollowerBuilder randomness(SecureRandom randomness) {
    return randomness((RandomGenerator) randomness);
  }

  @CanIgnoreReturnValue
  RevocationFollowerBuilder randomness(RandomGenerator randomness) {
    this.randomness = requireNonNull(randomness);
    return this;
  }

  /**
   * Sets how long ago the last successful poll may have begun: one second unless set. Where an
   * authority revokes, it waits for its own bound alone: with a longer one here, tokens are
   * accepted after its {@code revoke} returned.
   *
   * @throws IllegalArgumentException unless it is from a millisecond to an hour
   */
  @CanIgnoreReturnValue
  public RevocationFollowerBuilder bound(Duration bound) {
    checkArgument(
        bound.compareTo(Duration.ofMillis(1)) >= 0 && bound.compareTo(Duration.ofHours(1)) <= 0,
        "the bound is from a millisecond to an hour: %s",
        bound);
    this.bound = bound;
    return this;
  }

  /**
   * Sets what measures the bound. Not for hosts: by a clock in other units, or one that steps, a
   * follower would be current for too long.
   */
  @CanIgnoreReturnValue
  RevocationFollowerBuilder nanos(LongSupplier nanos) {
    this.nanos = requireNonNull(nanos);
    return this;
  }

  /**
   * Returns the follower, which knows nothing before it is polled.
   *
   * @throws IllegalStateException when mark, clock or randomness is not set
   */
  public RevocationFollower build() {
    checkState(mark != null, "set mark(…)");
    checkState(clock != null, "set clock(…)");
    checkState(randomness != null, "set randomness(…)");
    return new RevocationFollower(this, mark, RevocationSet.create(clock, randomness), bound);
  }
}
