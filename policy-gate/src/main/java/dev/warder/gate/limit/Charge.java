package dev.warder.gate.limit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What charging a token or a client for one request came to: admitted, or refused by a limit that
 * is full. Either way it says what is left of each limit. Immutable and safe for use by many
 * threads.
 */
public final class Charge {
  private static final int MILLIS_PER_HOUR = 3_600_000;
  private static final int SECONDS_PER_HOUR = 3_600;

  /** In the place of what the account has left: a client was charged, which has no account. */
  private static final int IS_CLIENT = -1;

  /** Likewise, for a public request. */
  private static final int IS_PUBLIC = -2;

  /** Likewise, for a token without an account. */
  private static final int WITHOUT_ACCOUNT = -3;

  private static final ImmutableList<LimitKind> TOKEN = ImmutableList.of(LimitKind.TOKEN);
  private static final ImmutableList<LimitKind> ACCOUNT = ImmutableList.of(LimitKind.ACCOUNT);
  private static final ImmutableList<LimitKind> BOTH =
      ImmutableList.of(LimitKind.TOKEN, LimitKind.ACCOUNT);
  private static final ImmutableList<LimitKind> CLIENT = ImmutableList.of(LimitKind.CLIENT);
  private static final ImmutableList<LimitKind> PUBLIC = ImmutableList.of(LimitKind.PUBLIC);

  // One is made for each request: with the header of an object, these five take 32 bytes.
  private final Limits limits;
  private final @Nullable LimitKind full;
  private final int hour;
  private final int remaining;
  private final int accountRemaining;

  private Charge(
      Limits limits, @Nullable LimitKind full, int hour, int remaining, int accountRemaining) {
    this.limits = requireNonNull(limits);
    this.full = full;
    this.hour = hour;
    this.remaining = remaining;
    this.accountRemaining = accountRemaining;
  }

  /**
   * Returns the charge of a token that was admitted. What remains of a kind without a limit is
   * ignored.
   *
   * @param hour the hour counted in, as {@link #hourOf} tells it
   * @param token how many more requests the token's limit admits, not below 0
   * @param account how many more the account's limit admits, not below 0
   */
  public static Charge admittedToken(Limits limits, int hour, int token, int account) {
    return new Charge(limits, null, hour, notNegative(token), notNegative(account));
  }

  /**
   * Returns the charge of a token that was refused, so that nothing was charged.
   *
   * @param full which of the limits is full: the token's, or the account's
   * @param hour the hour counted in, as {@link #hourOf} tells it
   * @param other how many more requests the other of both limits admits, not below 0; ignored where
   *     it has none
   * @throws IllegalArgumentException when there is no such limit
   */
  public static Charge refusedToken(Limits limits, LimitKind full, int hour, int other) {
    boolean isOfToken = full == LimitKind.TOKEN || full == LimitKind.ACCOUNT;
    checkArgument(isOfToken && full.in(limits).isPresent(), "no limit: %s", full);
    notNegative(other);
    return full == LimitKind.TOKEN
        ? new Charge(limits, full, hour, 0, other)
        : new Charge(limits, full, hour, other, 0);
  }

  /**
   * Returns the charge of a token without an account that was admitted.
   *
   * @param hour the hour counted in, as {@link #hourOf} tells it
   * @param token how many more requests the token's limit admits, not below 0; ignored without a
   *     limit
   */
  public static Charge admittedTokenWithoutAccount(Limits limits, int hour, int token) {
    return new Charge(limits, null, hour, notNegative(token), WITHOUT_ACCOUNT);
  }

  /**
   * Returns the charge of a token without an account that was refused, so that nothing was charged.
   *
   * @param hour the hour counted in, as {@link #hourOf} tells it
   * @throws IllegalArgumentException when there is no limit for tokens
   */
  public static Charge refusedTokenWithoutAccount(Limits limits, int hour) {
    checkArgument(limits.token().isPresent(), "no limit: %s", LimitKind.TOKEN);
    return new Charge(limits, LimitKind.TOKEN, hour, 0, WITHOUT_ACCOUNT);
  }

  /**
   * Returns the charge of a client that was admitted, for a request that is denied otherwise.
   *
   * @param hour the hour counted in, as {@link #hourOf} tells it
   * @param remaining how many more requests the limit admits, not below 0; ignored without a limit
   */
  public static Charge admittedClient(Limits limits, int hour, int remaining) {
    return new Charge(limits, null, hour, notNegative(remaining), IS_CLIENT);
  }

