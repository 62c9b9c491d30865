package dev.warder.gate.limit;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.model.Limits;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Rate limits of one process, counted in memory, in fixed clock hours. Safe for use by many
 * threads; none of them waits for another. A charge allocates its answer of 32 bytes. Only new ids,
 * and clients that found no place, cost more.
 *
 * <p>Memory is taken as ids come, some 20 bytes for each of a million tokens, accounts, clients and
 * clients' public requests, each in a table of their own. A token or account that finds no place
 * shares one counter with all others that came too late in this hour: too little for them, never a
 * fresh allowance. A client that finds none counts by a wider network, for half as many of which
 * there are places, and then by one wider still, a sixteenth as many.
 *
 * <p>Each hour has tables of its own, and those of the two hours seen last are kept. So a clock
 * that steps back gives no fresh allowance in the hour that it left, and after a clock that was
 * ahead, counting goes on where it was. An hour that is seen again after two others begins anew.
 *
 * <p>A token is counted before its account is looked at, and taken back when that is full; another
 * request of the token may just then find the token full, where it would have found the account
 * full.
 */
public final class HourlyLimits implements RateLimits {
  private static final int DEFAULT_IDS = 1_048_576;
  private static final int MOST_IDS = 64 * 1_048_576;
  private static final AtomicReferenceFieldUpdater<HourlyLimits, Hour> CURRENT =
      AtomicReferenceFieldUpdater.newUpdater(HourlyLimits.class, Hour.class, "current");

  private final Level[] levels;
  private final Level[][] clientLevels;
  private final long seed;
  private volatile Hour current;

  private HourlyLimits(int mostIds, long seed) {
    this.levels = Level.of(mostIds);
    this.clientLevels = ClientCounters.levels(mostIds);
    this.seed = seed;
    this.current = new Hour(Integer.MIN_VALUE, levels, clientLevels, seed, null);
  }

  /**
   * Returns limits that count 1,048,576 tokens, accounts and clients each.
   *
   * @param randomness makes the secret by which ids find their places: who knew it could choose ids
   *     that crowd others out
   */
  public static HourlyLimits create(SecureRandom randomness) {
    return create(randomness, DEFAULT_IDS);
  }

  /**
   * Returns limits that count at least so many tokens, accounts and clients each.
   *
   * @param randomness as above
   * @param mostIds from 1 to 67,108,864
   * @throws IllegalArgumentException when that is too few or too many
   */
  public static HourlyLimits create(SecureRandom randomness, int mostIds) {
    return withSeed(randomness.nextLong(), mostIds);
  }

  static HourlyLimits withSeed(long seed) {
    return withSeed(seed, DEFAULT_IDS);
  }

  static HourlyLimits withSeed(long seed, int mostIds) {
    checkArgument(mostIds >= 1 && mostIds <= MOST_IDS, "not from 1 to 64 Mi: %s", mostIds);
    return new HourlyLimits(mostIds, seed);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ArithmeticException as {@link Charge#hourOf} does; then nothing is charged
   */
  @Override
  public Charge charge(ChargedToken token, Limits limits, long nowMillis) {
    Hour hour = hourAt(nowMillis);
    int ofToken = hour.tokens.take(token.tokenKey, limits.token());
    if (!token.hasAccount) {
      return ofToken == Page.FULL
          ? Charge.refusedTokenWithoutAccount(limits, hour.number)
          : Charge.admittedTokenWithoutAccount(limits, hour.number, ofToken);
    }
    if (ofToken == Page.FULL) {
      int ofAccount = hour.accounts.left(token.accountKey, limits.account());
      return Charge.refusedToken(limits, LimitKind.TOKEN, hour.number, ofAccount);
    }
    int ofAccount = hour.accounts.take(token.accountKey, limits.account());
    if (ofAccount == Page.FULL) {
      int again = hour.tokens.giveBack(token.tokenKey, limits.token());
      return Charge.refusedToken(limits, LimitKind.ACCOUNT, hour.number, again);
    }
    return Charge.admittedToken(limits, hour.number, ofToken, ofAccount);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ArithmeticException as {@link Charge#hourOf} does; then nothing is charged
   */
  @Override
  public Charge charge(ChargedClient client, Limits limits, long nowMillis) {
    Hour hour = hourAt(nowMillis);
    int left = hour.clients.take(client, limits.client());
    return left == Page.FULL
        ? Charge.refusedClient(limits, hour.number)
        : Charge.admittedClient(limits, hour.number, left);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ArithmeticException as {@link Charge#hourOf} does; then nothing is charged
   */
  @Override
  public Charge chargePublic(ChargedClient client, Limits limits, long nowMillis) {
    Hour hour = hourAt(nowMillis);
    int left = hour.publicRequests.take(client, limits.publicOrClient());
    return left == Page.FULL
        ? Charge.refusedPublic(limits, hour.number)
        : Charge.admittedPublic(limits, hour.number, left);
  }

  /** Returns the counts of the hour that a time is in. */
  private Hour hourAt(long nowMillis) {
    int now = Charge.hourOf(nowMillis);
    Hour hour = current;
    return hour.number == now ? hour : turnTo(now);
  }

  private Hour turnTo(int now) {
    Hour hour = current;
    while (hour.number != now) {
      Hour before = hour.before;
      Hour kept = new Hour(hour, null);
      Hour next =
          before != null && before.number == now
              ? new Hour(before, kept)
              : new Hour(now, levels, clientLevels, seed, kept);
      hour = CURRENT.compareAndSet(this, hour, next) ? next : current;
    }
    return hour;
  }

  /** What was counted in one clock hour, and in the one that was seen before it. */
  private static final class Hour {
    final int number;
    final Counters tokens;
    final Counters accounts;
    final ClientCounters clients;
    final ClientCounters publicRequests;

    /** The hour seen before this one, which keeps no further one itself. */
    final @Nullable Hour before;

    /** Begins an hour with nothing counted. */
    Hour(int number, Level[] levels, Level[][] clientLevels, long seed, @Nullable Hour before) {
      this.number = number;
      this.tokens = new Counters(levels, seed);
      this.accounts = new Counters(levels, seed);
      this.clients = new ClientCounters(clientLevels, seed);
      this.publicRequests = new ClientCounters(clientLevels, seed);
      this.before = before;
    }

    /** Goes on with the counts of an hour. */
    Hour(Hour counts, @Nullable Hour before) {
      this.number = counts.number;
      this.tokens = counts.tokens;
      this.accounts = counts.accounts;
      this.clients = counts.clients;
      this.publicRequests = counts.publicRequests;
      this.before = before;
    }
  }
}
