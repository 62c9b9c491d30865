package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.fetch.Fetching;
import dev.warder.model.text.Quoted;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Makes {@link RemoteKeys}. */
public final class RemoteKeysBuilder {
  private static final Duration LEAST_TOLERANCE = Duration.ofMinutes(5);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(15);

  private final Function<Duration, KeyLocation> location;
  private KeyRules rules = KeyRules.STRICT;
  private Duration outageTolerance = Duration.ofHours(1);
  private Duration timeout = Duration.ofSeconds(2);

  private RemoteKeysBuilder(Function<Duration, KeyLocation> location) {
    this.location = location;
  }

  static RemoteKeysBuilder at(URI address) {
    checkArgument(
        Fetching.isSafe(address),
        "keys come from an https address, or from an http one of this machine, without a user: %s",
        address.getRawUserInfo() == null ? Quoted.of(address.toString()) : "one with a user");
    return new RemoteKeysBuilder(timeout -> new KeyAddress(KeyAddress.within(timeout), address));
  }

  static RemoteKeysBuilder ofIssuer(String issuer) {
    List<URI> unused = Discovery.addresses(issuer);
    return new RemoteKeysBuilder(timeout -> new Discovery(issuer, timeout));
  }

  /**
   * Sets for how long a set may be used after it was last fetched: one hour unless set. Then tokens
   * are {@link TokenReason#UNAVAILABLE}.
   *
   * @throws IllegalArgumentException for less than five minutes
   */
  @CanIgnoreReturnValue
  public RemoteKeysBuilder outageTolerance(Duration tolerance) {
    checkArgument(
        tolerance.compareTo(LEAST_TOLERANCE) >= 0,
        "the tolerance is at least %s: %s",
        LEAST_TOLERANCE,
        tolerance);
    this.outageTolerance = tolerance;
    return this;
  }

  /**
   * Sets within what time an address must have answered, whole: two seconds unless set. Metadata
   * and keys have this time each.
   *
   * @throws IllegalArgumentException for less than a millisecond or more than fifteen seconds
   */
  @CanIgnoreReturnValue
  public RemoteKeysBuilder timeout(Duration timeout) {
    checkTimeout(timeout);
    this.timeout = timeout;
    return this;
  }

  static void checkTimeout(Duration timeout) {
    checkArgument(
        timeout.toMillis() > 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
        "the timeout is from a millisecond to %s: %s",
        LONGEST_TIMEOUT,
        timeout);
  }

  /** Sets the profile of the tokens that the keys are for: the strict one unless set. */
  @CanIgnoreReturnValue
  public RemoteKeysBuilder profile(TokenProfile profile) {
    this.rules = profile.keys;
    return this;
  }

  /** Returns the keys. Nothing is fetched before the first token is verified. */
  public RemoteKeys build() {
    return build(System::nanoTime);
  }

  /** Returns the keys, their age measured by another clock. */
  RemoteKeys build(LongSupplier nanos) {
    return new RemoteKeys(location.apply(timeout), rules.published(), outageTolerance, nanos);
  }
}