  /**
   * Returns the charge of a client that was refused, so that nothing was charged.
   *
   * @param hour the hour counted in, as {@link #hourOf} tells it
   * @throws IllegalArgumentException when there is no limit for clients
   */
  public static Charge refusedClient(Limits limits, int hour) {
    checkArgument(limits.client().isPresent(), "no limit: %s", LimitKind.CLIENT);
    return new Charge(limits, LimitKind.CLIENT, hour, 0, IS_CLIENT);
  }

  /**
   * Returns the charge of a client whose public request was admitted.
   *
   * @param hour the hour counted in, as {@link #hourOf} tells it
   * @param remaining how many more requests the limit admits, not below 0; ignored without a limit
   */
  public static Charge admittedPublic(Limits limits, int hour, int remaining) {
    return new Charge(limits, null, hour, notNegative(remaining), IS_PUBLIC);
  }

  /**
   * Returns the charge of a client whose public request was refused, so that nothing was charged.
   *
   * @param hour the hour counted in, as {@link #hourOf} tells it
   * @throws IllegalArgumentException when there is no limit for public requests
   */
  public static Charge refusedPublic(Limits limits, int hour) {
    checkArgument(limits.publicOrClient().isPresent(), "no limit: %s", LimitKind.PUBLIC);
    return new Charge(limits, LimitKind.PUBLIC, hour, 0, IS_PUBLIC);
  }

  @CanIgnoreReturnValue
  private static int notNegative(int remaining) {
    checkArgument(remaining >= 0, "below 0: %s", remaining);
    return remaining;
  }

  /**
   * Returns the clock hour (UTC) that a time is in, in hours since 1970.
   *
   * @param nowMillis milliseconds since 1970
   * @throws ArithmeticException when that is more than 244,000 years away
   */
  public static int hourOf(long nowMillis) {
    return Math.toIntExact(Math.floorDiv(nowMillis, MILLIS_PER_HOUR));
  }

  /** Returns whether the request was charged and may go on. */
  public boolean isAdmitted() {
    return full == null;
  }

  /** Returns the first limit that is full, or nothing when the request was admitted. */
  public Optional<LimitKind> full() {
    return Optional.ofNullable(full);
  }

  /** Returns the kinds that have a limit here: token before account, or client, or public. */
  public List<LimitKind> counted() {
    if (accountRemaining == IS_PUBLIC) {
      return limits.publicOrClient().isPresent() ? PUBLIC : ImmutableList.of();
    }
    if (accountRemaining == IS_CLIENT) {
      return limits.client().isPresent() ? CLIENT : ImmutableList.of();
    }
    if (accountRemaining == WITHOUT_ACCOUNT) {
      return limits.token().isPresent() ? TOKEN : ImmutableList.of();
    }
    if (limits.token().isPresent()) {
      return limits.account().isPresent() ? BOTH : TOKEN;
    }
    return limits.account().isPresent() ? ACCOUNT : ImmutableList.of();
  }

  /**
   * Returns how many requests a limit admits in an hour.
   *
   * @throws IllegalArgumentException when {@link #counted} has no such kind
   */
  public int limit(LimitKind kind) {
    checkArgument(counted().contains(kind), "no limit: %s", kind);
    return kind.in(limits).orElseThrow();
  }

  /**
   * Returns how many more requests a limit admits in this hour, after this one.
   *
   * @throws IllegalArgumentException when {@link #counted} has no such kind
   */
  public int remaining(LimitKind kind) {
    checkArgument(counted().contains(kind), "no limit: %s", kind);
    return kind == LimitKind.ACCOUNT ? accountRemaining : remaining;
  }

  /** Returns the end of the hour counted in, when every count starts at 0 again. */
  public Instant resetsAt() {
    return Instant.ofEpochSecond((hour + 1L) * SECONDS_PER_HOUR);
  }

  /**
   * Returns the whole seconds after which the hour counted in is over for certain, rounded up. At
   * least 1, and at most 2,147,483,647, which limits that count by another clock may lead to.
   *
   * @param nowMillis milliseconds since 1970
   */
  public int secondsUntilReset(long nowMillis) {
    long left = (hour + 1L) * MILLIS_PER_HOUR - nowMillis;
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (left + 999) / 1_000));
  }

  /** Returns whether it was admitted, or which limit is full, and what remains. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(full == null ? "admitted" : full + " is full");
    for (LimitKind kind : counted()) {
      text.append(", ").append(kind).append(' ').append(remaining(kind));
      text.append(" of ").append(limit(kind));
    }
    return text.append(", until ").append(resetsAt()).toString();
  }
}
