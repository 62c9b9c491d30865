package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.revocation.RevocationLog.Entry;
import dev.warder.gate.revocation.RevocationLog.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a log says was revoked, held in memory and polled for more. It is current while its last
 * successful poll began no longer than the bound ago; otherwise what it does not know as revoked is
 * {@link RevocationAnswer#UNKNOWN}. So an entry of the log is heeded by every follower one bound
 * after it became durable, whether the follower reads it or fails to.
 *
 * <p>Which log it reads and how far it has come are kept in a file, the mark. Each poll fails while
 * the log has another id or less than the mark or the {@linkplain RevocationFollowerBuilder#head
 * pinned head}, another history or a wrong link, or cannot {@link RevocationLog#confirm vouch}. At
 * start the whole log is read anew. The mark is one follower's alone: it holds a lock, on a file of
 * the same name with {@code .lock} after it, from its first poll until it is closed.
 */
public final class RevocationFollower implements Revocations, AutoCloseable {
  private static final int PAGE = 1_000;

  private final RevocationLog log;
  private final Path markFile;
  private final Optional<RevocationHead> pinned;
  private final boolean acceptsAnyLog;
  private final RevocationSet set;
  private final long boundNanos;
  private final Duration bound;
  private final LongSupplier nanos;
  private final Listeners listeners = new Listeners();

  /** Held from the first poll on. */
  private @Nullable HeldMark mark;

  private Progress reached = Progress.NONE;
  private boolean isUntold;

  /** Held while polling, and guards what stands above. */
  private final ReentrantLock polls = new ReentrantLock();

  /** Guards what follows: closing does not wait for a poll underway. */
  private final Object threadLock = new Object();

  private @Nullable Thread polling;
  private volatile boolean isClosed;
  private volatile @Nullable Success success;
  private volatile @Nullable String problem = "it was never polled";

  /** When the last successful poll began, and what it had read when it ended. */
  private record Success(long beganNanos, RevocationHead head) {}

  RevocationFollower(
      RevocationFollowerBuilder parts, Path markFile, RevocationSet set, Duration bound) {
    this.log = parts.log;
    this.markFile = markFile;
    this.pinned = Optional.ofNullable(parts.pinned);
    this.acceptsAnyLog = parts.acceptsAnyLog;
    this.set = set;
    this.bound = bound;
    this.boundNanos = bound.toNanos();
    this.nanos = parts.nanos;
  }

  /** Returns a builder of a follower of this log. */
  public static RevocationFollowerBuilder builder(RevocationLog log) {
    return new RevocationFollowerBuilder(log);
  }

  @Override
  public boolean isCurrent() {
    Success last = success;
    return last != null && nanos.getAsLong() - last.beganNanos <= boundNanos;
  }

  @Override
  public RevocationAnswer check(TokenIdentity token) {
    // Asked first: a poll that ends between the two must not vouch for what was looked up before.
    boolean isCurrent = isCurrent();
    RevocationAnswer answer = set.check(token);
    return isCurrent || answer == RevocationAnswer.REVOKED ? answer : RevocationAnswer.UNKNOWN;
  }

  @Override
  @CanIgnoreReturnValue
  public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
    return listeners.add(listener);
  }

  /**
   * Reads the log to its end. When this returns, all that was in the log when it was called is
   * heeded, and the listeners were notified: a process that appends calls this after it did. Waits
   * for a poll underway.
   *
   * @throws IOException when the log or the mark cannot be read or written, or when the log is not
   *     as it should be or lacks what it had
   * @throws RuntimeException what a listener threw; listeners are notified again at the next poll
   */
  public void poll() throws IOException {
    polls.lock();
    try {
      pollAlone();
    } catch (IOException | RuntimeException | Error e) {
      boolean saysAll = e instanceof IOException && e.getMessage() != null;
      problem = saysAll ? e.getMessage() : e.toString();
      throw e;
    } finally {
      polls.unlock();
      leaveMarkIfClosed();
    }
  }

  /**
   * Leaves the mark unless a poll is underway, whose end leaves it. Called by who closes, after it
   * closed, and by who polls, after it unlocked: so one of the two finds it closed and unlocked.
   */
  private void leaveMarkIfClosed() {
    if (isClosed && !polls.isHeldByCurrentThread() && polls.tryLock()) {
      try {
        leaveMark();
      } finally {
        polls.unlock();
      }
    }
  }

  private void leaveMark() {
    HeldMark held = mark;
    mark = null;
    if (held != null) {
      held.close();
    }
  }

  private void pollAlone() throws IOException {
    if (isClosed) {
      throw new IOException("the follower is closed");
    }
    long beganNanos = nanos.getAsLong();
    HeldMark held = heldMark();
    held.checkLocked();
    readAndTell(held);
    RevocationHead head = new RevocationHead(log.confirm(reached), reached);
    set.dropExpired();
    held.advance(head);
    success = new Success(beganNanos, head);
    problem = null;
  }

  private HeldMark heldMark() throws IOException {
    if (mark == null) {
      mark = HeldMark.hold(markFile, pinned, acceptsAnyLog);
    }
    return mark;
  }

  /**
   * Returns which log was read, and how far, by the last successful poll; nothing before the first.
   * A host whose disk forgets keeps it elsewhere, and {@linkplain RevocationFollowerBuilder#head
   * pins} it at the next start.
   */
  public Optional<RevocationHead> head() {
    return Optional.ofNullable(success).map(Success::head);
  }

  /** Returns why the last poll failed, or that there was none; nothing when it succeeded. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Returns how many values, tokens, accounts and users are held. */
  public long size() {
    return set.size();
  }

  private void readAndTell(HeldMark held) throws IOException {
    try {
      readToEnd(held);
    } catch (IOException | RuntimeException e) {
      try {
        tell();
      } catch (RuntimeException ofListener) {
        e.addSuppressed(ofListener);
      }
      throw e;
    }
    tell();
  }

  /** Listeners are notified of a revocation once, or until none of them fails. */
  private void tell() {
    if (isUntold) {
      listeners.tell(token -> set.check(token) == RevocationAnswer.REVOKED);
      isUntold = false;
    }
  }

  private void readToEnd(HeldMark held) throws IOException {
    List<Entry> page;
    do {
      page = log.read(Math.max(1, reached.position()), PAGE);
      for (Entry entry : sinceReached(page, held)) {
        apply(entry, held);
      }
      if (success == null) {
        // Nobody was let through yet, so nobody has to be told before it is forgotten.
        set.dropExpired();
      }
    } while (page.size() >= PAGE);
    held.checkEnd(reached.position());
  }

  /** Returns a page without its first entry, which must be the last that was read. */
  private List<Entry> sinceReached(List<Entry> page, HeldMark held) throws IOException {
    if (reached.position() == 0) {
      return page;
    }
    if (page.isEmpty() || !Progress.to(page.get(0)).equals(reached)) {
      String what = page.isEmpty() ? "the log ends before" : "the log has another history at";
      throw anotherHistory(
          "%s %d: it was rolled back or replaced".formatted(what, reached.position()), held);
    }
    return page.subList(1, page.size());
  }

  private void apply(Entry entry, HeldMark held) throws IOException {
    Entry expected = Entry.after(reached.position(), reached.link(), entry.revocation());
    if (!entry.equals(expected)) {
      throw new IOException("the link of entry %d is wrong".formatted(expected.position()));
    }
    Optional<String> disagreement = held.disagreement(entry);
    if (disagreement.isPresent()) {
      throw anotherHistory(disagreement.get(), held);
    }
    isUntold = true;
    set.add(entry.revocation());
    reached = Progress.to(entry);
  }

  /** What was read on the way to the goal may be what is wrong, so the next poll begins anew. */
  private IOException anotherHistory(String message, HeldMark held) {
    if (reached.position() < held.goal()) {
      reached = Progress.NONE;
    }
    return new IOException(message);
  }

  /**
   * Polls on a thread of its own from now on, first as soon as it has begun. To let requests
   * through at once, call {@link #poll} before. {@link #problem} says what is wrong for as long as
   * it is.
   *
   * @param interval how long after a poll the next one begins, unless the log tells of news before
   * @throws IllegalArgumentException unless it is positive and shorter than the bound
   * @throws IllegalStateException when it was started or closed before
   */
  public void start(Duration interval) {
    checkArgument(
        interval.compareTo(Duration.ZERO) > 0 && interval.compareTo(bound) < 0,
        "the interval is positive, and shorter than %s: %s",
        bound,
        interval);
    synchronized (threadLock) {
      checkState(polling == null && !isClosed, "a follower is started once");
      polling = thread(() -> pollAgainAndAgain(interval));
      polling.start();
    }
  }

  private static Thread thread(Runnable polling) {
    Thread thread = new Thread(polling, "revocation-follower");
    thread.setDaemon(true);
    return thread;
  }

  private void pollAgainAndAgain(Duration interval) {
    while (!isClosed) {
      pollAndGoOn();
      try {
        awaitNews(interval);
      } catch (InterruptedException e) {
        // It was closed, or else polls once more.
      }
    }
  }

  private void awaitNews(Duration interval) throws InterruptedException {
    try {
      log.awaitNews(interval);
    } catch (RuntimeException e) {
      TimeUnit.NANOSECONDS.sleep(interval.toNanos());
    }
  }

  private void pollAndGoOn() {
    try {
      poll();
    } catch (IOException | RuntimeException | Error e) {
      // Told by problem(), and by what is unknown once the bound is over.
    }
  }

  /**
   * Ends the polling, and leaves the mark to another follower once no poll is underway. What is
   * known stays, and is soon no longer current.
   */
  @Override
  public void close() {
    synchronized (threadLock) {
      isClosed = true;
      if (polling != null) {
        polling.interrupt();
      }
    }
    leaveMarkIfClosed();
  }
}
