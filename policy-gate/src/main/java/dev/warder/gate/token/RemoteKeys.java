package dev.warder.gate.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes at an address, fetched when first needed and then kept fresh: a
 * set is used for five minutes, and fetched anew in the background before that; a token whose key
 * is not known has it fetched at once, but at most twice in half a minute. Where the address does
 * not answer, or not with a proper key set, the last good one is used for as long as is tolerated,
 * an hour unless said otherwise. Safe for use by many threads; to be closed, which ends its thread.
 *
 * <p>A verification waits for the address only when the set is used for the first time, is older
 * than five minutes, or lacks the key.
 */
public final class RemoteKeys extends KeySource implements AutoCloseable {
  private final JWKSetSource<SecurityContext> schedule;
  private final long toleranceMillis;
  private volatile @Nullable Fetched fetched;
  private volatile @Nullable String problem;

  /** The last good set, and when it was asked for. */
  private record Fetched(KeySet keys, long atMillis) {}

  RemoteKeys(RemoteKeysBuilder builder) {
    this.toleranceMillis = builder.outageTolerance().toMillis();
    this.schedule = builder.schedule(new Fetching(builder.url(), builder.retriever()));
  }

  /**
   * Returns a builder of the keys at an address.
   *
   * @param address an {@code https} address, or an {@code http} one of this machine itself
   * @throws IllegalArgumentException for any other address
   */
  public static RemoteKeysBuilder builder(URI address) {
    return new RemoteKeysBuilder(address);
  }

  /** Returns what the last attempt to fetch the keys failed of, or nothing when it did not fail. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  KeySet keys(long nowMillis) throws TokenRejected {
    follow(JWKSetCacheRefreshEvaluator.noRefresh(), nowMillis);
    return lastGood(nowMillis);
  }

  @Override
  KeySet newerKeys(long nowMillis) throws TokenRejected {
    JWKSet lacking = follow(JWKSetCacheRefreshEvaluator.noRefresh(), nowMillis);
    if (lacking != null) {
      follow(JWKSetCacheRefreshEvaluator.referenceComparison(lacking), nowMillis);
    }
    return lastGood(nowMillis);
  }

  /** Has the library fetch the keys if it is time to, or if these are no longer good enough. */
  private @Nullable JWKSet follow(JWKSetCacheRefreshEvaluator evaluator, long nowMillis) {
    try {
      return schedule.getJWKSet(evaluator, nowMillis, null);
    } catch (KeySourceException e) {
      // What matters is how old the last good set is.
      return null;
    }
  }

  private KeySet lastGood(long nowMillis) throws TokenRejected {
    Fetched last = fetched;
    if (last == null || nowMillis - last.atMillis >= toleranceMillis) {
      throw TokenRejected.of(TokenFault.KEYS_UNAVAILABLE);
    }
    return last.keys;
  }

  /** Ends the background thread. The keys that are there can be used until they are too old. */
  @Override
  public void close() throws IOException {
    schedule.close();
  }

  /** One attempt at the address. The library decides when; what a key set is, is decided here. */
  private final class Fetching implements JWKSetSource<SecurityContext> {
    private final URL url;
    private final DefaultResourceRetriever retriever;

    Fetching(URL url, DefaultResourceRetriever retriever) {
      this.url = url;
      this.retriever = retriever;
    }

    @Override
    public JWKSet getJWKSet(
        JWKSetCacheRefreshEvaluator evaluator, long nowMillis, @Nullable SecurityContext context)
        throws KeySourceException {
      try {
        accept(KeySet.parse(retriever.retrieveResource(url).getContent()), nowMillis);
      } catch (IOException | InvalidKeySet e) {
        problem = e.getMessage();
        throw new JWKSetUnavailableException("no key set", e);
      }
      // The library is told that there is a new set, and needs to know no key of it.
      return new JWKSet();
    }

    private void accept(KeySet keys, long nowMillis) throws InvalidKeySet {
      if (keys.isSymmetric()) {
        throw new InvalidKeySet("a secret is published at an address, so it is none");
      }
      Fetched last = fetched;
      // The same keys stay the same object, so that tokens seen before stay known.
      fetched =
          new Fetched(last != null && last.keys.hasSameKeysAs(keys) ? last.keys : keys, nowMillis);
      problem = null;
    }

    @Override
    public void close() {}
  }
}
