package dev.warder.gate.owner;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.warder.engine.Ownership;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.text.Quoted;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Owners that are looked up elsewhere and kept for a while: {@code
 * LookedUpOwners.builder(lookup).build()}. What is kept answers without I/O and without waiting.
 * Else the resource is looked up on another thread, once for all decisions that wait for it, and a
 * decision waits at most the timeout. A look-up that fails or takes longer is {@link
 * Ownership#UNAVAILABLE}, and is not kept. The rules are in section 2.4 of {@code
 * spec/SEMANTICS.md}.
 *
 * <p>Safe for use by several threads. Close it to end its own threads. They are daemons, so they
 * keep no program alive, and each ends after ten seconds without work.
 */
public final class LookedUpOwners implements ResourceOwners, AutoCloseable {
  private static final int LONGEST_KEPT_ID = 256;
  private static final int WAITING_FOR_EACH = 64;
  private static final long IDLE_SECONDS = 10;

  private final OwnerLookup lookup;
  private final Duration timeout;
  private final long ageNanos;
  private final LongSupplier nanos;
  private final Cache<Resource, Owner> owned;
  private final Cache<Resource, Owner> unknown;
  private final ConcurrentMap<Resource, Running> running = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads;
  private volatile @Nullable String problem;

  LookedUpOwners(OwnerLookup lookup, LookedUpOwnersBuilder settings, LongSupplier nanos) {
    this.lookup = lookup;
    this.timeout = settings.timeout;
    this.ageNanos = settings.age.toNanos();
    this.nanos = nanos;
    this.owned = cache(settings.size, settings.age, nanos);
    this.unknown = cache(settings.size, settings.unknownAge, nanos);
    this.threads =
        new ThreadPoolExecutor(
            settings.atOnce,
            settings.atOnce,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(settings.atOnce * WAITING_FOR_EACH),
            new ThreadFactoryBuilder().setNameFormat("warder-owners-%d").setDaemon(true).build());
    threads.allowCoreThreadTimeOut(true);
  }

  private static Cache<Resource, Owner> cache(int size, Duration age, LongSupplier nanos) {
    return CacheBuilder.newBuilder()
        .maximumSize(size)
        .expireAfterWrite(age)
        .ticker(
            new Ticker() {
              @Override
              public long read() {
                return nanos.getAsLong();
              }
            })
        .build();
  }

  /** Returns a builder of owners that this looks up. */
  public static LookedUpOwnersBuilder builder(OwnerLookup lookup) {
    return new LookedUpOwnersBuilder(lookup);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Waits at most the timeout, and not at all where the answer is kept. A thread that is
   * interrupted while it waits gets {@link Ownership#UNAVAILABLE} and stays interrupted.
   */
  @Override
  public Ownership ownership(String account, String kind, String path, int start, int end) {
    Resource resource = new Resource(kind, path.substring(start, end));
    Owner owner = kept(resource);
    if (owner == null) {
      owner = lookedUp(resource);
    }
    if (owner == null) {
      return Ownership.UNAVAILABLE;
    }
    return account.equals(owner.account) ? Ownership.OWNED : Ownership.NOT_OWNED;
  }

  /**
   * Forgets what is kept of a resource, so that the next decision looks it up: call it once the
   * resource has gone to another account. The answer of a look-up that is under way is not kept.
   */
  public void forget(String kind, String id) {
    Resource resource = new Resource(kind, id);
    running.compute(
        resource,
        (key, before) -> {
          owned.invalidate(key);
          unknown.invalidate(key);
          return null;
        });
  }

  /** Returns why the last look-up gave no answer in time, or nothing when it did. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Returns how many look-ups wait for a thread. */
  int waiting() {
    return threads.getQueue().size();
  }

  /** Interrupts the look-ups. From now on each resource that is not kept is unavailable. */
  @Override
  public void close() {
    for (Runnable waiting : threads.shutdownNow()) {
      ((Running) waiting).fail("the owners are closed");
    }
  }

  private @Nullable Owner kept(Resource resource) {
    Owner owner = owned.getIfPresent(resource);
    return owner != null && !isTooOld(owner) ? owner : unknown.getIfPresent(resource);
  }

  /**
   * Answers whether an account is too old to let anybody in. A cache counts from the end of a
   * look-up, which may have read the account long before.
   */
  private boolean isTooOld(Owner owner) {
    return owner.account != null && nanos.getAsLong() - owner.since >= ageNanos;
  }

  /** Looks a resource up, or waits for who does. Returns null where there is no answer in time. */
  private @Nullable Owner lookedUp(Resource resource) {
    Running mine = new Running(resource);
    Running other = running.putIfAbsent(resource, mine);
    if (other != null) {
      return other.await();
    }
    // A look-up may have ended after this thread found nothing and before it announced its own.
    Owner owner = kept(resource);
    if (owner != null) {
      mine.end(owner, false);
      return owner;
    }
    try {
      threads.execute(mine);
    } catch (RejectedExecutionException e) {
      mine.fail(threads.isShutdown() ? "the owners are closed" : "too many look-ups are waiting");
    } catch (OutOfMemoryError e) {
      mine.fail("there is no thread to look it up");
    }
    return mine.await();
  }

  private record Resource(String kind, String id) {}

  /**
   * An account, or null where nobody owns the resource.
   *
   * @param since when the look-up began
   */
  private record Owner(@Nullable String account, long since) {}

  /** One look-up, and all who wait for it. */
  private final class Running implements Runnable {
    private final Resource resource;
    private final CompletableFuture<@Nullable Owner> answer = new CompletableFuture<>();
    private volatile long lastAsked = nanos.getAsLong();
    private volatile boolean isLate;

    Running(Resource resource) {
      this.resource = resource;
    }

    @Override
    public void run() {
      long since = nanos.getAsLong();
      if (since - lastAsked > timeout.toNanos()) {
        fail("all look-ups take longer than %d ms".formatted(timeout.toMillis()));
        return;
      }
      try {
        Owner owner = new Owner(lookup.account(resource.kind, resource.id), since);
        if (!isLate) {
          problem = null;
        }
        end(owner, resource.id.length() <= LONGEST_KEPT_ID);
      } catch (Exception e) {
        fail(Quoted.atMost(500, e.toString()));
      } catch (Error e) {
        fail(Quoted.atMost(500, e.toString()));
        throw e;
      } finally {
        // Where an error of the JVM leaves no memory for a problem, nobody is to wait all the same.
        end(null, false);
      }
    }

    /** Waits for the answer; null where there is none in time. */
    @Nullable Owner await() {
      lastAsked = nanos.getAsLong();
      try {
        Owner owner = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return owner == null || isTooOld(owner) ? null : owner;
      } catch (TimeoutException e) {
        isLate = true;
        problem =
            "no owner of %s within %d ms".formatted(Quoted.of(resource.kind), timeout.toMillis());
        return null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      } catch (ExecutionException e) {
        throw new AssertionError("it is completed with answers alone", e);
      }
    }

    void fail(String why) {
      problem = "the owner of %s: %s".formatted(Quoted.of(resource.kind), why);
      end(null, false);
    }

    /** Ends the look-up. What was forgotten meanwhile is no longer in the map, and is not kept. */
    void end(@Nullable Owner owner, boolean keep) {
      running.computeIfPresent(
          resource,
          (key, current) -> {
            if (current != this) {
              return current;
            }
            if (owner != null && keep) {
              (owner.account == null ? unknown : owned).put(key, owner);
            }
            return null;
          });
      answer.complete(owner);
    }
  }
}
