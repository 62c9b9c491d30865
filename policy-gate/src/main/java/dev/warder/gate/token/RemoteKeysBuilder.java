package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Makes {@link RemoteKeys}. */
public final class RemoteKeysBuilder {
  private static final Duration LEAST_TOLERANCE = Duration.ofMinutes(5);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(15);

  private final URI address;
  private KeyRules rules = KeyRules.STRICT;
  private Duration outageTolerance = Duration.ofHours(1);
  private Duration timeout = Duration.ofSeconds(2);

  RemoteKeysBuilder(URI address) {
    checkArgument(
        isSafe(address),
        "keys come from an https address, or from an http one of this machine: %s",
        address);
    this.address = address;
  }

  private static boolean isSafe(URI address) {
    String host = address.getHost();
    if (host == null) {
      return false;
    }
    boolean isThisMachine =
        host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && isThisMachine);
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
   * Sets within what time the address must have answered, whole: two seconds unless set.
   *
   * @throws IllegalArgumentException for less than a millisecond or more than fifteen seconds
   */
  @CanIgnoreReturnValue
  public RemoteKeysBuilder timeout(Duration timeout) {
    checkArgument(
        timeout.toMillis() > 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
        "the timeout is from a millisecond to %s: %s",
        LONGEST_TIMEOUT,
        timeout);
    this.timeout = timeout;
    return this;
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
    return new RemoteKeys(
        new KeyAddress(address, timeout), rules.published(), outageTolerance, nanos);
  }
}
