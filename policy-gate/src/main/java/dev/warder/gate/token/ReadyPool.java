package dev.warder.gate.token;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Things that take time to make ready, and of which one thread at a time can use one: a thread
 * takes one and puts it back, and makes one where it finds none. What has thrown is not to be put
 * back, since nobody knows what it has kept. Safe for use by many threads, none of which waits.
 */
final class ReadyPool<T> {
  private static final int PLACES = 16;

  /** Makes one that is ready. */
  @FunctionalInterface
  interface Maker<T> {
    T make() throws GeneralSecurityException;
  }

  private final Maker<T> maker;
  private final AtomicReferenceArray<@Nullable T> idle = new AtomicReferenceArray<>(PLACES);

  /**
   * Makes a pool, with one that is ready for this thread.
   *
   * @throws GeneralSecurityException when none can be made
   */
  ReadyPool(Maker<T> maker) throws GeneralSecurityException {
    this.maker = maker;
    putBack(maker.make());
  }

  /** Returns one that nobody else has until it is put back. */
  T take() throws GeneralSecurityException {
    T ready = idle.getAndSet(place(), null);
    return ready == null ? maker.make() : ready;
  }

  /** Takes back one that is as ready as before. */
  void putBack(T ready) {
    idle.set(place(), ready);
  }

  private static int place() {
    return (int) Thread.currentThread().getId() & (PLACES - 1);
  }
}
