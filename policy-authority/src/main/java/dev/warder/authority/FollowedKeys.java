package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySource;
import dev.warder.gate.token.ReplaceableKeys;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a store, read again and again, so that this process follows what another one rotates
 * or retires: for a {@link TokenAuthority} of a process without a gate. A {@link TokenService} has
 * its own. What the same {@link StoredKeys} rotate is read at once.
 *
 * <p>While the keys cannot be read the last ones stay, and {@link #problem} says why. After three
 * readings in a row that failed, the gate of the service accepts no token until one succeeds; it
 * does so sooner where the revocations cannot be read either. Safe for use by many threads.
 */
public final class FollowedKeys implements AutoCloseable {
  /** After so many readings in a row that failed, nobody knows which keys are right. */
  private static final int MOST_FAILURES = 3;

  private final StoredKeys stored;
  private final Algorithm algorithm;
  private final ReplaceableKeys verifying;
  private final ScheduledExecutorService polling =
      Executors.newSingleThreadScheduledExecutor(FollowedKeys::thread);

  /** Of its own, so that it can be taken back. */
  private final StoredKeys.Following rotated = this::poll;

  private volatile KeyRing ring;
  private volatile @Nullable String problem;

  /** How many readings failed since the last that succeeded. */
  private int failures;

  private FollowedKeys(StoredKeys stored, Algorithm algorithm, KeyRing ring) {
    this.stored = stored;
    this.algorithm = algorithm;
    this.ring = ring;
    this.verifying = ReplaceableKeys.refreshedBy(ring.keySet(), this::pollForToken);
  }

  /**
   * Reads the keys of a store, and does so again on a thread of its own.
   *
   * @param algorithm of the first key, which is made where there is none
   * @param interval how long after one reading the next begins: shorter than the time for which a
   *     new key is published before it signs
   * @throws UnreadableKey when they are encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be read or written
   * @throws IllegalArgumentException for an interval that is not positive
   */
  public static FollowedKeys start(StoredKeys stored, Algorithm algorithm, Duration interval)
      throws UnreadableKey, StoreFailure {
    checkArgument(interval.compareTo(Duration.ZERO) > 0, "the interval is positive: %s", interval);
    FollowedKeys followed = new FollowedKeys(stored, algorithm, stored.ring(algorithm));
    stored.onRotated(followed.rotated);
    Future<?> unused =
        followed.polling.scheduleWithFixedDelay(
            followed::pollAndGoOn, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    return followed;
  }

  private static Thread thread(Runnable polling) {
    Thread thread = new Thread(polling, "followed-keys");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Reads the keys now. When this returns, those that were in the store when it was called are the
   * ones to sign and to verify by.
   *
   * @throws UnreadableKey when they are encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be read
   */
  public void poll() throws UnreadableKey, StoreFailure {
    poll(true);
  }

  /** Strangers can have keys read by naming them. So such a reading that fails is not counted. */
  private void pollForToken() throws UnreadableKey, StoreFailure {
    poll(false);
  }

  private synchronized void poll(boolean isCounted) throws UnreadableKey, StoreFailure {
    try {
      KeyRing read = stored.ring(algorithm);
      if (failures >= MOST_FAILURES || !ids(read).equals(ids(ring))) {
        // Only then: to a verifier another set is another, and it checks all signatures anew.
        verifying.replace(read.keySet());
      }
      ring = read;
      failures = 0;
      problem = null;
    } catch (UnreadableKey | StoreFailure e) {
      failed(e.getMessage(), isCounted);
      throw e;
    } catch (RuntimeException | Error e) {
      failed(e.toString(), isCounted);
      throw e;
    }
  }

  private void failed(@Nullable String why, boolean isCounted) {
    problem = why;
    failures += isCounted ? 1 : 0;
    if (failures >= MOST_FAILURES) {
      verifying.withdraw();
    }
  }

  private static List<String> ids(KeyRing ring) {
    return ring.uses().stream().map(use -> use.key().id()).toList();
  }

  private void pollAndGoOn() {
    try {
      poll();
    } catch (UnreadableKey | StoreFailure | RuntimeException | Error e) {
      // Told by problem(). An error that left this method would end the polling.
    }
  }

  /** Returns the keys to sign by, as they were read last. */
  KeyRing ring() {
    return ring;
  }

  /**
   * Returns the keys to verify by, which change as they are read. For the gate of a service alone,
   * which follows the revocations of the same store. A token of a key that is not among them has
   * them read anew, at most once a second.
   */
  KeySource source() {
    return verifying;
  }

  /**
   * Returns the public keys as they were read last, as {@link StoredKeys#publicJwks} does.
   *
   * @throws IllegalStateException when the keys are secrets, which are not published
   */
  public String publicJwks() {
    return ring.publicJwks();
  }

  /** Returns why the keys could not be read the last time; nothing when they could. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Ends the reading. The last keys stay. */
  @Override
  public void close() {
    stored.endOnRotated(rotated);
    polling.shutdownNow();
  }
}
