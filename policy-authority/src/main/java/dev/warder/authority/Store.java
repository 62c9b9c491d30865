package dev.warder.authority;

import static com.google.common.base.Preconditions.checkState;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.authority.StoreFailure.Kind;
import dev.warder.gate.revocation.RevocationHead;
import dev.warder.gate.revocation.RevocationLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A database of accounts, tokens and revocations, in a file (SQLite) or on a server (PostgreSQL).
 * What it returned from is durable. Any number of processes may have it open. Safe for use by many
 * threads: they read at once and write one after the other.
 *
 * <p>A failure leaves it as it was: once the cause is gone, the next call succeeds.
 */
public final class Store implements AutoCloseable {
  static final int CONNECTIONS = 8;

  /** How often a transaction is tried that others, or its connection, kept from its end. */
  private static final int ATTEMPTS = 3;

  /** How long one attempt waits for others. */
  private static final Duration WAIT = Duration.ofSeconds(3);

  /** How long after a lost connection another listens for news. */
  private static final Duration NEWS_PAUSE = Duration.ofSeconds(1);

  /** Connections that only followers use, so that no other reader is in their way. */
  private static final int FOLLOWING = 2;

  private final StorePlace place;
  private final ConnectionSource.Opening opening;
  private final InstantSource clock;
  private final Duration wait;
  private final Transactions transactions;
  private final Transactions following;

  private final Set<RevocationNews> news = ConcurrentHashMap.newKeySet();

  /** Writers of this process queue here and not at the database, which polls. */
  private final ReentrantLock writing = new ReentrantLock(true);

  private Store(
      StorePlace place,
      ConnectionSource.Opening opening,
      InstantSource clock,
      Duration wait,
      String id) {
    this.place = place;
    this.opening = opening;
    this.clock = clock;
    this.wait = wait;
    ConnectionSource connections = new ConnectionSource(opening);
    transactions = new Transactions(place, id, connections, CONNECTIONS, wait);
    following = new Transactions(place, id, connections, FOLLOWING, wait);
  }

  /**
   * Opens a store. Its tables are made, or brought up to date, where they are not.
   *
   * @param place a file, which is made with its folder, for its owner alone, when it is not there;
   *     or a URL that begins with {@code jdbc:sqlite:} or {@code jdbc:postgresql:}, of which no
   *     message ever has the password
   * @param clock tells when what is added is added
   * @throws StoreFailure when it cannot be opened
   * @throws IllegalArgumentException for a place that can be none
   */
  public static Store open(String place, InstantSource clock) throws StoreFailure {
    StorePlace parsed = StorePlace.parse(place);
    return open(parsed, () -> parsed.connect(WAIT), clock, WAIT);
  }

  /** Opens a store by connections made elsewhere. */
  static Store open(
      StorePlace place, ConnectionSource.Opening opening, InstantSource clock, Duration wait)
      throws StoreFailure {
    place.make();
    String id = new Schema(place, new ConnectionSource(opening)).bringUpToDate();
    return new Store(place, opening, clock, wait, id);
  }

  /**
   * Returns the revocations, to be followed: an entry is there once what revoked has returned. A
   * server tells of them as they are committed ({@code LISTEN} and {@code NOTIFY}), on a connection
   * for each follower that was started.
   */
  RevocationLog revocations() {
    if (isFile()) {
      return new StoredRevocationLog(this::readToFollow, Optional.empty());
    }
    RevocationNews told = new RevocationNews(opening, NEWS_PAUSE);
    news.add(told);
    return new StoredRevocationLog(this::readToFollow, Optional.of(told));
  }

  /**
   * Returns the store's id and its last revocation, to be kept elsewhere: a follower that has no
   * mark is given it ({@link dev.warder.gate.revocation.RevocationFollowerBuilder#head}).
   *
   * @throws StoreFailure when the store cannot be read
   */
  public RevocationHead revocationHead() throws StoreFailure {
    return read(rows -> new RevocationHead(rows.storeId(), rows.revocations().last()));
  }

  /** Reads, as of one moment. */
  <T, E extends Exception> T read(Work<T, E> work) throws E, StoreFailure {
    return attempt(() -> transactions.read(work, now()));
  }

  /** Reads what followers need, on connections of theirs. */
  <T> T readToFollow(Work<T, RuntimeException> work) throws StoreFailure {
    return attempt(() -> following.read(work, now()));
  }

  /**
   * Changes something, wholly or not at all. When this returns it is durable.
   *
   * @throws E when it is not to be done
   * @throws StoreFailure when it cannot be done; see there for whether it may have been
   */
  @CanIgnoreReturnValue
  <T, E extends Exception> T write(Work<T, E> work) throws E, StoreFailure {
    checkState(!writing.isHeldByCurrentThread(), "a change makes no other change");
    return attempt(() -> writeInTurn(work));
  }

  private <T, E extends Exception> T writeInTurn(Work<T, E> work) throws E, StoreFailure {
    try {
      if (!writing.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw StoreFailure.of(Kind.LOCKED, place.toString(), "by this program");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreFailure.of(Kind.OTHER, false, place.toString(), "interrupted", e);
    }
    try {
      return transactions.write(work, now());
    } finally {
      writing.unlock();
    }
  }

  /**
   * Erases from all files of the store what was deleted: now, once readers let it, or else with a
   * later change of any program.
   */
  void eraseDeleted() {
    writing.lock();
    try {
      transactions.erase();
    } catch (StoreFailure e) {
      // What was deleted is noted in the store as still to be erased.
    } finally {
      writing.unlock();
    }
  }

  /** Something that may be kept from its end by others. */
  private interface Attempt<T, E extends Exception> {
    T run() throws E, StoreFailure;
  }

  private static <T, E extends Exception> T attempt(Attempt<T, E> attempt) throws E, StoreFailure {
    for (int i = 1; ; i++) {
      try {
        return attempt.run();
      } catch (StoreFailure e) {
        if (i == ATTEMPTS || e.mayBeDone() || !(e.isTransient() || isOfConnection(e))) {
          throw e;
        }
      }
    }
  }

  /**
   * Returns whether nothing was changed, and a new connection may do better: one that is open may
   * not notice that the file can be written again, or is whole.
   */
  private static boolean isOfConnection(StoreFailure failure) {
    return switch (failure.kind()) {
      case FULL, READ_ONLY, CORRUPT, NOT_A_STORE -> true;
      default -> false;
    };
  }

  /** Returns whether it is a file of this machine's, and not on a server. */
  boolean isFile() {
    return place.dialect() instanceof Sqlite;
  }

  /**
   * Takes from a file, where files have permissions, those of others; says so where they had any.
   */
  Optional<String> keepToOwner() throws StoreFailure {
    return place.keepToOwner();
  }

  /** Returns what time it is by the store's clock, to the millisecond. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Closes its connections, when what they are used for is done. */
  @Override
  public void close() {
    news.forEach(RevocationNews::close);
    following.close();
    transactions.close();
  }
}
