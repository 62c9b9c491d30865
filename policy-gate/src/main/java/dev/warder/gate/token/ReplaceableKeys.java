package dev.warder.gate.token;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys that the application replaces, such as when a file changed. After {@link #replace} returns,
 * no verification that starts later accepts a token of a key that is gone. Safe for use by many
 * threads.
 */
public final class ReplaceableKeys extends KeySource {
  private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);

  /** Reads the keys, and replaces them where they are others. */
  @FunctionalInterface
  public interface Refresh {
    /**
     * Reads them now.
     *
     * @throws Exception when they cannot be read; the last ones stay
     */
    void read() throws Exception;
  }

  private volatile @Nullable KeySet keys;
  private final KeyRules rules;
  private final @Nullable KeySearch unknownKeys;

  /** Makes a source of these keys, until they are replaced. */
  public ReplaceableKeys(KeySet keys) {
    this.keys = requireNonNull(keys);
    this.rules = keys.rules();
    this.unknownKeys = null;
  }

  private ReplaceableKeys(KeySet keys, Refresh refresh, LongSupplier nanos) {
    this.keys = requireNonNull(keys);
    this.rules = keys.rules();
    this.unknownKeys = new KeySearch(new Readings(refresh, nanos), BETWEEN_READINGS, nanos);
  }

  /**
   * Makes a source of keys that are read anew when a token names one that is not among them, at
   * most once a second, on the thread that verifies. Such a token is refused as unknown only after
   * a reading that began later than it came ({@code SEMANTICS.md}, section 7.12).
   */
  public static ReplaceableKeys refreshedBy(KeySet keys, Refresh refresh) {
    return refreshedBy(keys, refresh, System::nanoTime);
  }

  static ReplaceableKeys refreshedBy(KeySet keys, Refresh refresh, LongSupplier nanos) {
    return new ReplaceableKeys(keys, requireNonNull(refresh), nanos);
  }

  /** Replaces all keys at once. */
  public void replace(KeySet keys) {
    this.keys = requireNonNull(keys);
  }

  /**
   * Withdraws all keys, such as when nobody knows any more which are right. Until the next {@link
   * #replace}, every token is {@link TokenReason#UNAVAILABLE}.
   */
  public void withdraw() {
    this.keys = null;
  }

  @Override
  KeyRules rules() {
    return rules;
  }

  @Override
  @Nullable KeySet keysAtHand() {
    return keys;
  }

  @Override
  KeySet keys() throws TokenRejected {
    KeySet present = keys;
    if (present == null) {
      throw TokenRejected.of(TokenFault.KEYS_UNAVAILABLE);
    }
    return present;
  }

  @Override
  KeySet newerKeys(String id) throws TokenRejected {
    return unknownKeys == null ? keys() : unknownKeys.find(id);
  }

  /** The readings, as they are searched for a key. */
  private final class Readings implements KeySearch.Source {
    private final Refresh refresh;
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> underway =
        new AtomicReference<>();
    private final LongSupplier nanos;
    private volatile long lastNanos;

    Readings(Refresh refresh, LongSupplier nanos) {
      this.refresh = refresh;
      this.nanos = nanos;
      this.lastNanos = nanos.getAsLong() - 1;
    }

    @Override
    public KeySearch.Reading last() throws TokenRejected {
      long begun = lastNanos;
      return new KeySearch.Reading(keys(), begun);
    }

    @Override
    public @Nullable CompletableFuture<Boolean> underway() {
      return underway.get();
    }

    @Override
    public CompletableFuture<Boolean> begin() {
      CompletableFuture<Boolean> reading = new CompletableFuture<>();
      CompletableFuture<Boolean> already = underway.compareAndExchange(null, reading);
      if (already != null) {
        return already;
      }
      boolean isGood = false;
      try {
        long begun = nanos.getAsLong();
        refresh.read();
        lastNanos = begun;
        isGood = true;
      } catch (Exception e) {
        // The reading method keeps the reason; the last keys stay.
      } finally {
        underway.set(null);
        reading.complete(isGood);
      }
      return reading;
    }
  }
}
