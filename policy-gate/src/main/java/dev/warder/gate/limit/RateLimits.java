package dev.warder.gate.limit;

import dev.warder.model.Limits;

/**
 * Counts requests per clock hour and admits no more than the limits say. {@link HourlyLimits} does
 * it in memory, for one process; another implementation may do it for a fleet.
 *
 * <p>An implementation must keep this:
 *
 * <ul>
 *   <li>A limit of N admits exactly N requests of one id in one clock hour (UTC), whatever happens
 *       at once. A request counts in the hour of its time. The counts of the two hours seen last
 *       are kept at least, so that a clock that jumps and comes back goes on where it was.
 *   <li>A token is charged first, then its account. If either is full nothing is charged, and the
 *       first that is full is the reason.
 *   <li>A token without an account is charged alone.
 *   <li>A client's public requests are counted apart from its other ones.
 *   <li>What has no limit is not counted. The limits may be others each time.
 *   <li>Safe for use by many threads. Without an answer they throw, and the caller denies.
 * </ul>
 */
public interface RateLimits {
  /**
   * Charges a verified token, and its account where it has one, for one request.
   *
   * @param nowMillis milliseconds since 1970
   */
  Charge charge(ChargedToken token, Limits limits, long nowMillis);

  /**
   * Charges a client for one request that is denied, as it has no valid token.
   *
   * @param nowMillis milliseconds since 1970
   */
  Charge charge(ChargedClient client, Limits limits, long nowMillis);

  /**
   * Charges a client for one request that is allowed without a token.
   *
   * @param nowMillis milliseconds since 1970
   */
  Charge chargePublic(ChargedClient client, Limits limits, long nowMillis);
}
