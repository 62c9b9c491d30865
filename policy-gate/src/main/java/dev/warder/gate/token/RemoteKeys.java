package dev.warder.gate.token;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes at an address, fetched when first needed and then kept fresh: a
 * set that is four minutes old is fetched anew while it is still used, and so is one that lacks the
 * key of a token, at most every fifteen seconds. Such a token is refused as unknown only after a
 * fetch that began later than it came; until then nobody can tell ({@code SEMANTICS.md}, section
 * 7.12). Where the address does not answer, or not with a proper key set, the last good one is used
 * for as long as is tolerated, an hour unless said otherwise, and the address is tried again five
 * seconds after each failure. Safe for use by many threads.
 *
 * <p>A verification waits for one fetch when there is no set that may be used, or the set is five
 * minutes old, and for two at most when the set lacks the key. At most sixteen wait at once. A
 * fetch takes at most the timeout: of each address, which are two or three where the issuer's
 * metadata names the keys. Age is measured by a clock that never steps, whatever time tokens are
 * judged by.
 */
public final class RemoteKeys extends KeySource implements AutoCloseable {
  private static final long AHEAD = Duration.ofMinutes(4).toNanos();
  private static final long FRESH = Duration.ofMinutes(5).toNanos();
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_UNKNOWN_KEYS = Duration.ofSeconds(15);

  private final KeyLocation location;
  private final KeyRules rules;
  private final LongSupplier nanos;
  private final long tolerance;
  private final Pace attempts;
  private final KeySearch unknownKeys;
  private final AtomicReference<@Nullable CompletableFuture<Boolean>> underway =
      new AtomicReference<>();
  private volatile @Nullable Fetched fetched;
  private volatile @Nullable String problem;
  private volatile boolean isClosed;

  /** The last good set, and when it was asked for. */
  private record Fetched(KeySet keys, List<IgnoredKey> ignored, long atNanos) {}

  RemoteKeys(KeyLocation location, KeyRules rules, Duration tolerance, LongSupplier nanos) {
    this.location = location;
    this.rules = rules;
    this.nanos = nanos;
    this.tolerance = tolerance.toNanos();
    this.attempts = new Pace(BETWEEN_ATTEMPTS, nanos);
    this.unknownKeys = new KeySearch(new Readings(), BETWEEN_UNKNOWN_KEYS, nanos);
  }

  /**
   * Returns a builder of the keys at an address.
   *
   * @param address an {@code https} address, or an {@code http} one of this machine itself;
   *     redirections are not followed
   * @throws IllegalArgumentException for any other address
   */
  public static RemoteKeysBuilder builder(URI address) {
    return RemoteKeysBuilder.at(address);
  }

  /**
   * Returns a builder of the keys of an issuer, at the address that its metadata names. The
   * metadata is at {@code ISSUER/.well-known/openid-configuration} (OpenID Connect Discovery 1.0),
   * or else where RFC 8414, section 3, puts it, and names exactly this issuer. It is fetched with
   * each key set.
   *
   * @param issuer as {@code iss} of its tokens says it: an {@code https} address, or an {@code
   *     http} one of this machine itself, without query and fragment
   * @throws IllegalArgumentException for any other issuer
   */
  public static RemoteKeysBuilder builderOfIssuer(String issuer) {
    return RemoteKeysBuilder.ofIssuer(issuer);
  }

  /** Returns why the last attempt to fetch the keys failed, or nothing when it did not. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Returns the keys of the last good set that are left out; none before there was one. */
  public List<IgnoredKey> ignored() {
    Fetched last = fetched;
    return last == null ? List.of() : last.ignored;
  }

  @Override
  KeyRules rules() {
    return rules;
  }

  @Override
  @Nullable KeySet keysAtHand() {
    Fetched last = fetched;
    if (last == null) {
      return null;
    }
    long age = nanos.getAsLong() - last.atNanos;
    if (age >= AHEAD) {
      CompletableFuture<Boolean> unused = attempt();
    }
    return isUsable(age) ? last.keys : null;
  }

  /** Returns whether a fetch is under way. */
  boolean isReading() {
    return underway.get() != null;
  }

  private boolean isUsable(long age) {
    return age < tolerance && (age < FRESH || problem != null);
  }

