package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes {@link RemoteKeys}. */
public final class RemoteKeysBuilder {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration REFRESH_AHEAD = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);

  private final URL url;
  private Duration outageTolerance = Duration.ofHours(1);
  private Duration timeout = Duration.ofSeconds(2);

  RemoteKeysBuilder(URI address) {
    checkArgument(
        isSafe(address),
        "keys come from an https address, or from an http one of this machine: %s",
        address);
    try {
      this.url = address.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no address: " + address, e);
    }
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
   * Says for how long a set may be used after it was last fetched; then tokens are {@link
   * TokenReason#UNAVAILABLE}. One hour unless said.
   *
   * @throws IllegalArgumentException for less than five minutes, for which any set is used
   */
  public RemoteKeysBuilder outageTolerance(Duration tolerance) {
    checkArgument(
        tolerance.compareTo(FRESH) >= 0, "the tolerance is at least %s: %s", FRESH, tolerance);
    this.outageTolerance = tolerance;
    return this;
  }

  /**
   * Says for how long a connection, and each read from it, is waited for. Two seconds unless said.
   *
   * @throws IllegalArgumentException for less than a millisecond or more than fifteen seconds
   */
  public RemoteKeysBuilder timeout(Duration timeout) {
    checkArgument(
        timeout.toMillis() > 0 && timeout.compareTo(LONGEST_WAIT) <= 0,
        "the timeout is from a millisecond to %s: %s",
        LONGEST_WAIT,
        timeout);
    this.timeout = timeout;
    return this;
  }

  /** Returns the keys. Nothing is fetched before the first token is verified. */
  public RemoteKeys build() {
    return new RemoteKeys(this);
  }

  URL url() {
    return url;
  }

  Duration outageTolerance() {
    return outageTolerance;
  }

  DefaultResourceRetriever retriever() {
    int millis = Math.toIntExact(timeout.toMillis());
    return new DefaultResourceRetriever(millis, millis, KeySet.MOST_BYTES);
  }

  /** A thread that keeps no program from ending. */
  private static ExecutorService background() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "warder-keys");
          thread.setDaemon(true);
          return thread;
        });
  }

  JWKSetSource<SecurityContext> schedule(JWKSetSource<SecurityContext> fetching) {
    var source =
        JWKSourceBuilder.create(fetching)
            .cache(FRESH.toMillis(), LONGEST_WAIT.toMillis())
            .refreshAheadCache(REFRESH_AHEAD.toMillis(), null, background(), true, null, false)
            .rateLimited(BETWEEN_FETCHES.toMillis())
            .retrying(true)
            .outageTolerant(outageTolerance.toMillis())
            .build();
    return ((JWKSetBasedJWKSource<SecurityContext>) source).getJWKSetSource();
  }
}
