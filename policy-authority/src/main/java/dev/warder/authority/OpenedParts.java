package dev.warder.authority;

import com.google.common.base.Throwables;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Parts that were opened one after the other and are closed together, the last one first. Safe for
 * use by many threads.
 */
final class OpenedParts implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  /** Adds a part that was just opened, and returns it. */
  @CanIgnoreReturnValue
  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  /**
   * Closes each part, whatever another one throws, and then throws what the first threw that did,
   * with what others threw as suppressed. Each part is closed once: a second call does nothing, and
   * one at the same time waits.
   *
   * @throws IllegalStateException for a part that throws a checked exception
   */
  @Override
  public synchronized void close() {
    @Nullable Throwable failure = null;
    for (AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
      try {
        part.close();
      } catch (Throwable e) {
        if (failure == null) {
          failure = e;
        } else if (failure != e) {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      Throwables.throwIfUnchecked(failure);
      throw new IllegalStateException("a part of the service could not be closed", failure);
    }
  }
}