  @Override
  @Nullable KeySet lastKeys() {
    Fetched last = fetched;
    return last == null ? null : last.keys;
  }

  @Override
  boolean hasAtHand(String id) {
    Fetched last = fetched;
    return last != null && last.keys.has(id) && isUsable(nanos.getAsLong() - last.atNanos);
  }

  /** Those for whom there is no place to wait get the last set, while it is tolerated. */
  @Override
  KeySet keys() throws TokenRejected {
    KeySet atHand = keysAtHand();
    if (atHand != null) {
      return atHand;
    }
    boolean unused = unknownKeys.hasWaitedFor(attempt());
    return lastGood().keys;
  }

  @Override
  KeySet newerKeys(String id) throws TokenRejected {
    return unknownKeys.find(id);
  }

  /** The fetches, as they are searched for a key. */
  private final class Readings implements KeySearch.Source {
    @Override
    public KeySearch.Reading last() throws TokenRejected {
      Fetched last = lastGood();
      return new KeySearch.Reading(last.keys, last.atNanos);
    }

    @Override
    public @Nullable CompletableFuture<Boolean> underway() {
      return underway.get();
    }

    /** After a failure, all fetches have one pace. */
    @Override
    public CompletableFuture<Boolean> begin() {
      return problem == null ? fetch() : attempt();
    }
  }

  private Fetched lastGood() throws TokenRejected {
    Fetched last = fetched;
    if (last == null || nanos.getAsLong() - last.atNanos >= tolerance) {
      throw TokenRejected.of(TokenFault.KEYS_UNAVAILABLE);
    }
    return last;
  }

  /** Fetches unless that was tried just now; what is returned ends with the attempt underway. */
  private CompletableFuture<Boolean> attempt() {
    CompletableFuture<Boolean> already = underway.get();
    if (already != null) {
      return already;
    }
    return attempts.allows() ? fetch() : CompletableFuture.completedFuture(false);
  }

  private CompletableFuture<Boolean> fetch() {
    CompletableFuture<Boolean> attempt = new CompletableFuture<>();
    CompletableFuture<Boolean> already = underway.compareAndExchange(null, attempt);
    if (already != null) {
      return already;
    }
    if (isClosed) {
      end(attempt, false);
      return attempt;
    }
    long startNanos = nanos.getAsLong();
    try {
      CompletableFuture<HttpResponse<byte[]>> unused =
          location
              .fetch()
              .whenComplete(
                  (response, failure) -> {
                    boolean isGood = false;
                    try {
                      isGood = accept(response, failure, startNanos);
                    } finally {
                      end(attempt, isGood);
                    }
                  });
    } catch (RuntimeException | Error e) {
      end(attempt, false);
      throw e;
    }
    return attempt;
  }

  private void end(CompletableFuture<Boolean> attempt, boolean isGood) {
    if (!isGood) {
      attempts.postpone();
    }
    underway.set(null);
    attempt.complete(isGood);
  }

  /** Returns whether a good set came. */
  private boolean accept(
      @Nullable HttpResponse<byte[]> response, @Nullable Throwable failure, long startNanos) {
    try {
      if (failure != null || response == null) {
        problem = why(failure);
      } else if (response.statusCode() != 200) {
        problem = "the answer has status " + response.statusCode();
      } else {
        accept(KeySet.parse(response.body(), rules, SignatureChecks.fastestFirst()), startNanos);
        return true;
      }
    } catch (InvalidKeySet e) {
      problem = e.getMessage();
    }
    return false;
  }

  private static String why(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof InvalidKeySet invalid) {
      return String.valueOf(invalid.getMessage());
    }
    boolean isTimeout = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
    return isTimeout ? "no answer in time" : "no answer";
  }

  private void accept(KeySet keys, long startNanos) {
    Fetched last = fetched;
    // The same keys stay the same object, so that tokens seen before stay known.
    fetched =
        new Fetched(
            last != null && last.keys.hasSameKeysAs(keys) ? last.keys : keys,
            keys.ignored(),
            startNanos);
    problem = null;
  }

  /** Ends fetching. The keys that are there can be used until they are too old. */
  @Override
  public void close() {
    isClosed = true;
  }
}
